import { withoutNames } from './names';
import { blankQuotations } from './quotations';

/** About a sentence of an answer's prose, as Markdown, without quotations. */
export interface Passage {
  readonly text: string;
  /** Where it begins in the answer, in UTF-16 units, with the marks that stand before it in its line. */
  readonly at: number;
  /** Counts the paragraphs, headings and list items of the answer. */
  readonly block: number;
}

/**
 * What a program says, written without marks: the rest of the line behind an error's name is not the answer's own.
 */
const beforeMessage =
  /(?:\b[A-Z]\w*(?:Error|Exception|Warning)|^[\s*_-]*(?:error|fatal|panic|warning|Traceback[^:]*|npm (?:err(?:or)?!?|warn)(?: [^:]*)?|[\w./-]+:\d+)(?:\[\w+\])?)[*_]*:\s$/i;

/** A conventional commit: what stands behind its type is the message, in the language of the repository. */
const beforeCommit =
  /^[\s*_-]*(?:feat|fix|docs|style|refactor|perf|test|build|ci|chore|revert)(?:\([\w ./-]+\))?!?:\s$/;

/** A passage without an end of sentence is cut at the next space behind this many characters. */
const cutAt = 60;

/** Beyond this many characters an open quotation or code span is none: its end was forgotten. */
const longestSpan = 300;

const closers: Readonly<Record<string, string>> = { '«': '»', '“': '”', '„': '“', '"': '"' };

/** Cuts prose into passages while it arrives. Looks at each character once. */
export class Passages {
  private text = '';
  private at = 0;
  /** Backticks that stand together at the end of `text`. */
  private ticks = 0;
  /** What ends the code span or quotation that is open. */
  private open: string | undefined;
  private openedAt = 0;
  private block = 0;
  private inMessage = false;

  constructor(private readonly found: (passage: Passage) => void) {}

  /** @param offset where `piece` begins in the answer. */
  add(piece: string, offset: number): void {
    for (let index = 0; index < piece.length; index += 1) this.take(piece.charAt(index), offset + index);
  }

  /** The block has ended: a span that is open now was none. */
  endBlock(): void {
    this.open = undefined;
    this.inMessage = false;
    this.flush();
    this.block += 1;
  }

  private take(character: string, offset: number): void {
    const isSpace = character === ' ' || character === '\n' || character === '\t' || character === '\r';
    if (this.inMessage) {
      this.inMessage = character !== '\n';
      return;
    }
    if (this.text === '') {
      if (isSpace) return;
      this.at = offset;
    }
    if (character === '`') this.ticks += 1;
    else if (this.ticks > 0) this.endTicks();
    if (!this.open?.startsWith('`')) this.quote(character);
    this.text += character;
    if (this.open !== undefined) {
      if (this.text.length - this.openedAt > longestSpan) this.open = undefined;
      else return;
    }
    if (!isSpace) return;
    if (beforeMessage.test(this.text) || beforeCommit.test(this.text)) {
      this.text = '';
      this.inMessage = character !== '\n';
    } else if (this.isWhole(character)) this.flush();
  }

  private endTicks(): void {
    const run = '`'.repeat(this.ticks);
    this.ticks = 0;
    if (this.open === run) this.open = undefined;
    else if (this.open === undefined) this.start(run);
  }

  private quote(character: string): void {
    if (character === this.open) {
      this.open = undefined;
      return;
    }
    if (this.open !== undefined) return;
    const closer = closers[character];
    // A straight mark behind a letter or a figure is an inch, or the end of something.
    if (closer === undefined || (character === '"' && /[\p{L}\d]$/u.test(this.text))) return;
    this.start(closer);
  }

  private start(closer: string): void {
    this.open = closer;
    this.openedAt = this.text.length;
  }

  private isWhole(space: string): boolean {
    return space === '\n' || this.text.length > cutAt || /[.!?…]["»”)*_]*\s$/.test(this.text);
  }

  private flush(): void {
    const { text, at } = this;
    this.text = '';
    this.ticks = 0;
    const plain = withoutNames(blankQuotations(text));
    if (/\p{L}/u.test(plain)) this.found({ text: plain, at, block: this.block });
  }
}
