import assert from 'node:assert/strict';
import { foreignMessages, foreignText, UnreadablePart } from '../../../src/core/chat/foreignMessages';
import { foreignOptions } from '../../../src/core/chat/foreignOptions';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** What `@vscode/prompt-tsx` makes of `<Section>uno<br/>dos</Section>`. */
const promptTsx = {
  node: {
    type: 1,
    ctor: 2,
    ctorName: 'Section',
    props: {},
    references: [],
    children: [
      { type: 2, priority: 1, text: 'uno', lineBreakBefore: 1 },
      {
        type: 1,
        ctor: 2,
        ctorName: 'X',
        props: {},
        children: [{ type: 2, text: 'dos', lineBreakBefore: 1 }],
      },
    ],
  },
};

describe('what other extensions say to a model', () => {
  it('is read from every kind of text part, in order', () => {
    const parts = [
      { value: 'a ' },
      { mimeType: 'text/plain', data: bytes('b ç ') },
      { mimeType: 'application/vnd.api+json; charset=utf-8', data: bytes('{"c":1}') },
      { value: promptTsx },
      { mimeType: 'cache_control', data: bytes('ephemeral') },
      { value: 'thought', id: 't1', metadata: {} },
      ' d',
    ];
    assert.deepEqual(foreignMessages([{ role: 'user', parts }]), [
      { role: 'user', content: 'a b ç {"c":1}uno\ndos d' },
    ]);
  });

  it('has the calls of tools in the answer and each result in a turn before what is said next', () => {
    const messages = foreignMessages([
      { role: 'system', parts: [{ value: 'Be brief.' }] },
      { role: 'user', parts: [{ value: 'Read it' }] },
      { role: 'assistant', parts: [{ value: 'Yes.' }, { callId: '1', name: 'read', input: { path: 'a' } }] },
      {
        role: 'user',
        parts: [
          { callId: '1', content: [{ value: 'one ' }, { value: promptTsx }, { lines: 3 }] },
          { value: 'And now?' },
        ],
      },
    ]);
    assert.deepEqual(messages, [
      { role: 'system', content: 'Be brief.' },
      { role: 'user', content: 'Read it' },
      { role: 'assistant', content: 'Yes.', toolCalls: [{ id: '1', name: 'read', input: { path: 'a' } }] },
      { role: 'tool', content: 'one uno\ndos{"lines":3}', toolCallId: '1' },
      { role: 'user', content: 'And now?' },
    ]);
  });

  it('is refused where a part is no text, in a result of a tool too', () => {
    const image = { mimeType: 'image/png', data: new Uint8Array([1, 2]) };
    for (const parts of [[{ value: 'look' }, image], [{ callId: '1', content: [image] }]]) {
      assert.throws(
        () => foreignMessages([{ role: 'user', parts }]),
        (error: unknown) => error instanceof UnreadablePart && error.mimeType === 'image/png',
      );
    }
  });

  it('is counted without what cannot be read', () => {
    const image = { mimeType: 'image/png', data: new Uint8Array([1, 2]) };
    assert.equal(foreignText({ role: 'user', parts: [{ value: 'look' }, image] }), 'look');
  });

  it('may say how the answer is drawn, as far as that makes sense', () => {
    assert.deepEqual(foreignOptions({ temperature: 0, max_tokens: 50, stop: 'END' }), {
      temperature: 0,
      maxTokens: 50,
      stop: ['END'],
    });
    assert.deepEqual(foreignOptions({ temperature: 'hot', maxTokens: -1, stop: [1], other: true }), {});
    assert.deepEqual(foreignOptions(undefined), {});
  });
});
