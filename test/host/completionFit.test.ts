import * as vscode from 'vscode';
import assert from 'node:assert/strict';
import { commitAfter, completionServer, keys, press, prompts } from '../support/completion';
import { trigger, type, write } from '../support/extension';
import { answer } from '../support/replies';

describe('what lands in the document', () => {
  const here = completionServer();

  /** Asks at the place marked by `|`, takes what is offered, and returns the document. */
  async function taken(language: string, content: string, generated: string): Promise<string> {
    here.server.script(answer(generated));
    const editor = await write(language, content);
    await trigger();
    return commitAfter(editor, here.server, 1);
  }

  /** As `taken`, where nothing is to be offered: what a person would take changes nothing. */
  async function offersNothing(language: string, content: string, generated: string): Promise<void> {
    here.server.script(answer(generated));
    const editor = await write(language, content);
    await trigger();
    await press('editor.action.inlineSuggest.commit');
    assert.equal(editor.document.getText(), content.replace('|', ''));
  }

  it('does not repeat what stands behind the cursor', async () => {
    assert.equal(await taken('python', 'print(|)', 'name, "!")'), 'print(name, "!")');
  });

  it('replaces what the editor has closed, where the line goes on after it', async () => {
    assert.equal(await taken('javascript', 'x = "|"\n', 'hello" + name\n'), 'x = "hello" + name\n');
    here.server.forget();
    assert.equal(await taken('python', 'def add(|)\n', 'a, b):\n'), 'def add(a, b):\n');
  });

  it('does not repeat the lines below', async () => {
    const text = await taken(
      'c',
      'int main() {\n    |\n    return total;\n}\n',
      'int total = 0;\n    return total;\n}\n',
    );
    assert.equal(text, 'int main() {\n    int total = 0;\n    return total;\n}\n');
  });

  it('does not repeat what stands before the cursor', async () => {
    assert.equal(
      await taken('python', 'def add(a, b):\n    return |', 'return a + b\n'),
      'def add(a, b):\n    return a + b',
    );
  });

  it('has the tabs of the file', async () => {
    const text = await taken(
      'go',
      'func f(a int) {\n\tg(a)\n\tif a > 0 {\n\t\t|\n\t}\n}\n',
      'for a > 0 {\n            a--\n        }\n        g(a)\n    }\n}\n',
    );
    assert.equal(
      text,
      'func f(a int) {\n\tg(a)\n\tif a > 0 {\n\t\tfor a > 0 {\n\t\t\ta--\n\t\t}\n\t\tg(a)\n\t}\n}\n',
    );
  });

  it('keeps odd indents as they are', async () => {
    const text = await taken(
      'ruby',
      'def a\n   b\n   if c\n      |\n   end\nend\n',
      'd do |x|\n         e x\n      end\n   end\nend\n',
    );
    assert.equal(text, 'def a\n   b\n   if c\n      d do |x|\n         e x\n      end\n   end\nend\n');
  });

  it('has the line ends of a document with CRLF', async () => {
    here.server.script(answer('total = 0\n    for x in xs:\n        total += x\n    return total\n'));
    const editor = await write('python', 'def total(xs):\r\n    |\r\n\r\nprint(1)\r\n');
    assert.equal(editor.document.eol, vscode.EndOfLine.CRLF);
    await trigger();
    assert.equal(
      await commitAfter(editor, here.server, 1),
      'def total(xs):\r\n    total = 0\r\n    for x in xs:\r\n        total += x\r\n    return total\r\n\r\nprint(1)\r\n',
    );
    assert.deepEqual(prompts(here.server), ['def total(xs):\n    ']);
  });

  it('is served to who types along in a document with CRLF', async () => {
    here.server.script(answer('total = 0\n    for x in xs:\n        total += x\n    return total\n'));
    const editor = await write('python', 'def total(xs):\r\n    |\r\n\r\nprint(1)\r\n');
    await trigger();
    await keys('total = 0\nfo');
    assert.equal(
      await commitAfter(editor, here.server, 1),
      'def total(xs):\r\n    total = 0\r\n    for x in xs:\r\n        total += x\r\n    return total\r\n\r\nprint(1)\r\n',
    );
  });

  it('has the line ends of the document where a server sends CRLF', async () => {
    const text = await taken('python', 'def f():\n    |', 'a = 1\r\n    return a\r\n');
    assert.equal(text, 'def f():\n    a = 1\n    return a');
  });

  it('is nothing where the model only repeats, or says nothing', async () => {
    await offersNothing('python', 'a = 1\n|\nb = 2\n', 'b = 2\n');
    await offersNothing('javascript', 'f(|)\n', ')\n');
    await offersNothing('python', 'x = 1\n|', '   \n\n');
  });

  it('begins without the space that the tokenizer adds', async () => {
    assert.equal(await taken('python', 'x = |\n', ' 5\n'), 'x = 5\n');
  });

  it('is the same at every cursor', async () => {
    here.server.script(answer('0'));
    const editor = await write('python', 'a = |\nb = \n');
    editor.selections = [4, 9].map((offset) => {
      const at = editor.document.positionAt(offset);
      return new vscode.Selection(at, at);
    });
    await type('1');
    assert.equal(await commitAfter(editor, here.server, 1), 'a = 10\nb = 10\n');
  });
});
