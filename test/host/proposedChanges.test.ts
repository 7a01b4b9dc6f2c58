import * as vscode from 'vscode';
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ProposedChanges } from '../../src/editor/changes/proposedChanges';
import { closeEditors, write } from '../support/extension';
import { notices } from '../support/notices';

const scheme = 'aliada-test-change';
const original = 'one\ntwo\nthree\nfour\nfive\n';
const wanted = 'uno\ntwo\nthree\nfour\ncinco\n';

describe('proposed changes', () => {
  let changes: ProposedChanges;
  let folder: string;
  const words = new vscode.EventEmitter<void>();

  before(async () => {
    changes = new ProposedChanges(words.event, undefined, scheme);
    folder = await mkdtemp(path.join(tmpdir(), 'aliada-changes-'));
  });
  beforeEach(() => notices.forget());
  afterEach(async () => {
    changes.refuseAll();
    await closeEditors();
  });
  after(async () => {
    changes.dispose();
    words.dispose();
    await rm(folder, { recursive: true });
  });

  async function until(happened: () => boolean, otherwise: () => string): Promise<void> {
    const giveUp = performance.now() + 10_000;
    while (!happened()) {
      assert.ok(performance.now() < giveUp, otherwise());
      await new Promise((next) => setTimeout(next, 20));
    }
  }

  function shownTab(): vscode.Tab | undefined {
    const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
    return tabs.find(
      ({ input }) => input instanceof vscode.TabInputTextDiff && input.modified.scheme === scheme,
    );
  }

  function shown(): vscode.TextDocument | undefined {
    const uri = (shownTab()?.input as vscode.TabInputTextDiff | undefined)?.modified.toString();
    return vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri);
  }

  async function lenses(): Promise<readonly vscode.CodeLens[]> {
    return vscode.commands.executeCommand('vscode.executeCodeLensProvider', shown()!.uri);
  }

  async function isShown(text: string): Promise<void> {
    await until(
      () => shown()?.getText() === text,
      () => `shown is ${JSON.stringify(shown()?.getText())}, not ${JSON.stringify(text)}`,
    );
  }

  function propose(document: vscode.TextDocument, newText = wanted): ReturnType<ProposedChanges['propose']> {
    return changes.propose({ uri: document.uri, newText, title: 'A change' });
  }

  it('are beside the document, which stays as it is, with words above each change', async () => {
    const { document } = await write('python', `|${original}`);
    const outcome = propose(document);
    await isShown(wanted);
    assert.equal(shown()?.languageId, 'python');
    assert.deepEqual(
      (await lenses()).map(({ range, command }) => [range.start.line, command?.title]),
      [
        [0, '$(check-all) Accept all 2'],
        [0, '$(close-all) Refuse all'],
        [0, '$(check) Accept'],
        [0, '$(close) Refuse'],
        [4, '$(check) Accept'],
        [4, '$(close) Refuse'],
      ],
    );
    assert.equal(document.getText(), original);
    changes.refuseAll();
    assert.equal(await outcome, 'refused');
    assert.equal(document.getText(), original);
    assert.equal(shownTab(), undefined);
  });

  it('are accepted as a whole in one step, and undone in one', async () => {
    const { document } = await write('plaintext', `|${original}`);
    const outcome = propose(document);
    await isShown(wanted);
    const { version } = document;
    await changes.acceptAll();
    assert.equal(await outcome, 'accepted');
    assert.equal(document.getText(), wanted);
    assert.equal(document.version, version + 1);
    assert.equal(vscode.window.activeTextEditor?.document, document);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), original);
  });

  it('are accepted and refused by hunk, and are over with the last of them', async () => {
    const { document } = await write('plaintext', `|${original}`);
    const outcome = propose(document);
    await isShown(wanted);
    await changes.acceptOne(undefined, 1);
    assert.equal(document.getText(), original.replace('five', 'cinco'));
    assert.equal(shown()?.getText(), wanted);
    changes.refuseOne(undefined, 0);
    assert.equal(await outcome, 'accepted');
    assert.equal(document.getText(), original.replace('five', 'cinco'));
  });

  it('move with changes elsewhere, and are refused with a word where the document has changed', async () => {
    const { document } = await write('plaintext', `|${original}`);
    const outcome = propose(document);
    await isShown(wanted);
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, new vscode.Range(0, 0, 0, 3), 'ONE');
    edit.insert(document.uri, new vscode.Position(2, 0), 'new\n');
    await vscode.workspace.applyEdit(edit);
    await isShown('ONE\ntwo\nnew\nthree\nfour\ncinco\n');
    assert.deepEqual(
      (await lenses()).map(({ range, command }) => [range.start.line, command?.title]),
      [
        [0, '$(warning) The file has changed here: this change no longer fits'],
        [5, '$(check) Accept'],
        [5, '$(close) Refuse'],
      ],
    );
    await changes.acceptOne(undefined, 0);
    assert.match(notices.shown.at(-1) ?? '', /^Nothing was changed here: the file has changed/);
    await changes.acceptAll();
    assert.equal(await outcome, 'accepted');
    assert.equal(document.getText(), 'ONE\ntwo\nnew\nthree\nfour\ncinco\n');
  });

  it('keep the line ends of the document, and its end without one', async () => {
    const file = path.join(folder, 'crlf.txt');
    await writeFile(file, 'a\r\n\tb\r\nc');
    const document = await vscode.workspace.openTextDocument(file);
    const outcome = propose(document, 'a\n\tB\nC\n');
    await isShown('a\r\n\tB\r\nC');
    await changes.acceptAll();
    assert.equal(await outcome, 'accepted');
    await document.save();
    assert.equal(await readFile(file, 'utf8'), 'a\r\n\tB\r\nC');
  });

  it('stream into what is shown; the document is untouched until the end', async () => {
    const { document } = await write('plaintext', `|${original}`);
    let go: () => void = () => undefined;
    const step = (): Promise<void> => new Promise((resolve) => (go = resolve));
    const outcome = changes.propose({
      uri: document.uri,
      range: new vscode.Range(1, 0, 3, 0),
      title: 'A change',
      newText: async function* () {
        yield 'DOS\n';
        await step();
        yield 'dos\ntres\n';
        await step();
      },
    });
    await isShown('one\nDOS\nthree\nfour\nfive\n');
    assert.deepEqual(
      (await lenses()).map(({ command }) => command?.title),
      ['$(debug-stop) Stop writing'],
    );
    go();
    await isShown('one\ndos\ntres\nfour\nfive\n');
    assert.equal(document.getText(), original);
    go();
    while (!(await lenses()).some(({ command }) => command?.title === '$(check) Accept'));
    await changes.acceptAll();
    await until(
      () => document.getText() === 'one\ndos\ntres\nfour\nfive\n',
      () => document.getText(),
    );
    assert.equal(await outcome, 'accepted');
  });

  it('are stopped by closing the editor while they are written, with nothing changed', async () => {
    const { document } = await write('plaintext', `|${original}`);
    let aborted = false;
    const outcome = changes.propose({
      uri: document.uri,
      title: 'A change',
      newText: async function* (signal) {
        yield 'uno\n';
        await new Promise((resolve) => signal.addEventListener('abort', resolve));
        aborted = true;
        throw new Error('the connection was closed');
      },
    });
    await until(
      () => shown()?.getText().startsWith('uno') === true,
      () => 'not shown',
    );
    await vscode.window.tabGroups.close(shownTab()!);
    assert.equal(await outcome, 'stopped');
    await until(
      () => aborted,
      () => 'not aborted',
    );
    assert.equal(document.getText(), original);
  });

  it('say what the stream failed with, and leave the document as it was', async () => {
    const { document } = await write('plaintext', `|${original}`);
    const outcome = changes.propose({
      uri: document.uri,
      title: 'A change',
      newText: async function* () {
        yield await Promise.resolve('uno\n');
        throw new Error('broken off');
      },
    });
    await assert.rejects(outcome, /broken off/);
    assert.equal(document.getText(), original);
    assert.equal(shownTab(), undefined);
  });

  it('are not shown where they change nothing', async () => {
    const { document } = await write('plaintext', `|${original}`);
    assert.equal(await propose(document, original), 'unchanged');
    assert.equal(shownTab(), undefined);
  });

  it('make a new file, which is not there before', async () => {
    const uri = vscode.Uri.file(path.join(folder, 'new.test.ts'));
    const outcome = changes.propose({ uri, newText: 'it();\n', title: 'Tests' });
    await isShown('it();\n');
    await assert.rejects(readFile(uri.fsPath), /ENOENT/);
    await changes.acceptAll();
    assert.equal(await outcome, 'accepted');
    assert.equal(await readFile(uri.fsPath, 'utf8'), 'it();\n');
    assert.equal(vscode.window.activeTextEditor?.document.uri.fsPath, uri.fsPath);
  });

  it('are not made in a file that cannot be written, and say so', async () => {
    const provider: vscode.FileSystemProvider = readOnly('text\n');
    const registered = vscode.workspace.registerFileSystemProvider('aliada-locked', provider, {
      isReadonly: true,
    });
    try {
      const document = await vscode.workspace.openTextDocument(vscode.Uri.parse('aliada-locked:/locked.txt'));
      const outcome = propose(document, 'other\n');
      await isShown('other\n');
      await changes.acceptAll();
      assert.match(notices.shown.at(-1) ?? '', /locked\.txt cannot be written/);
      assert.equal(document.getText(), 'text\n');
      assert.ok(shownTab() !== undefined, 'what was proposed is lost');
      changes.refuseAll();
      assert.equal(await outcome, 'refused');
    } finally {
      registered.dispose();
    }
  });

  it('change a cell of a notebook', async () => {
    const cells = new vscode.NotebookData([
      new vscode.NotebookCellData(vscode.NotebookCellKind.Code, 'x = 1\ny = 2\n', 'python'),
    ]);
    const notebook = await vscode.workspace.openNotebookDocument('jupyter-notebook', cells);
    await vscode.window.showNotebookDocument(notebook);
    const { document } = notebook.cellAt(0);
    const outcome = propose(document, 'x = 1\ny = 3\n');
    await isShown('x = 1\ny = 3\n');
    await changes.acceptAll();
    assert.equal(await outcome, 'accepted');
    assert.equal(document.getText(), 'x = 1\ny = 3\n');
  });
});

function readOnly(text: string): vscode.FileSystemProvider {
  const bytes = new TextEncoder().encode(text);
  const refuse = (uri: vscode.Uri): never => {
    throw vscode.FileSystemError.NoPermissions(uri);
  };
  return {
    onDidChangeFile: new vscode.EventEmitter<vscode.FileChangeEvent[]>().event,
    watch: () => new vscode.Disposable(() => undefined),
    stat: () => ({ type: vscode.FileType.File, ctime: 0, mtime: 1, size: bytes.length }),
    readFile: () => bytes,
    readDirectory: () => [],
    createDirectory: refuse,
    writeFile: refuse,
    delete: refuse,
    rename: refuse,
  };
}
