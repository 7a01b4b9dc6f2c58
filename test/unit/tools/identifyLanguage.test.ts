// Sentences in all the languages. cspell:disable
import assert from 'node:assert/strict';
import { filter, type Filtered } from '../../support/filter';

interface Result {
  readonly id: string | number | null;
  readonly language: string | null;
  readonly confidence: number;
}

const run = (lines: readonly string[]): Filtered<Result> => filter('identifyLanguage.mjs', lines);

function row(id: string, text: string): string {
  return JSON.stringify({ id, text });
}

describe('the filter that identifies languages', () => {
  it('answers each text, in order, however short', () => {
    const { status, results, said } = run([
      row('a', 'Non se pode gardar a páxina porque o disco está cheo.'),
      row('b', 'Não dá para gravar a página porque o disco está cheio.'),
      '',
      row('c', 'Ezin da orria gorde, diskoa beteta dagoelako.'),
      row('d', "Non se pòt sauvar era pagina pr'amor qu'eth disc ei plen."),
      row('e', ''),
      row('f', '`x = 1`'),
    ]);
    assert.equal(status, 0, said);
    assert.deepEqual(
      results.map(({ id }) => id),
      ['a', 'b', 'c', 'd', 'e', 'f'],
    );
    assert.deepEqual(
      results.slice(0, 4).map(({ language }) => language),
      ['gl', 'pt', 'eu', 'oc'],
    );
    for (const { language, confidence } of results) {
      assert.match(language ?? '', /^(es|ca|gl|eu|oc|pt|en|fr)$/);
      assert.ok(confidence >= 0 && confidence <= 1);
    }
  });

  it('names the lines that are malformed and answers the others', () => {
    const { status, results, said } = run([
      row('a', 'The door is open and nobody is at home.'),
      '{"id":',
      '{"id":"c"}',
      '{"text":"no id"}',
      'null',
      row('f', 'La porte est ouverte et il n’y a personne à la maison.'),
    ]);
    assert.equal(status, 2);
    assert.match(said, /line 2\b[^]*line 3\b[^]*line 4\b[^]*line 5\b/);
    assert.deepEqual(
      results.map(({ id, language }) => [id, language]),
      [
        ['a', 'en'],
        [null, null],
        ['c', null],
        [null, null],
        [null, null],
        ['f', 'fr'],
      ],
    );
  });
});
