import assert from 'node:assert/strict';
import { languageOfFence } from '../../../../src/core/chat/code/fenceLanguage';

const known = new Set([
  'python',
  'shellscript',
  'cpp',
  'typescript',
  'typescriptreact',
  'makefile',
  'plaintext',
  'r',
]);

describe('the language of a new file', () => {
  it('is known by the words that models write after a fence', () => {
    for (const [word, id] of [
      ['python', 'python'],
      ['Python', 'python'],
      ['py', 'python'],
      ['bash', 'shellscript'],
      ['sh', 'shellscript'],
      ['c++', 'cpp'],
      ['ts', 'typescript'],
      ['tsx', 'typescriptreact'],
      ['R', 'r'],
      ['text', 'plaintext'],
      ['rust', undefined],
      ['', undefined],
      ['nobody-knows', undefined],
    ] as const) {
      assert.equal(languageOfFence(word, known), id, word);
    }
  });
});
