import * as vscode from 'vscode';
import { FollowedProposal } from '../../core/changes/follow';
import { editOf } from '../../core/changes/lineEdits';
import type { Hunk } from '../../core/changes/hunks';
import { endingLike, unfinished, withPlainLineEnds } from '../../core/changes/streamed';
import { t } from '../../core/text';

/** What somebody proposes to change. */
export interface ProposedChange {
  /** The document; one that does not exist yet is made by accepting. */
  readonly uri: vscode.Uri;
  /** What is replaced; the whole document where it is left out. */
  readonly range?: vscode.Range;
  /**
   * What stands there then. While it is being written: each value is the whole text so far and takes the place of the one
   * before. The signal is aborted once nobody wants it any more.
   */
  readonly newText: string | ((signal: AbortSignal) => AsyncIterable<string>);
  /** The title of the editor that shows it. */
  readonly title: string;
}

/**
 * What became of a proposal: decided by hand, the same as what is there, or no longer wanted before it was whole.
 * `accepted` where at least one change was taken.
 */
export type Outcome = 'accepted' | 'refused' | 'unchanged' | 'stopped';

/** While it is written, the whole text goes to VS Code each time: not for every token. In milliseconds. */
const paceMs = 50;

/** One proposal: the text that is shown beside the document, and how what is accepted of it gets there. */
export class OpenProposal {
  private readonly aborting = new AbortController();
  private followed: FollowedProposal | undefined;
  private shown: string;
  private taken = false;
  private pacer: ReturnType<typeof setTimeout> | undefined;
  private ended: ((outcome: Outcome) => void) | undefined;
  /** How it ended. */
  readonly outcome = new Promise<Outcome>((resolve) => (this.ended = resolve));

  /**
   * @param document `undefined` where the file does not exist yet.
   * @param changed told whenever what is shown, or what is open, is another one.
   */
  constructor(
    readonly change: ProposedChange,
    readonly document: vscode.TextDocument | undefined,
    private readonly changed: () => void,
  ) {
    this.shown = this.now;
  }

  get signal(): AbortSignal {
    return this.aborting.signal;
  }

  /** True while the text is still being written. */
  get isStreaming(): boolean {
    return this.followed === undefined;
  }

  /** What is still to be decided; empty while it is being written. */
  get proposal(): FollowedProposal['proposal'] | undefined {
    return this.followed?.proposal;
  }

  /** The text that is shown, with the line ends of its document. */
  get text(): string {
    const isCrlf = this.document?.eol === vscode.EndOfLine.CRLF;
    return isCrlf ? this.shown.replaceAll('\n', '\r\n') : this.shown;
  }

  /** Writes the proposal, to its end. @returns false where it brings nothing to decide on. */
  async write(): Promise<boolean> {
    const { newText, range } = this.change;
    const before = this.now;
    const [head, old, tail] = parts(before, range);
    let written = '';
    if (typeof newText === 'string') written = newText;
    else {
      try {
        for await (const soFar of newText(this.signal)) {
          if (this.signal.aborted) break;
          written = soFar;
          this.shown = head + unfinished(old, withPlainLineEnds(written)) + tail;
          this.pacer ??= setTimeout(() => {
            this.pacer = undefined;
            this.changed();
          }, paceMs);
        }
      } catch (error) {
        // Whoever stopped it knows why it ended.
        if (!this.signal.aborted) throw error;
      } finally {
        clearTimeout(this.pacer);
      }
    }
    if (this.signal.aborted) return false;
    written = withPlainLineEnds(written);
    const whole = range === undefined ? endingLike(written, old) : head + written + tail;
    this.followed = new FollowedProposal(before, whole);
    const isSame = this.followed.isOver;
    this.followed.follow(this.now);
    this.show();
    if (isSame) this.end('unchanged');
    return !isSame;
  }

  /** The document has changed. */
  follow(): void {
    if (this.followed?.follow(this.now) === true) this.show();
  }

  /** Puts hunks into the document, in one step. @returns why not, in words. */
  async accept(hunks: readonly Hunk[]): Promise<string | undefined> {
    if (this.followed === undefined || hunks.length === 0) return undefined;
    const { uri } = this.change;
    if (this.document !== undefined && !(await isWritable(uri))) return notWritable(uri);
    // Another one may have come in between without this one being told yet.
    this.follow();
    const { open, text } = this.followed.proposal;
    const ids = new Set(hunks.map(({ id }) => id));
    const fitting = open.filter(({ id }) => ids.has(id));
    if (fitting.length < hunks.length) return changedMeanwhile();
    const edit = new vscode.WorkspaceEdit();
    if (this.document === undefined) {
      edit.createFile(uri, { contents: new TextEncoder().encode(this.followed.result) });
    } else {
      for (const hunk of fitting) {
        const { from, to, text: put } = editOf(hunk, text);
        edit.replace(uri, new vscode.Range(from.line, from.character, to.line, to.character), put);
      }
    }
    if (!(await vscode.workspace.applyEdit(edit))) return notWritable(uri);
    this.taken = true;
    if (this.document === undefined) this.followed.accept(ids);
    // An editor may have done more on the way, such as another extension's: then the text is what it is.
    else this.followed.follow(this.now);
    this.settle();
    return undefined;
  }

  refuse(hunks: readonly Hunk[]): void {
    this.followed?.refuse(new Set(hunks.map(({ id }) => id)));
    this.settle();
  }

  /** Nobody wants the rest: what is open is refused, what is being written is stopped. */
  close(): void {
    const wasStreaming = this.isStreaming;
    this.aborting.abort();
    this.end(wasStreaming ? 'stopped' : this.taken ? 'accepted' : 'refused');
  }

  private settle(): void {
    this.show();
    if (this.followed?.isOver === true) this.close();
  }

  private show(): void {
    if (this.followed !== undefined) this.shown = this.followed.result;
    this.changed();
  }

  private end(outcome: Outcome): void {
    this.ended?.(outcome);
  }

  private get now(): string {
    return withPlainLineEnds(this.document?.getText() ?? '');
  }
}

/** What stands before a range, in it and behind it, in a text whose line ends are `\n`. */
function parts(text: string, range: vscode.Range | undefined): readonly [string, string, string] {
  if (range === undefined) return ['', text, ''];
  const lines = text.split('\n');
  const at = ({ line, character }: vscode.Position): number =>
    lines.slice(0, line).reduce((sum, { length }) => sum + length + 1, 0) +
    Math.min(character, lines[line]?.length ?? 0);
  const [from, to] = [at(range.start), at(range.end)];
  return [text.slice(0, from), text.slice(from, to), text.slice(to)];
}

/** Said where a hunk no longer fits. */
function changedMeanwhile(): string {
  return t(
    'Nothing was changed here: the file has changed in this place meanwhile. Ask for the change again.',
  );
}

/** VS Code itself changes what it cannot save. */
async function isWritable(uri: vscode.Uri): Promise<boolean> {
  if (vscode.workspace.fs.isWritableFileSystem(uri.scheme) === false) return false;
  if (uri.scheme === 'untitled' || uri.scheme === 'vscode-notebook-cell') return true;
  try {
    const { permissions = 0 } = await vscode.workspace.fs.stat(uri);
    return (permissions & vscode.FilePermission.Readonly) === 0;
  } catch (error) {
    // What was deleted lives on in its editor, and saving brings it back.
    if (error instanceof vscode.FileSystemError) return true;
    throw error;
  }
}

function notWritable(uri: vscode.Uri): string {
  return t(
    'Nothing was changed: {0} cannot be written. It may be read-only, or no longer there.',
    uri.path.split('/').at(-1) ?? '',
  );
}
