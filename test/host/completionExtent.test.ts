import assert from 'node:assert/strict';
import { commitAfter, completionServer, editorSetting, keys } from '../support/completion';
import { commitGhost, trigger, type, write } from '../support/extension';
import { answer } from '../support/replies';

const three = 'a = 1\nb = 2\nc = 3\n';

describe('how much is offered', () => {
  const here = completionServer();

  // Where ghost text is late, VS Code would open its list of words instead and take the question back.
  beforeEach(() =>
    editorSetting('editor.quickSuggestions', { other: 'off', comments: 'off', strings: 'off' }),
  );

  for (const [language, header, indent] of [
    ['python', 'def f(x):\n', '    '],
    ['javascript', 'function f(x) {\n', '  '],
    ['fortran-modern', 'subroutine f(x)\n', '  '],
    ['python', '# Three numbers\n', ''],
  ] as const) {
    it(`is the block below ${JSON.stringify(header)} in ${language}`, async () => {
      const block = three.trimEnd().replaceAll('\n', `\n${indent}`);
      here.server.script(answer(`${block}\n`));
      const editor = await write(language, `${header}${indent}|`);
      await trigger();
      assert.equal(await commitAfter(editor, here.server, 1), `${header}${indent}${block}`);
    });
  }

  it('is one line elsewhere, and the next ones are there after each Enter', async () => {
    here.server.script(answer(three));
    const editor = await write('python', 'z = 0\n|');
    await trigger();
    assert.equal(await commitAfter(editor, here.server, 1), 'z = 0\na = 1');
    await type('\n');
    assert.equal(await commitAfter(editor, here.server, 1), 'z = 0\na = 1\nb = 2');
    await type('\n');
    assert.equal(await commitAfter(editor, here.server, 1), 'z = 0\na = 1\nb = 2\nc = 3');
  });

  it('is the rest of the line where text stands behind the cursor', async () => {
    here.server.script(answer('a, b) + 1\nprint(c)\n'));
    const editor = await write('python', 'c = sum(|) + 1\nprint(c)\n');
    await trigger();
    assert.equal(await commitAfter(editor, here.server, 1), 'c = sum(a, b) + 1\nprint(c)\n');
  });

  it('is asked for without delay after it was taken', async () => {
    here.server.scriptNext(answer('a = 1\n'));
    here.server.script(answer('b = 2\n'));
    const editor = await write('python', 'z = 0\n|');
    await trigger();
    await commitGhost(editor);
    await keys('\n');
    assert.equal(await commitGhost(editor), 'z = 0\na = 1\nb = 2');
  });
});
