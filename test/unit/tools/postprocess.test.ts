import assert from 'node:assert/strict';
import { filter, type Filtered } from '../../support/filter';

interface Result {
  readonly id: string | null;
  readonly text: string | null;
  readonly replaceSuffix: number;
}

const run = (lines: readonly string[]): Filtered<Result> => filter('postprocess.mjs', lines);

function row(id: string, output: string, changes: Record<string, string> = {}): string {
  return JSON.stringify({ id, prefix: 'f(', suffix: ')\n', vscodeLanguageId: 'python', output, ...changes });
}

describe('the post-processing filter', () => {
  it('answers each row, in order', () => {
    const { status, results, said } = run([
      row('a', 'x)\n'),
      row('b', ')'),
      row('c', '1', { vscodeLanguageId: 'nobody-knows', more: 'ignored' }),
      row('d', 'x, y);'),
    ]);
    assert.equal(status, 0, said);
    assert.deepEqual(results, [
      { id: 'a', text: 'x', replaceSuffix: 0 },
      { id: 'b', text: null, replaceSuffix: 0 },
      { id: 'c', text: '1', replaceSuffix: 0 },
      { id: 'd', text: 'x, y);', replaceSuffix: 1 },
    ]);
  });

  it('names the lines that are malformed and answers the others', () => {
    const { status, results, said } = run([row('a', 'x'), '{"id":', '{"id":"c"}', row('d', 'y')]);
    assert.equal(status, 2);
    assert.match(said, /line 2\b[^]*line 3\b/);
    assert.deepEqual(
      results.map(({ id, text }) => [id, text]),
      [
        ['a', 'x'],
        [null, null],
        ['c', null],
        ['d', 'y'],
      ],
    );
  });
});
