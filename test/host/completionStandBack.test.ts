import * as vscode from 'vscode';
import assert from 'node:assert/strict';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { settingNames } from '../../src/editor/settings';
import { commitAfter, completionServer, editorSetting, keys, press, prompts } from '../support/completion';
import { putCursor } from '../support/completion';
import { commitGhost, setting, trigger, type, write } from '../support/extension';
import { answer } from '../support/replies';
import { notices } from '../support/notices';

describe('completion stands back', () => {
  const here = completionServer();

  /** Types a digit at the end of a new document: asked there, and so not before. */
  async function onlyThenAsks(): Promise<void> {
    await write('python', 'elsewhere = |');
    await type('7');
    await here.server.waitForRequest(({ body }) => body.prompt?.endsWith('elsewhere = 7') === true);
    assert.equal(here.server.asked.length, 1);
  }

  it('in the middle of a word', async () => {
    await write('python', 'na|me = 1');
    await type('m');
    await onlyThenAsks();
  });

  it('but not at the end of one', async () => {
    await write('python', 'nam| = 1');
    await type('e');
    await here.server.waitForRequest(({ body }) => body.prompt === 'name');
  });

  it('in comments where the person says so', async () => {
    await setting(settingNames.completionInComments, false);
    await write('python', 'x = 1  # the |');
    await type('n');
    await onlyThenAsks();
  });

  it('in strings where the person says so', async () => {
    await setting(settingNames.completionInStrings, false);
    await write('javascript', 'const a = "the |";');
    await type('n');
    await write('javascript', 'const a = "the" + b|');
    await type('n');
    const request = await here.server.waitForRequest();
    assert.match(request.body.prompt ?? '', /const a = "the" \+ bn$/);
  });

  it('while it is snoozed, unless it is asked for', async () => {
    const editor = await write('python', 'a = |');
    await press('aliada.snoozeCompletion');
    try {
      await type('1');
      here.server.script(answer('+ 1'));
      await type(' ');
      await trigger();
      assert.equal(await commitGhost(editor), 'a = 1 + 1');
      assert.deepEqual(prompts(here.server), ['a = 1 ']);
    } finally {
      await press('aliada.snoozeCompletion');
    }
    await type('2');
    await here.server.waitForRequest(({ body }) => body.prompt === 'a = 1 + 12');
  });

  it('where the settings of the workspace switch it off', async () => {
    const workspace = vscode.workspace.getConfiguration('aliada');
    const name = settingNames.completionEnabled;
    await workspace.update(name, false, vscode.ConfigurationTarget.Workspace);
    try {
      await write('python', 'a = |');
      await type('1');
      await trigger();
      notices.forget();
      await press('aliada.toggleCompletion');
      assert.match(notices.shown.join(), /workspace decide otherwise/);
      await press('aliada.toggleCompletion');
    } finally {
      await workspace.update(name, undefined, vscode.ConfigurationTarget.Workspace);
    }
    await onlyThenAsks();
  });

  it('in a minified file', async () => {
    await write('javascript', `${'var a=1;'.repeat(400)}|`);
    await type('b');
    await trigger();
    await onlyThenAsks();
  });

  it('from most of a huge file: what is sent does not grow with it', async () => {
    const lines = (count: number): string =>
      Array.from({ length: count }, (_, at) => `value_${at % 10} = ${at % 10}\n`).join('');
    await write('python', `${lines(2_000)}a = |\n${lines(2_000)}`);
    await type('1');
    const small = await here.server.waitForRequest();
    here.server.forget();
    await write('python', `${lines(50_000)}a = |\n${lines(50_000)}`);
    await type('1');
    const huge = await here.server.waitForRequest();
    assert.equal(huge.body.prompt?.length, small.body.prompt?.length);
  });
});

describe('completion beside the list of suggestions', () => {
  const here = completionServer();
  let list: vscode.Disposable | undefined;
  let focused: Promise<void>;

  /** Another extension's words, and a promise that one of them is chosen in the list. */
  function suggest(...words: readonly string[]): void {
    focused = new Promise((resolve) => {
      list = vscode.languages.registerCompletionItemProvider('python', {
        provideCompletionItems: () => words.map((word) => new vscode.CompletionItem(word)),
        resolveCompletionItem: (item: vscode.CompletionItem) => {
          resolve();
          return item;
        },
      });
    });
  }

  beforeEach(async () => {
    await editorSetting('editor.quickSuggestions', { other: 'off', comments: 'off', strings: 'off' });
    await editorSetting('editor.wordBasedSuggestions', 'off');
  });
  afterEach(() => {
    list?.dispose();
  });

  it('goes on with what is chosen there, where it agrees', async () => {
    suggest('console');
    here.server.script(answer('console.log(1)'));
    const editor = await write('python', 'x = |');
    await trigger();
    await keys('con');
    await press('editor.action.triggerSuggest');
    await focused;
    assert.equal(await commitAfter(editor, here.server, 1), 'x = console.log(1)');
  });

  it('is silent where something else is chosen there, and asks nobody', async () => {
    suggest('constant');
    here.server.script(answer('console.log(1)'));
    const editor = await write('python', 'x = |');
    await trigger();
    await keys('con');
    await press('editor.action.triggerSuggest');
    await focused;
    await trigger();
    await press('editor.action.inlineSuggest.commit');
    assert.equal(editor.document.getText(), 'x = con');
    assert.equal(here.server.asked.length, 1);
    await press('acceptSelectedSuggestion');
    assert.equal(editor.document.getText(), 'x = constant');
  });

  it('is there again once the list is closed', async () => {
    suggest('constant');
    here.server.script(answer('console.log(1)'));
    const editor = await write('python', 'x = |');
    await trigger();
    await keys('con');
    await press('editor.action.triggerSuggest');
    await focused;
    await press('hideSuggestWidget');
    await type('s');
    assert.equal(await commitAfter(editor, here.server, 1), 'x = console.log(1)');
  });
});

describe('completion in places that are no file', () => {
  const here = completionServer();

  it('works in the cell of a notebook', async () => {
    here.server.script(answer('total = 0\n    for x in xs:\n        total += x\n    return total\n'));
    // A file, since VS Code gives the names of notebooks that were never saved to the next one.
    const cell = (source: string): object => ({ cell_type: 'code', source, metadata: {}, outputs: [] });
    const cells = [cell('a = 1'), cell('def total(xs):\n    ')];
    const metadata = { language_info: { name: 'python' } };
    const file = path.join(await mkdtemp(path.join(tmpdir(), 'aliada-')), 'totals.ipynb');
    await writeFile(file, JSON.stringify({ cells, metadata, nbformat: 4, nbformat_minor: 5 }));
    const notebook = await vscode.workspace.openNotebookDocument(vscode.Uri.file(file));
    const shown = await vscode.window.showNotebookDocument(notebook);
    shown.selection = new vscode.NotebookRange(1, 2);
    await press('notebook.cell.edit');
    await press('cursorBottom');
    await trigger();
    const editor = vscode.window.activeTextEditor!;
    assert.equal(editor.document.uri.scheme, 'vscode-notebook-cell');
    assert.equal(
      await commitGhost(editor),
      'def total(xs):\n    total = 0\n    for x in xs:\n        total += x\n    return total',
    );
    assert.match(here.server.asked[0]?.body.prompt ?? '', /def total\(xs\):\n {4}$/);
  });

  it('works in the message of a commit', async () => {
    here.server.script(answer('the tests of the engine'));
    const control = vscode.scm.createSourceControl('test', 'Test');
    try {
      control.inputBox.value = 'Corrects ';
      await press('workbench.view.scm');
      await press('workbench.scm.action.focusNextInput');
      await press('cursorBottom');
      await trigger();
      const box = vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'vscode-scm');
      assert.ok(box, 'no commit box');
      const giveUp = performance.now() + 10_000;
      while (box.getText() === 'Corrects ') {
        assert.ok(performance.now() < giveUp, 'nothing was offered');
        await press('editor.action.inlineSuggest.commit');
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      assert.equal(box.getText(), 'Corrects the tests of the engine');
      assert.deepEqual(prompts(here.server), ['Corrects ']);
    } finally {
      control.dispose();
      await press('workbench.action.closeSidebar');
      await press('workbench.action.focusActiveEditorGroup');
    }
  });

  it('finds its way among several cursors', async () => {
    here.server.script(answer('return x'));
    const editor = await write('python', 'def a(x):\n    |\n\ndef b(x):\n    \n');
    const second = editor.document.getText().length - 1;
    putCursor(editor, 'def a(x):\n    '.length);
    const at = editor.document.positionAt(second);
    editor.selections = [...editor.selections, new vscode.Selection(at, at)];
    await type('r');
    await here.server.waitForRequest();
    await press('removeSecondaryCursors');
    assert.match(editor.document.getText(), /^def a\(x\):\n {4}r\n\ndef b\(x\):\n {4}r\n$/);
  });
});
