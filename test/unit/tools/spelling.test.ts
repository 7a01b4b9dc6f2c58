// Right and wrong words of four languages. cspell:disable
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';

/** The words that are not right in a text of a language, read as if it stood in the translations. */
function misspelt(language: string, text: string): readonly string[] {
  const cspell = ['node_modules/cspell/bin.mjs', '--config', 'tools/spelling/translations.json'];
  const file = `stdin://l10n/bundle.l10n.${language}.json`;
  const options = ['--no-progress', '--no-summary', '--words-only'];
  const input = JSON.stringify({ 'English wrods are not looked at': text }, null, 2);
  const { stdout, status } = spawnSync(process.execPath, [...cspell, ...options, file], {
    input,
    encoding: 'utf8',
  });
  const words = stdout.split('\n').filter(Boolean);
  assert.equal(status, words.length === 0 ? 0 : 1);
  return words;
}

describe('the spelling of the translations', function () {
  this.timeout(30_000); // each test starts cspell, which unpacks a dictionary
  for (const [language, right, wrong, word] of [
    ['es', 'Elige el modelo', 'Elige el modleo', 'modleo'],
    ['ca', 'Tria el servidor', 'Tria el sevridor', 'sevridor'],
    ['gl', 'Escolle o computador', 'Escolle o compuatdor', 'compuatdor'],
    ['eu', 'Hautatutako kodea azaltzeko', 'Hautatutako kodae azaltzeko', 'kodae'],
  ] as const) {
    it(`is checked in ${language}, without code, placeholders and names`, () => {
      assert.deepEqual(misspelt(language, `${right} {0}: \`wrod\`, $(xyzzy) Aliada, https://wrod.org`), []);
      assert.deepEqual(misspelt(language, wrong), [word]);
    });
  }
});
