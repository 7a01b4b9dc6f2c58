// One of the hosts only looks like another. cspell:ignore gthub
import * as vscode from 'vscode';
import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { carryOut, type Proposer } from '../../src/editor/chat/codeEffects';
import { followLink } from '../../src/editor/chat/followLink';
import { closeEditors, write } from '../support/extension';
import { notices } from '../support/notices';

type Change = Parameters<Proposer['propose']>[0];

describe('what is done with code of an answer', () => {
  const changes: Change[] = [];
  const proposer: Proposer = {
    propose: (change) => {
      changes.push(change);
      return Promise.resolve('refused');
    },
  };
  let folder: string;

  before(async () => {
    const [workspace] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(workspace);
    folder = await mkdtemp(path.join(workspace.uri.fsPath, 'code-effects-'));
  });
  beforeEach(() => {
    changes.length = 0;
    notices.forget();
  });
  afterEach(async () => {
    for (const terminal of vscode.window.terminals) terminal.dispose();
    await closeEditors();
  });
  after(() => rm(folder, { recursive: true }));

  const request = (action: 'apply' | 'newFile' | 'terminal', text: string, language = 'python') =>
    ({ action, text, language, answer: 'a' }) as const;

  async function until(holds: () => boolean | Promise<boolean>, otherwise: string): Promise<void> {
    const giveUp = performance.now() + 15_000;
    while (!(await holds())) {
      assert.ok(performance.now() < giveUp, otherwise);
      await new Promise((next) => setTimeout(next, 30));
    }
  }

  it('applying proposes a change of the file that the question was about, and touches nothing', async () => {
    const file = path.join(folder, 'sum.py');
    const before = 'import os\n\ndef add(a, b):\n    return a\n\nprint(add(1, 2))\nprint(os.name)\n';
    await writeFile(file, before);
    await write('python', '|another = 1\n');
    const attached = {
      kind: 'code' as const,
      path: vscode.workspace.asRelativePath(file),
      languageId: 'python',
      text: 'def add(a, b):\n    return a',
      firstLine: 3,
      lastLine: 4,
    };
    await carryOut(request('apply', 'def add(a, b):\n    return a + b\n'), [attached], proposer);
    assert.equal(changes[0]?.uri.fsPath, file);
    assert.equal(changes[0].newText, before.replace('return a\n', 'return a + b\n'));
    const document = await vscode.workspace.openTextDocument(file);
    assert.equal(document.getText(), before);
    assert.equal(document.isDirty, false);
  });

  it('applying proposes a change of the file that is being edited where none went along', async () => {
    const editor = await write('python', 'one = 1\n|two = 2\nthree = 3\n');
    // VS Code tells its extensions a moment later which editor is the active one.
    await until(
      () => vscode.window.activeTextEditor?.document === editor.document,
      'the editor is not active',
    );
    editor.selection = new vscode.Selection(1, 0, 1, 7);
    await carryOut(request('apply', 'two = 22'), [], proposer);
    assert.equal(changes[0]?.newText, 'one = 1\ntwo = 22\nthree = 3\n');
    assert.equal(editor.document.getText(), 'one = 1\ntwo = 2\nthree = 3\n');
  });

  it('a file that left the workspace, or never was in it, is not written to', async () => {
    const attached = { kind: 'code', languageId: 'python', text: 'x', firstLine: 1, lastLine: 1 } as const;
    for (const outside of ['../../../../etc/hosts', '/etc/hosts', 'gone.py']) {
      await carryOut(request('apply', 'x = 1'), [{ ...attached, path: outside }], proposer);
      assert.deepEqual(changes, [], outside);
      assert.equal(vscode.window.activeTextEditor?.document.isUntitled, true);
      await closeEditors();
    }
  });

  it('a new file has the language of the fence and lies nowhere yet', async () => {
    await carryOut(request('newFile', 'echo hola\n', 'sh'), [], proposer);
    const { document } = vscode.window.activeTextEditor!;
    assert.equal(document.languageId, 'shellscript');
    assert.equal(document.getText(), 'echo hola\n');
    assert.equal(document.isUntitled, true);
  });

  it('a line in a real terminal stands there and does not run', async function () {
    this.timeout(40_000);
    // As one line: had the first part run when it was placed, the rest would be a mistake, and `second` never there.
    const [first, second] = [path.join(folder, 'first'), path.join(folder, 'second')];
    await carryOut(request('terminal', `$ touch '${first}'\u001b[201~\u0003\n`, 'bash'), [], proposer);
    const terminal = vscode.window.terminals.at(-1);
    assert.ok(terminal);
    assert.ok((await terminal.processId) !== undefined, 'a real shell');
    const names = await readdir(folder);
    assert.ok(!names.includes('first'));
    terminal.sendText(` && touch '${second}'`, true);
    await until(async () => (await readdir(folder)).includes('second'), 'the line did not wait for Enter');
  });

  it('several lines never reach a terminal: they go to the clipboard, with a word', async () => {
    const [first] = [path.join(folder, 'third')];
    for (const text of [
      `touch '${first}'\necho x`,
      `touch '${first}'\recho x`,
      `touch '${first}'\u2028echo x`,
    ]) {
      notices.forget();
      await carryOut(request('terminal', text, 'bash'), [], proposer);
      assert.equal(vscode.window.terminals.length, 0, 'no terminal was opened');
      assert.equal(await vscode.env.clipboard.readText(), text);
      assert.equal(notices.shown.length, 1);
    }
    assert.ok(!(await readdir(folder)).includes('third'));
  });

  describe('links', () => {
    it('of pages ask first, with the whole address; what is no page asks nothing', async () => {
      const asked: unknown[][] = [];
      const window = vscode.window as unknown as Record<string, unknown>;
      const original = window.showWarningMessage;
      window.showWarningMessage = (...words: unknown[]) => {
        asked.push(words);
        return Promise.resolve(undefined);
      };
      try {
        await followLink('web', 'https://gіthub.com/a?b=c#d');
        await followLink('web', 'command:workbench.action.closeAllEditors');
        await followLink('web', 'file:///etc/passwd');
      } finally {
        window.showWarningMessage = original;
      }
      assert.equal(asked.length, 1);
      const [words, options] = asked[0] as [string, vscode.MessageOptions];
      assert.match(words, /xn--gthub-n2e\.com/);
      assert.equal(options.modal, true);
      assert.match(options.detail ?? '', /^https:\/\/xn--gthub-n2e\.com\/a\?b=c#d\n/);
      assert.match(options.detail ?? '', /gіthub\.com/);
    });

    it('of files open the file at its line, and nothing outside the workspace', async () => {
      await writeFile(path.join(folder, 'long.py'), 'a\nb\nc\nd\n');
      const relative = vscode.workspace.asRelativePath(path.join(folder, 'long.py'));
      await followLink('file', `${relative}:3`);
      assert.equal(vscode.window.activeTextEditor?.selection.active.line, 2);
      await closeEditors();
      notices.forget();
      for (const address of [
        '/etc/passwd',
        '../../../../etc/passwd',
        `${relative}/../../../etc/passwd`,
        'no.py',
      ]) {
        await followLink('file', address);
        assert.equal(vscode.window.activeTextEditor, undefined, address);
      }
      assert.equal(notices.shown.length, 4);
    });
  });
});
