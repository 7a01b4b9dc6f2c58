import assert from 'node:assert/strict';
import { filter, type Filtered } from '../../support/filter';
import { pieces } from '../../bench/answers/texts';

interface Result {
  readonly id: string | null;
  readonly verdict: string | null;
  readonly atCharacter: number | null;
}

const run = (lines: readonly string[]): Filtered<Result> => filter('guard.mjs', lines);

const { ca, en } = pieces;
const good = `${ca.openings[0]} ${ca.middles[0]}\n\n`;

function row(id: string, text: string, changes: Record<string, unknown> = {}): string {
  const chunks = text.match(/[^]{1,9}/g);
  return JSON.stringify({ id, language: 'ca', question: 'Què fa?', chunks, ...changes });
}

describe('the guard as a filter', () => {
  it('answers each row, in order', () => {
    const { status, results, said } = run([
      row('a', good),
      row('b', good + en.middles.join(' ')),
      row('c', en.middles.join(' '), { more: 'ignored' }),
      row('d', en.middles.join(' '), { question: "Tradueix a l'anglès" }),
      row('e', '```\nx\n```'),
      row('f', '', { chunks: [] }),
    ]);
    assert.equal(status, 0, said);
    assert.deepEqual(results, [
      { id: 'a', verdict: 'right', atCharacter: null },
      { id: 'b', verdict: 'wrong', atCharacter: good.length },
      { id: 'c', verdict: 'wrong', atCharacter: 0 },
      { id: 'd', verdict: 'right', atCharacter: null },
      { id: 'e', verdict: 'unsure', atCharacter: null },
      { id: 'f', verdict: 'unsure', atCharacter: null },
    ]);
  });

  it('takes a number for an id, and Occitan for Aranese', () => {
    const { results } = run([row('a', en.middles.join(' '), { id: 7, language: 'oc' })]);
    assert.deepEqual(results, [{ id: 7, verdict: 'wrong', atCharacter: 0 }]);
  });

  it('names the lines that are malformed and answers the others', () => {
    const { status, results, said } = run([
      row('a', good),
      '{"id":',
      row('c', good, { language: 'de' }),
      row('d', good, { chunks: 'text' }),
      row('e', good, { question: 7 }),
      row('f', good),
    ]);
    assert.equal(status, 2);
    assert.match(
      said,
      /line 2: no JSON[^]*line 3: language "de"[^]*line 4: [^\n]*chunks[^]*line 5: [^\n]*question/,
    );
    assert.deepEqual(
      results.map(({ id, verdict }) => [id, verdict]),
      [
        ['a', 'right'],
        [null, null],
        ['c', null],
        ['d', null],
        ['e', null],
        ['f', 'right'],
      ],
    );
  });
});
