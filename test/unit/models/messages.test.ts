import assert from 'node:assert/strict';
import type { ChatMessage } from '../../../src/core/endpoint/endpoint';
import { isSuitable } from '../../../src/core/models/choice';
import { mergeTurns } from '../../../src/core/models/messages';

function said(text: string): ChatMessage[] {
  const roles = { s: 'system', u: 'user', a: 'assistant' } as const;
  return text
    .split(' ')
    .filter(Boolean)
    .map((word) => ({ role: roles[word.charAt(0) as 's' | 'u' | 'a'], content: word.slice(1) }));
}

describe('a conversation as chat templates take it', () => {
  it('has one system message, first, and turns that alternate', () => {
    assert.deepEqual(mergeTurns(said('u1 s2 u3 a4 a5 u6')), [
      { role: 'system', content: '2' },
      { role: 'user', content: '1\n\n3' },
      { role: 'assistant', content: '4\n\n5' },
      { role: 'user', content: '6' },
    ]);
  });

  it('begins with the user and leaves out what is empty', () => {
    assert.deepEqual(mergeTurns(said('a0 u1 a u2')), [{ role: 'user', content: '1\n\n2' }]);
  });

  it('is left as it is where it is right', () => {
    const right = said('s0 u1 a2 u3');
    assert.deepEqual(mergeTurns(right), right);
  });
});

describe('a served model', () => {
  it('is suitable unless it is an encoder', () => {
    for (const name of ['alia-40b-instruct-q8', 'hdnh2006/salamandra-7b-instruct:q4_K_M', 'some-model']) {
      assert.ok(isSuitable(name), name);
    }
    for (const name of ['BSC-LT/mRoBERTa', 'nomic-embed-text', 'bge-m3']) assert.ok(!isSuitable(name), name);
  });
});
