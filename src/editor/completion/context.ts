import * as vscode from 'vscode';
import { CompletionContext } from '../../core/completion/context/context';
import type { CompletionRequest } from '../../core/completion/request';
import type { Snippet } from '../../core/completion/snippet';
import type { Disposable } from '../../core/disposable';
import { together } from '../disposables';
import { languageIdOf } from '../languages/languageIdOf';
import type { PrivateFiles } from '../privacy/privateFiles';
import { DefinitionFinder } from './definitionFinder';
import { OpenDocuments } from './openDocuments';
import { Permissions } from './permissions';
import { documentSchemes } from './schemes';

/** Looks around once nobody has typed for so long, in milliseconds. */
const restMs = 250;
/** Who types without a pause is not waited for any longer than this, in milliseconds. */
const longestMs = 1_500;
/** Where nobody has asked for completion for so long, nothing is looked for. In milliseconds. */
const wantedMs = 60_000;
/** An event with more changes than this is a formatter's or a search-and-replace. */
const mostChanges = 8;

/** Pieces of other places for a prompt. */
export interface ContextOfEditor extends Disposable {
  /** What is at hand now; waits for nothing. @param most in characters. */
  readonly snippets: (request: CompletionRequest, most: number) => readonly Snippet[];
}

/** Follows what happens in the editor, and looks around while nobody types. */
export function createContext(files: PrivateFiles): ContextOfEditor {
  return new Follower(files);
}

class Follower implements ContextOfEditor {
  private readonly documents = new OpenDocuments();
  private readonly permissions: Permissions;
  private readonly context: CompletionContext;
  private readonly finder: DefinitionFinder;
  private readonly listeners: Disposable;
  private resting: ReturnType<typeof setTimeout> | undefined;
  /** When the first of the keystrokes came that nothing was looked for since. */
  private busySince: number | undefined;
  private reading: ReturnType<typeof setTimeout> | undefined;
  private looking = new AbortController();
  private wantedAt = -Infinity;

  constructor(files: PrivateFiles) {
    this.permissions = new Permissions(files);
    this.context = new CompletionContext(
      { open: () => this.documents.open(), mayBeSent: (id) => this.permissions.mayBeSent(id) },
      () => performance.now(),
    );
    this.finder = new DefinitionFinder(this.context.definitions, this.documents, files);
    this.listeners = together(
      this.documents,
      vscode.workspace.onDidChangeTextDocument((event) => this.changed(event)),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.context.forget(uri.toString())),
      // A new document may have the name and the version of one that was closed: cells of an unsaved notebook do.
      vscode.workspace.onDidOpenTextDocument(({ uri }) => this.context.forget(uri.toString())),
      vscode.window.onDidChangeTextEditorSelection(() => this.rest()),
      vscode.window.onDidChangeActiveTextEditor((editor) => {
        // Finds out early which files may be sent, so that the first request knows.
        if (editor !== undefined) this.context.related(languageIdOf(editor.document));
        this.rest();
      }),
    );
  }

  readonly snippets = (request: CompletionRequest, most: number): readonly Snippet[] => {
    this.wantedAt = performance.now();
    this.rest();
    return this.context.snippets(request, most);
  };

  dispose(): void {
    clearTimeout(this.resting);
    clearTimeout(this.reading);
    this.looking.abort();
    this.listeners.dispose();
  }

  private changed({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    if (contentChanges.length === 0 || !documentSchemes.includes(document.uri.scheme)) return;
    // What came from the disk was not written here. Cells do not say whether they were saved.
    const byHand = document.isDirty || document.uri.scheme === 'vscode-notebook-cell';
    const id = document.uri.toString();
    for (const { range, text } of contentChanges) {
      const edit = {
        line: range.start.line,
        removed: range.end.line - range.start.line,
        added: lineEnds(text),
      };
      this.context.edits.note(id, edit, byHand && contentChanges.length <= mostChanges);
    }
    if (byHand) this.documents.use(document);
    this.rest();
  }

  /** Something happened: what is looked for begins anew once it is quiet. */
  private rest(): void {
    const now = performance.now();
    if (now - this.wantedAt > wantedMs) return;
    this.busySince ??= now;
    const left = this.busySince + longestMs - now;
    clearTimeout(this.resting);
    this.resting = setTimeout(() => this.lookAround(), Math.max(0, Math.min(restMs, left)));
  }

  private lookAround(): void {
    this.busySince = undefined;
    this.looking.abort();
    const editor = vscode.window.activeTextEditor;
    if (editor === undefined) return;
    const { document, selection } = editor;
    if (!documentSchemes.includes(document.uri.scheme)) return;
    if (!this.permissions.mayBeSent(document.uri.toString())) return;
    if (this.context.similar.follow(this.context.related(languageIdOf(document)))) this.read();
    this.looking = new AbortController();
    void this.finder.find(document, selection.active.line, this.looking.signal);
  }

  /** Reads files by small steps, between which everything else has its turn. */
  private read(): void {
    clearTimeout(this.reading);
    this.reading = setTimeout(() => {
      if (this.context.similar.work()) this.read();
    }, 0);
  }
}

function lineEnds(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
