// `node tools/language-id/noise.mjs`: how much of what counts as an error on the held-out texts is one. Texts were drawn
// and read one by one; `verdicts.txt` has what the reader said of each. `--read` prints those drawn that have
// no verdict yet; `--write` puts the result into EVALUATION.md, between its two marks.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { loadBundle } from '../check/build.mjs';
import { runMain } from '../lib/fail.mjs';
import { correctedAccuracy, noiseTable } from './corrected.mjs';
import { bracketOf, guessesOf } from './evaluate.mjs';
import { heldOutTexts } from './heldOutTexts.mjs';
import { languages } from './languages.mjs';
import { finalPackages } from './packages.mjs';
import { trainingTexts } from './trainingTexts.mjs';

/** @typedef {import('./evaluate.mjs').Guessed} Guessed */
/** @typedef {import('./corrected.mjs').Verdict} Verdict */

const verdictsFile = fileURLToPath(new URL('verdicts.txt', import.meta.url));
const report = fileURLToPath(new URL('EVALUATION.md', import.meta.url));
/** How many are read, at the most, of each language. */
const drawn = /** @type {const} */ ([
  { bracket: '40–80', errors: 60, rights: 40 },
  { bracket: '81–160', errors: 30, rights: 20 },
]);
const { values: options } = parseArgs({
  options: { read: { type: 'boolean', default: false }, write: { type: 'boolean', default: false } },
});

await runMain(async () => {
  const { identifyMarkdown } = await loadBundle('src/core/language/spoken/identifyMarkdown.ts');
  const { proseOf } = await loadBundle('src/core/language/spoken/prose.ts');
  const samples = await heldOutTexts(finalPackages, await trainingTexts());
  const guesses = guessesOf(samples, identifyMarkdown, proseOf);
  const verdicts = readVerdicts();
  const cells = languages.flatMap((language) =>
    drawn.map(({ bracket, errors, rights }) => {
      const within = guesses.filter((each) => each.language === language && bracketOf(each) === bracket);
      const wrong = within.filter(({ guess }) => guess !== language);
      const right = within.filter(({ guess }) => guess === language);
      return { language, bracket, wrong, right, read: [...draw(wrong, errors), ...draw(right, rights)] };
    }),
  );
  if (options.read) {
    for (const { text, language, guess } of cells
      .flatMap(({ read }) => read)
      .filter((each) => !verdicts.has(nameOf(each)))) {
      process.stdout.write(`${nameOf({ language, guess, text })} ${text}\n`);
    }
    return;
  }
  const result = noiseTable(
    cells.map(({ language, bracket, wrong, right, read }) => {
      const said = read.flatMap((each) => {
        const verdict = verdicts.get(nameOf(each));
        return verdict === undefined ? [] : [{ verdict, isWrong: each.guess !== language }];
      });
      return correctedAccuracy({ language, bracket, errors: wrong.length, rights: right.length, said });
    }),
  );
  process.stdout.write(`${result}\n`);
  if (options.write) {
    const whole = readFileSync(report, 'utf8');
    const [before, after] = [whole.split('<!-- noise -->')[0], whole.split('<!-- end of noise -->')[1]];
    writeFileSync(report, `${before}<!-- noise -->\n\n${result}\n<!-- end of noise -->${after}`);
  }
});

/**
 * Always the same ones, whatever else there is: in the order of a hash of the text.
 *
 * @param {readonly Guessed[]} guesses
 * @param {number} count
 * @returns {Guessed[]}
 */
function draw(guesses, count) {
  return guesses
    .map((each) => ({ each, at: hashOf(`drawn ${each.text}`) }))
    .sort((a, b) => (a.at < b.at ? -1 : 1))
    .slice(0, count)
    .map(({ each }) => each);
}

/**
 * Such as `es>gl 1a2b3c4d`: a verdict on a text depends on what it claims to be and what was guessed.
 *
 * @param {Pick<Guessed, 'language' | 'guess' | 'text'>} guessed
 */
function nameOf({ language, guess, text }) {
  return `${language}>${guess} ${hashOf(text).slice(0, 8)}`;
}

/** @param {string} text */
function hashOf(text) {
  return createHash('sha256').update(text).digest('hex');
}

/** @returns {Map<string, Verdict>} */
function readVerdicts() {
  const lines = readFileSync(verdictsFile, 'utf8').split('\n');
  return new Map(
    lines.flatMap((line) => {
      const [, name = '', verdict = ''] = /^(\S+ \w{8}) ([a-z]+)$/.exec(line) ?? [];
      return name === '' ? [] : [[name, /** @type {Verdict} */ (verdict)]];
    }),
  );
}
