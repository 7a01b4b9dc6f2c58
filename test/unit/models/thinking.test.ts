import assert from 'node:assert/strict';
import { ThinkingFilter } from '../../../src/core/models/thinking';

/** Answer as the model gives it, and as the person sees it. */
const rows: readonly (readonly [string, string])[] = [
  ['Hola', 'Hola'],
  ['  Hola', '  Hola'],
  ['<think></think>Hola', 'Hola'],
  ['<think>\n\n</think>\n\nHola', 'Hola'],
  ['\n<think>primer < segon </ tercer</think> Hola', 'Hola'],
  ['<think>a</think><think>b</think>Hola', 'Hola'],
  ['<think>sense fi', ''],
  ['<thin', '<thin'],
  ['<thinking> és una altra cosa', '<thinking> és una altra cosa'],
  ['<p>Hola</p>', '<p>Hola</p>'],
  ['L’etiqueta `<think>` no es toca </think>', 'L’etiqueta `<think>` no es toca </think>'],
  ['', ''],
];

describe('a model’s thinking', () => {
  for (const [answer, shown] of rows) {
    it(`${JSON.stringify(answer)} shows ${JSON.stringify(shown)}, however it is cut`, () => {
      for (let size = 1; size <= answer.length + 1; size += 1) assert.equal(filtered(answer, size), shown);
    });
  }

  it('does not hold back an answer that has begun', () => {
    const filter = new ThinkingFilter();
    assert.equal(filter.feed('H'), 'H');
    assert.equal(filter.feed('<'), '<');
  });
});

function filtered(answer: string, size: number): string {
  const filter = new ThinkingFilter();
  let shown = '';
  for (let at = 0; at < answer.length; at += size) shown += filter.feed(answer.slice(at, at + size));
  return shown + filter.end();
}
