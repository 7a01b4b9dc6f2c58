import { Passages, type Passage } from './passages';

/** What of a line is enough to tell a fence from text; a closing fence is no longer. */
const headLength = 160;

const listMark = /^(\s*(?:(?:[-*+]|\d{1,9}[.)])\s+)*)(.*)$/;

type LineKind = 'prose' | 'other';

/**
 * The prose of a Markdown text that arrives in pieces: without fenced and indented code, blockquotes, tables and HTML.
 * Costs the same for each character, however long the text grows.
 */
export class AnswerProse {
  private readonly passages: Passages;
  private offset = 0;
  /** The beginning of the current line. */
  private head = '';
  private kind: LineKind | undefined;
  private fence: string | undefined;
  private afterBlank = true;
  private inList = false;
  private inQuote = false;
  private afterHeading = false;

  constructor(found: (passage: Passage) => void) {
    this.passages = new Passages(found);
  }

  push(chunk: string): void {
    for (const piece of chunk.split(/(?<=\n)/)) this.takePiece(piece);
  }

  /** The text is whole. */
  end(): void {
    if (this.head !== '') this.endLine();
    this.passages.endBlock();
  }

  /** @param piece of one line, with its end where it has come. */
  private takePiece(piece: string): void {
    const ends = piece.endsWith('\n');
    const begun = this.offset;
    this.offset += piece.length;
    if (this.kind === 'prose') {
      this.passages.add(piece, begun);
    } else if (this.kind === undefined) {
      this.head += piece;
      if (!ends) this.decide(false);
    } else if (this.head.length < headLength) {
      this.head += piece;
    }
    if (ends) this.endLine();
  }

  private endLine(): void {
    if (this.kind === undefined) this.decide(true);
    const isBlank = this.kind !== 'prose' && this.head.trim() === '';
    if (this.kind !== 'prose' && this.fence === undefined && !isBlank) this.passages.endBlock();
    if (isBlank && this.fence === undefined) {
      this.passages.endBlock();
      this.inQuote = false;
    }
    this.afterBlank = isBlank;
    this.head = '';
    this.kind = undefined;
  }

  /** Decides what the current line is, as soon as its beginning shows it. */
  private decide(isWhole: boolean): void {
    const { head } = this;
    if (this.fence !== undefined) {
      if (isWhole) this.closeFence();
      else if (head.length >= headLength) this.kind = 'other';
      return;
    }
    const [, before = '', rest = ''] = listMark.exec(head.trimEnd()) ?? [];
    if (!isWhole && rest.length < 3) return;
    this.kind = this.kindOf(before, rest);
    if (this.kind !== 'prose') return;
    if (before.trim() !== '' || this.afterHeading || rest.startsWith('#')) this.passages.endBlock();
    this.afterHeading = rest.startsWith('#');
    this.passages.add(head, this.offset - head.length);
  }

  private closeFence(): void {
    const marks = /^\s*(`{3,}|~{3,})\s*$/.exec(this.head)?.[1];
    if (marks !== undefined && this.fence !== undefined && marks.startsWith(this.fence)) {
      this.fence = undefined;
      this.kind = 'other';
    }
  }

  private kindOf(before: string, rest: string): LineKind {
    if (rest === '' && before.trim() === '') return 'other';
    const isItem = before.trim() !== '';
    const indent = /^\s*/.exec(before)?.[0] ?? '';
    const isIndented = indent.startsWith('\t') || indent.length >= 4;
    if (isItem && (!isIndented || this.inList)) this.inList = true;
    else if (indent === '') this.inList = false;
    const fence = /^(`{3,})[^`]*$|^(~{3,})/.exec(rest);
    if (fence !== null) {
      this.fence = fence[1] ?? fence[2];
      return 'other';
    }
    if (isIndented && this.afterBlank && !this.inList) return 'other';
    // A line right behind a quoted one goes on with the quotation.
    this.inQuote = rest.startsWith('>') || (this.inQuote && !isItem && !rest.startsWith('#'));
    if (this.inQuote) return 'other';
    return /^(\||<[a-z!/]|!?\[[^\]]*\]:|([-*_=]\s*){3,}$)/i.test(rest) ? 'other' : 'prose';
  }
}
