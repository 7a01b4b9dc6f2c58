import assert from 'node:assert/strict';
import { forTerminal } from '../../../../src/core/chat/code/terminalText';

describe('code for a terminal', () => {
  it('is one line, without what a terminal acts on', () => {
    for (const [code, line] of [
      ['npm test', 'npm test'],
      ['\n  npm test  \n\n', 'npm test'],
      ['$ npm test\n', 'npm test'],
      ['PS C:\\src> Get-ChildItem', 'Get-ChildItem'],
      ['echo $HOME', 'echo $HOME'],
      ['echo a\tb', 'echo a b'],
      ['ls\u001b[201~ -l', 'ls[201~ -l'],
      ['\u0003\u0004ls\u0000', 'ls'],
      ['ls \u202e-rf\u2069', 'ls -rf'],
      ['r\u200bm\ufeff x', 'rm x'],
    ] as const) {
      assert.deepEqual(forTerminal(code), { kind: 'line', line }, JSON.stringify(code));
    }
  });

  it('goes to the clipboard as it is where it would run: several lines by whatever ends a line, or very long', () => {
    for (const end of ['\n', '\r', '\r\n', '\u000b', '\u000c', '\u0085', '\u2028', '\u2029']) {
      const text = `cd src${end}rm -rf x`;
      assert.deepEqual(forTerminal(text), { kind: 'clipboard', text }, JSON.stringify(end));
    }
    assert.equal(forTerminal('a'.repeat(1001)).kind, 'clipboard');
  });

  it('is nothing where there is nothing to see', () => {
    for (const code of ['', ' \n\n', '\u001b\n\u200b'])
      assert.deepEqual(forTerminal(code), { kind: 'nothing' });
  });
});
