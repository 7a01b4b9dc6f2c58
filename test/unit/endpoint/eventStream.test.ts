import assert from 'node:assert/strict';
import { plainEventStream } from '../../../src/core/endpoint/eventStream';

/** The events that come out when `pieces` arrive one after the other. */
async function through(...pieces: readonly string[]): Promise<readonly string[]> {
  const bytes = pieces.map((piece) => new TextEncoder().encode(piece));
  const plain = plainEventStream(ReadableStream.from(bytes), 'h', () => undefined);
  let text = '';
  for await (const piece of plain.pipeThrough(new TextDecoderStream())) text += piece;
  return text
    .split('\n\n')
    .filter((event) => event !== '')
    .map((event) => event.slice('data: '.length));
}

const chunk = (fields: object): string => `data: ${JSON.stringify(fields)}\n\n`;
const chat = (delta: object, more: object = {}): string =>
  chunk({ id: '1', choices: [{ index: 0, delta, finish_reason: null }], ...more });
const raw = (text: string): string => chunk({ id: '1', choices: [{ index: 0, text, finish_reason: null }] });

describe('chunks that arrive together', () => {
  it('are joined into one, the first one’s other fields kept', async () => {
    const [only, ...more] = await through(
      chat({ role: 'assistant', content: 'Bon ' }) + chat({ content: 'dia' }),
    );
    assert.deepEqual(more, []);
    assert.deepEqual(JSON.parse(only ?? ''), {
      id: '1',
      choices: [{ index: 0, delta: { role: 'assistant', content: 'Bon dia' }, finish_reason: null }],
    });
    assert.match((await through(raw('a') + raw('b') + raw('c')))[0] ?? '', /"text":"abc"/);
  });

  it('are handed on one by one when they arrive one by one', async () => {
    assert.equal((await through(chat({ content: 'Bon ' }), chat({ content: 'dia' }))).length, 2);
  });

  for (const [name, middle] of [
    ['reasoning', chat({ reasoning_content: 'hm', content: '' })],
    ['a call of a tool', chat({ content: '', tool_calls: [] })],
    ['an end', chunk({ choices: [{ index: 0, delta: { content: '' }, finish_reason: 'stop' }] })],
    ['usage', chat({ content: '' }, { usage: { prompt_tokens: 1 } })],
    ['no choice', chunk({ choices: [] })],
    ['two choices', chunk({ choices: [{ text: 'a' }, { text: 'b' }] })],
    ['no JSON', 'data: {"choices":[{\n\n'],
  ] as const) {
    it(`keep their places around a chunk with ${name}, which stays as it is`, async () => {
      const events = await through(
        chat({ content: 'a' }) + chat({ content: 'b' }) + middle + chat({ content: 'c' }),
      );
      assert.equal(events.length, 3);
      assert.match(events[0] ?? '', /"content":"ab"/);
      assert.equal(events[1], middle.slice('data: '.length, -2));
      assert.match(events[2] ?? '', /"content":"c"/);
    });
  }
});
