import * as vscode from 'vscode';
import assert from 'node:assert/strict';
import { settingNames } from '../../src/editor/settings';
import { closeEditors, commitGhost, extension, resetSettings, setting } from '../support/extension';
import { trigger, type, untilChanged, useEndpoint } from '../support/extension';
import { languageSamples, samplePath, type LanguageSample } from '../support/languageSamples';
import { answer } from '../support/replies';
import { startScriptedServer, type ScriptedServer } from '../support/scriptedServer';

describe('the 92', () => {
  let server: ScriptedServer;
  before(async () => {
    server = await startScriptedServer();
    await extension().activate();
    await resetSettings();
    await useEndpoint(server);
  });
  beforeEach(() => {
    server.script(answer(''));
    server.forget();
  });
  afterEach(async function () {
    // The next sample takes the place of one that is as it was on the disk; closing 90 editors takes long.
    if (this.currentTest?.state === 'failed' || vscode.window.activeTextEditor?.document.isDirty) {
      await closeEditors();
    }
  });
  after(async () => {
    await closeEditors();
    await resetSettings();
    await server.stop();
  });

  for (const sample of languageSamples) {
    it(`${sample.row}: id, comments, and what the model is told`, async () => {
      const editor = await opened(sample);
      assert.equal(editor.document.languageId, sample.vscodeId);

      const line = lastLine(editor.document);
      const before = editor.document.lineAt(line).text.trim().replace(/ +/g, ' ');
      editor.selection = new vscode.Selection(line, 0, line, 0);
      await untilChanged(editor, 'editor.action.commentLine');
      const [open, close] = sample.comment!;
      const after = editor.document.lineAt(line).text.trim().replace(/ +/g, ' ');
      assert.equal(after, [open, before, close].filter((part) => part !== '').join(' '));

      await vscode.commands.executeCommand('undo');

      atEnd(editor);
      await trigger();
      assert.match(question(server), new RegExp(`\\(${escaped(sample.name)}\\):`));
    });
  }

  describe('the two sets of notebooks', () => {
    const row = 'jupyter-structured-clean-dedup';

    it('are asked for in cells, of code and of text', async () => {
      await inCell(0);
      assert.match(question(server), /analysis\.ipynb \(Markdown, a cell of a Jupyter notebook\):/);
      await inCell(1);
      assert.match(question(server), /analysis\.ipynb \(Python, a cell of a Jupyter notebook\):/);
    });

    it('can be switched off one without the other', async () => {
      await setting(settingNames.completionLanguages, { '*': true, 'jupyter-text': false });
      await inCell(0);
      assert.deepEqual(server.asked, []);
      await inCell(1);
      assert.equal(server.asked.length, 1);
      await setting(settingNames.completionLanguages, undefined);
    });

    async function inCell(index: number): Promise<void> {
      const notebook = await vscode.workspace.openNotebookDocument(uriOf({ row, file: 'analysis.ipynb' }));
      const shown = await vscode.window.showNotebookDocument(notebook);
      shown.selection = new vscode.NotebookRange(index, index + 1);
      await vscode.commands.executeCommand('notebook.cell.edit');
      await vscode.commands.executeCommand('cursorBottom');
      assert.equal(vscode.window.activeTextEditor?.document, notebook.cellAt(index).document);
      await trigger();
    }
  });

  describe('beside another extension that brings the same language', () => {
    it('completes, and leaves the other’s comments and brackets alone', async () => {
      assert.ok(vscode.extensions.getExtension('aliada-test.other-languages'), 'the other one is not there');
      const editor = await written('parser.mly', 'main: EOF');
      assert.equal(editor.document.languageId, 'ocaml.menhir');
      await untilChanged(editor, 'editor.action.commentLine');
      assert.equal(editor.document.getText(), '!! main: EOF');
      atEnd(editor);
      await type('<');
      assert.equal(editor.document.getText(), '!! main: EOF<>');
      await trigger();
      assert.match(question(server), /parser\.mly \(Menhir\):/);
    });

    it('leaves files to another language that the other has for the same ending', async () => {
      const editor = await written('lexer.mll', 'rule token');
      const giveUp = performance.now() + 10_000;
      while (editor.document.languageId !== 'otherlexer') {
        assert.ok(performance.now() < giveUp, editor.document.languageId);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    });
  });

  it('a new issue of the GitHub extension gets completion, without a name of its file', async () => {
    const store = vscode.workspace.registerFileSystemProvider('newIssue', new OneFile('Quan la llista és '));
    const uri = vscode.Uri.parse('newIssue:/NewIssue.md?%7B%22origin%22%3A1%7D');
    const editor = await vscode.window.showTextDocument(uri);
    server.script(answer('buida, falla.'));
    atEnd(editor);
    await trigger();
    assert.equal(await commitGhost(editor), 'Quan la llista és buida, falla.');
    assert.match(question(server), /The file \(Issue text\):/);
    await closeEditors();
    store.dispose();
  });

  it('says what an ambiguous file is by what stands in it', async () => {
    for (const [file, content, said] of [
      ['laws.pl', ':- module(laws, []).\n\nparent(ane, jon).\n', /\(Prolog\):/],
      ['norm.m', 'function n = norm2(x)\n  n = sqrt(sum(x.^2));\nend\n', /\(MATLAB\):/],
      ['gate.v', 'module gate(input a, output b);\n  assign b = ~a;\nendmodule\n', /\(Verilog\):/],
      ['list.h', 'struct list {\n  struct list *next;\n};\n', /\(C\):/],
    ] as const) {
      atEnd(await written(file, content));
      await trigger();
      assert.match(question(server), said);
      await closeEditors();
    }
  });
});

/** Writes a file into the workspace and opens it. */
async function written(name: string, content: string): Promise<vscode.TextEditor> {
  const [folder] = vscode.workspace.workspaceFolders!;
  const uri = vscode.Uri.joinPath(folder!.uri, name);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(content));
  return vscode.window.showTextDocument(uri);
}

async function opened(sample: LanguageSample): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uriOf(sample)));
}

function uriOf(sample: Pick<LanguageSample, 'row' | 'file'>): vscode.Uri {
  return vscode.Uri.joinPath(extension().extensionUri, samplePath(sample));
}

function atEnd(editor: vscode.TextEditor): void {
  const { end } = editor.document.lineAt(editor.document.lineCount - 1).range;
  editor.selection = new vscode.Selection(end, end);
}

function lastLine(document: vscode.TextDocument): number {
  let line = document.lineCount - 1;
  while (document.lineAt(line).isEmptyOrWhitespace) line -= 1;
  return line;
}

/** What the model was asked, the newest. */
function question(server: ScriptedServer): string {
  const messages = (server.asked.at(-1)?.body.messages ?? []) as { role: string; content: string }[];
  return messages.find(({ role }) => role === 'user')?.content ?? '';
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

const nothing = (): void => undefined;

class OneFile implements vscode.FileSystemProvider {
  readonly onDidChangeFile = new vscode.EventEmitter<vscode.FileChangeEvent[]>().event;
  private content: Uint8Array;
  constructor(text: string) {
    this.content = new TextEncoder().encode(text);
  }
  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }
  stat(): vscode.FileStat {
    return { type: vscode.FileType.File, ctime: 0, mtime: 0, size: this.content.length };
  }
  readFile(): Uint8Array {
    return this.content;
  }
  writeFile(_uri: vscode.Uri, content: Uint8Array): void {
    this.content = content;
  }
  readDirectory(): [string, vscode.FileType][] {
    return [];
  }
  createDirectory = nothing;
  delete = nothing;
  rename = nothing;
}
