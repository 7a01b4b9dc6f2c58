import * as vscode from 'vscode';
import { isKept, isPartOf, shifted, type TextChange } from '../../core/completion/accepted';
import type { Figures } from '../../core/completion/figures';
import type { Suggestion } from '../../core/completion/request';
import type { Disposable } from '../../core/disposable';

/** After this time it is looked whether what was taken still stands there, in milliseconds. */
const checkAfterMs = 60_000;

interface Offered {
  readonly document: vscode.TextDocument;
  readonly offset: number;
  readonly suggestion: Suggestion;
  /** Whether a part of it has been counted. */
  partly: boolean;
}

interface Taken {
  readonly document: vscode.TextDocument;
  readonly text: string;
  start: number | undefined;
  readonly timer: ReturnType<typeof setTimeout>;
}

/** Follows what becomes of suggestions in the documents. Nothing of it leaves the computer. */
export class Usage implements Disposable {
  private last: Offered | undefined;
  private counted = 0;
  private readonly taken = new Set<Taken>();

  /**
   * @param onPart a part of a suggestion was taken.
   * @param onFirst the first suggestion of this window is on offer.
   */
  constructor(
    private readonly figures: Figures,
    private readonly onPart: () => void,
    private readonly onFirst: () => void,
  ) {}

  /** Suggestions were handed to VS Code; the first is what it shows. */
  offered(
    document: vscode.TextDocument,
    position: vscode.Position,
    [suggestion]: readonly Suggestion[],
    latencyMs: number,
  ): void {
    if (suggestion === undefined) return;
    const partly = this.last?.suggestion.id === suggestion.id && this.last.partly;
    this.last = { document, offset: document.offsetAt(position), suggestion, partly };
    if (this.counted === suggestion.id) return;
    if (this.counted === 0) this.onFirst();
    this.counted = suggestion.id;
    this.figures.offered(latencyMs);
  }

  /** VS Code ran the command of an item that was taken whole. */
  acceptedWhole(): void {
    const { last } = this;
    this.figures.accepted();
    if (last === undefined) return;
    this.last = undefined;
    const text = last.suggestion.text;
    const taken: Taken = {
      document: last.document,
      text,
      start: last.offset,
      timer: setTimeout(() => this.check(taken), checkAfterMs),
    };
    this.taken.add(taken);
  }

  changed({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    const { last } = this;
    for (const change of contentChanges) {
      const { rangeOffset: offset, rangeLength: removed, text } = change;
      this.follow(document, { offset, removed, text });
      if (last?.document !== document || last.partly) continue;
      if (!isPartOf({ offset, removed, text }, { offset: last.offset, text: last.suggestion.text })) continue;
      last.partly = true;
      this.figures.partlyAccepted();
      this.onPart();
    }
  }

  dispose(): void {
    for (const { timer } of this.taken) clearTimeout(timer);
    this.taken.clear();
  }

  private follow(document: vscode.TextDocument, change: TextChange): void {
    for (const taken of this.taken) {
      if (taken.document !== document || taken.start === undefined) continue;
      taken.start = shifted(taken.start, change);
    }
  }

  private check(taken: Taken): void {
    this.taken.delete(taken);
    const { document, text, start } = taken;
    if (document.isClosed) return;
    if (start === undefined) {
      this.figures.checked(false);
      return;
    }
    // Half as much again: something may have been put in between.
    const end = start + Math.ceil(text.length * 1.5) + 80;
    const now = document.getText(new vscode.Range(document.positionAt(start), document.positionAt(end)));
    this.figures.checked(isKept(text, now));
  }
}
