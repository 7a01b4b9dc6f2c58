import * as vscode from 'vscode';
import assert from 'node:assert/strict';
import { commitAfter, completionServer, editorSetting, keys, press, prompts } from '../support/completion';
import { commitGhost, trigger, type, write } from '../support/extension';
import { answer, gatedAnswer } from '../support/replies';

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

  it('is another one for who asks for the next', async () => {
    const reply = answer('eturn a.first(b)');
    here.server.scriptNext(reply);
    here.server.script(answer('b.first(a)'));
    const editor = await write('python', 'def f(a, b):\n    |');
    await keys('r');
    await here.server.waitForRequest();
    // Alternatives are asked for where VS Code has shown something by itself.
    for (const key of 'eturn ') {
      await type(key);
      await offered();
    }
    await press('editor.action.inlineSuggest.showNext');
    const second = await here.server.waitForRequest(({ body }) => body.prompt?.endsWith('return ') === true);
    await second.closed;
    await offered();
    assert.deepEqual(prompts(here.server), ['def f(a, b):\n    r', 'def f(a, b):\n    return ']);
    const [first] = here.server.asked;
    assert.ok(
      Number(second.body.temperature) > Number(first!.body.temperature),
      'the second one is drawn as the first one was',
    );
    assert.equal(await commitGhost(editor), 'def f(a, b):\n    return b.first(a)');
  });

  it('grows by itself once the model has written on', async () => {
    const asked = askedAgain();
    const block = 'a = 1\n    b = 2\n    c = 3';
    const reply = gatedAnswer(`${block}\n`, { chunkSize: 6 });
    here.server.script(reply);
    const editor = await write('python', 'def f():\n   |');
    await type(' ');
    await here.server.waitForRequest();
    reply.release(1);
    // Only what was offered can grow: the first line, which is complete.
    await offered();
    reply.release();
    await asked;
    await offered();
    assert.equal(await commitAfter(editor, here.server, 1), `def f():\n    ${block}`);
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

/** Resolves once the extension has made VS Code ask again, and VS Code has been answered. */
function askedAgain(): Promise<void> {
  const commands = vscode.commands as { executeCommand: (...args: unknown[]) => Thenable<unknown> };
  const original = commands.executeCommand;
  return new Promise((resolve) => {
    commands.executeCommand = async (...args) => {
      const result = await original.apply(commands, args);
      if (args[0] === 'editor.action.inlineSuggest.showNext') {
        commands.executeCommand = original;
        resolve();
      }
      return result;
    };
  });
}

/** Lets what is on its way arrive: nothing tells when VS Code was answered. */
async function offered(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 300));
}
