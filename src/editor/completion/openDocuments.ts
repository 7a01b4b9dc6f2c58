import * as vscode from 'vscode';
import type { OpenText } from '../../core/completion/context/openText';
import type { Disposable } from '../../core/disposable';
import { together } from '../disposables';
import { languageIdOf } from '../languages/languageIdOf';
import { pathOf } from './path';
import { documentSchemes } from './schemes';

/** The documents that a person has open in tabs; what extensions open to look into is none of them. */
export class OpenDocuments implements Disposable {
  private readonly texts = new WeakMap<vscode.TextDocument, OpenText>();
  /** When each was last looked at or changed, in steps. */
  private readonly used = new Map<string, number>();
  private steps = 0;
  private list: readonly OpenText[] | undefined;
  private readonly listeners: Disposable;

  constructor() {
    const changed = (): void => {
      this.list = undefined;
    };
    this.listeners = together(
      vscode.window.tabGroups.onDidChangeTabs(({ opened, closed }) => {
        if (opened.length + closed.length > 0) changed();
      }),
      vscode.workspace.onDidOpenTextDocument(changed),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        this.used.delete(uri.toString());
        changed();
      }),
      vscode.workspace.onDidChangeWorkspaceFolders(changed),
      vscode.workspace.onDidChangeNotebookDocument(({ contentChanges }) => {
        if (contentChanges.length > 0) changed();
      }),
      vscode.window.onDidChangeActiveTextEditor((editor) => {
        if (editor !== undefined) this.use(editor.document);
      }),
    );
    const editor = vscode.window.activeTextEditor;
    if (editor !== undefined) this.use(editor.document);
  }

  /** The last used first. */
  open(): readonly OpenText[] {
    this.list ??= this.read();
    return this.list;
  }

  /** The document as the core reads it. */
  textOf(document: vscode.TextDocument): OpenText {
    const text = this.texts.get(document) ?? openText(document);
    this.texts.set(document, text);
    return text;
  }

  /** Somebody looks at the document, or writes in it. */
  use(document: vscode.TextDocument): void {
    const id = document.uri.toString();
    if (this.used.get(id) === this.steps && this.steps > 0) return;
    this.steps += 1;
    this.used.set(id, this.steps);
    this.list = undefined;
  }

  dispose(): void {
    this.listeners.dispose();
  }

  private read(): readonly OpenText[] {
    const tabs = new Set(
      vscode.window.tabGroups.all.flatMap((group) => group.tabs.flatMap(({ input }) => urisOf(input))),
    );
    const cells = vscode.workspace.notebookDocuments
      .filter(({ uri }) => tabs.has(uri.toString()))
      .flatMap((notebook) => notebook.getCells().map(({ document }) => document));
    const files = vscode.workspace.textDocuments.filter(({ uri }) => tabs.has(uri.toString()));
    const lastUse = ({ uri }: vscode.TextDocument): number => this.used.get(uri.toString()) ?? 0;
    return [...files, ...cells]
      .filter(({ uri, isClosed }) => !isClosed && documentSchemes.includes(uri.scheme))
      .sort((a, b) => lastUse(b) - lastUse(a))
      .map((document) => this.textOf(document));
  }
}

function urisOf(input: unknown): readonly string[] {
  if (input instanceof vscode.TabInputText || input instanceof vscode.TabInputNotebook)
    return [input.uri.toString()];
  return input instanceof vscode.TabInputTextDiff ? [input.modified.toString()] : [];
}

function openText(document: vscode.TextDocument): OpenText {
  return {
    id: document.uri.toString(),
    path: pathOf(document.uri),
    get languageId() {
      return languageIdOf(document);
    },
    get version() {
      return document.version;
    },
    get lineCount() {
      return document.lineCount;
    },
    line: (line) => document.lineAt(line).text,
  };
}
