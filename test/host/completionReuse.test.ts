import * as vscode from 'vscode';
import assert from 'node:assert/strict';
import { commitAfter, completionServer, editorSetting, keys, press, prompts } from '../support/completion';
import { putCursor } from '../support/completion';
import { commitGhost, trigger, type, untilChanged, write } from '../support/extension';
import { stallAfter } from '../support/failures';
import { answer, gatedAnswer } from '../support/replies';

const total = 'total = 0\n    for x in xs:\n        total += x\n    return total';
const totalOf = (body: string): string => `def total(xs):\n    ${body}`;

describe('a completion that was asked for once', () => {
  const here = completionServer();

  it('@quick is served to who types along', async () => {
    here.server.script(answer(total));
    const editor = await write('python', totalOf('|'));
    await trigger();
    await keys('total = ');
    assert.equal(await commitAfter(editor, here.server, 1), totalOf(total));
  });

  it('is served to who types along while the model still writes', async () => {
    const reply = gatedAnswer(total, { chunkSize: 4 });
    here.server.script(reply);
    const editor = await write('python', totalOf('|'));
    void trigger();
    const request = await here.server.waitForRequest();
    await keys('to');
    reply.release(1);
    await keys('ta');
    reply.release();
    assert.equal(await request.closed, 'answered');
    await keys('l');
    assert.equal(await commitAfter(editor, here.server, 1), totalOf(total));
  });

  it('is left as soon as something else is typed', async () => {
    here.server.scriptNext(stallAfter('1 + 1'));
    here.server.script(answer(' * 3'));
    const editor = await write('python', 'x = |');
    void trigger();
    const overtaken = await here.server.waitForRequest();
    await type('2');
    assert.equal(await overtaken.closed, 'closedByClient');
    assert.equal(await commitGhost(editor), 'x = 2 * 3');
  });

  it('is left as soon as what it says turns out to be something else', async () => {
    const reply = gatedAnswer('1 + 1', { chunkSize: 1 });
    here.server.scriptNext(reply);
    await write('python', 'x = |');
    await type(' ');
    const overtaken = await here.server.waitForRequest();
    await type('2');
    assert.equal(overtaken.closedByClient, false);
    reply.release(1);
    assert.equal(await overtaken.closed, 'closedByClient');
  });

  it('is served after Enter, as it was suggested', async () => {
    here.server.script(answer('\n    return x * x\n'));
    const editor = await write('python', 'def square(x):|');
    await trigger();
    await type('\n');
    assert.equal(await commitAfter(editor, here.server, 1), 'def square(x):\n    return x * x');
  });

  it('is served line after line to who types all of it', async () => {
    here.server.script(answer(total));
    const editor = await write('python', totalOf('|'));
    await trigger();
    await keys('total = 0\nfor x in xs:\ntotal ');
    assert.equal(await commitAfter(editor, here.server, 1), totalOf(total));
  });

  for (const closing of ['always', 'never']) {
    describe(`with auto-closing ${closing}`, () => {
      beforeEach(async () => {
        await editorSetting('editor.autoClosingBrackets', closing);
        await editorSetting('editor.autoClosingQuotes', closing);
      });

      it('is served inside brackets that the editor closes', async () => {
        here.server.script(answer('sum(a, b);'));
        const editor = await write('javascript', 'const c = |\n');
        await trigger();
        await keys('sum(');
        assert.equal(await commitAfter(editor, here.server, 1), 'const c = sum(a, b);\n');
      });

      it('is served after a closing bracket was typed over', async () => {
        here.server.script(answer('sum(a)(b);'));
        const editor = await write('javascript', 'const c = |\n');
        await trigger();
        await keys('sum(a)(');
        assert.equal(await commitAfter(editor, here.server, 1), 'const c = sum(a)(b);\n');
      });

      it('is served inside quotes that the editor closes', async () => {
        here.server.script(answer('"hola " + nom;'));
        const editor = await write('javascript', 'const c = |\n');
        await trigger();
        await keys('"ho');
        assert.equal(await commitAfter(editor, here.server, 1), 'const c = "hola " + nom;\n');
      });

      it('is served inside brackets in brackets', async () => {
        here.server.script(answer('print(f"{len(xs)} files")'));
        const editor = await write('python', '|');
        await trigger();
        await keys('print(f"{len(');
        assert.equal(await commitAfter(editor, here.server, 1), 'print(f"{len(xs)} files")');
      });

      it('is served between braces after Enter', async () => {
        here.server.script(answer('{\n    return 1;\n}'));
        const editor = await write('javascript', 'function one() |\n');
        await trigger();
        await keys('{\n');
        const text = await commitAfter(editor, here.server, 1);
        // The closing line comes from the editor, or with the rest of the block.
        assert.equal(text, 'function one() {\n    return 1;\n}\n');
      });
    });
  }

  it('is served again after backspace', async () => {
    here.server.script(answer('price * count'));
    const editor = await write('python', 'total = |');
    await trigger();
    await keys('pri');
    await press('deleteLeft');
    await press('deleteLeft');
    assert.equal(await commitAfter(editor, here.server, 1), 'total = price * count');
  });

  it('is served again after a wrong key and backspace', async () => {
    here.server.scriptNext(answer('price * count'));
    const editor = await write('python', 'total = |');
    await trigger();
    await keys('prx');
    await here.server.waitForRequest(({ body }) => body.prompt === 'total = prx');
    await press('deleteLeft');
    assert.equal(await commitGhost(editor), 'total = price * count');
    assert.deepEqual(prompts(here.server), ['total = ', 'total = prx']);
  });

  it('is served in the indentation that was typed', async () => {
    here.server.script(answer('    print(x)\n'));
    const editor = await write('python', 'for x in xs:\n|');
    editor.options = { insertSpaces: true, tabSize: 4 };
    await trigger();
    await press('tab');
    assert.equal(await commitAfter(editor, here.server, 1), 'for x in xs:\n    print(x)');
  });

  it('is served in the indentation of the model, where the editor indents a new line otherwise', async () => {
    here.server.script(answer('\n  if (a) {\n    b();\n  }\n}'));
    const editor = await write('javascript', 'function f() {|\n');
    editor.options = { insertSpaces: true, tabSize: 8 };
    await trigger();
    await type('\n');
    const text = await commitAfter(editor, here.server, 1);
    assert.equal(text, 'function f() {\n  if (a) {\n    b();\n  }\n}\n');
  });

  it('is served after a word of it was accepted', async () => {
    here.server.script(answer('const sum = a + b;'));
    const editor = await write('javascript', '|');
    await trigger();
    assert.equal(await untilChanged(editor, 'editor.action.inlineSuggest.acceptNextWord'), 'const');
    await keys(' s');
    assert.equal(await commitAfter(editor, here.server, 1), 'const sum = a + b;');
  });

  it('is served after a line of it was accepted', async () => {
    here.server.script(answer(total));
    const editor = await write('python', totalOf('|'));
    await trigger();
    const line = await untilChanged(editor, 'editor.action.inlineSuggest.acceptNextLine');
    assert.equal(line.trimEnd(), totalOf('total = 0'));
    assert.equal(await commitAfter(editor, here.server, 1), totalOf(total));
  });

  it('is served when the person comes back from another place', async () => {
    here.server.script(answer('return a + b'));
    const editor = await write('python', 'def add(a, b):\n    |\n\ny = 2\n');
    await trigger();
    putCursor(editor, 0);
    putCursor(editor, 'def add(a, b):\n    '.length);
    await type('r');
    assert.equal(await commitAfter(editor, here.server, 1), 'def add(a, b):\n    return a + b\n\ny = 2\n');
  });

  it('is served when the person comes back after a change further down', async () => {
    const below = `\n\n${'z = 1\n'.repeat(50)}y = 2`;
    here.server.scriptNext(answer('return a + b'));
    const editor = await write('python', `def add(a, b):\n    |${below}`);
    await trigger();
    putCursor(editor, editor.document.getText().length);
    await type('0');
    await here.server.waitForRequest(({ body }) => body.prompt?.endsWith('y = 20') === true);
    putCursor(editor, 'def add(a, b):\n    '.length);
    await type('r');
    assert.equal(await commitAfter(editor, here.server, 2), `def add(a, b):\n    return a + b${below}0`);
  });

  it('is served when the person comes back from another file', async () => {
    here.server.scriptNext(answer('return a + b'));
    const editor = await write('python', 'def add(a, b):\n    |');
    await trigger();
    await write('python', 'z = |');
    await type('0');
    await here.server.waitForRequest(({ body }) => body.prompt === 'z = 0');
    await vscode.window.showTextDocument(editor.document);
    const back = vscode.window.activeTextEditor!;
    putCursor(back, 'def add(a, b):\n    '.length);
    await type('r');
    assert.equal(await commitAfter(back, here.server, 2), 'def add(a, b):\n    return a + b');
  });

  it('is written on while somebody types towards its end', async () => {
    // A stream that ends because of its length may go on.
    here.server.scriptNext(answer('a = 1\n    b = 2\n', { finishReason: 'length' }));
    here.server.script(answer('    c = 3\n'));
    const editor = await write('python', 'def f():\n    |');
    await trigger();
    await keys('a = 1\nb =');
    const more = await here.server.waitForRequest(({ body }) => body.prompt?.endsWith('b = 2\n') === true);
    assert.equal(await more.closed, 'answered');
    await keys(' 2\n');
    assert.equal(await commitGhost(editor), 'def f():\n    a = 1\n    b = 2\n    c = 3');
    assert.equal(here.server.asked.length, 2);
  });
});
