import { colourSoon, type Colourable } from './colourQueue';
import { el, wholeLength } from './dom';
import { Highlighter, type Piece } from './highlight';
import { hasUnseenCode, revealed } from './unseen';

/** Lines laid out together, at most. The browser lays out only the last of these groups again as code grows. */
const linesTogether = 40;
/** The same in UTF-16 units; a longer line is broken here for the eye, though not in what is copied. */
const unitsTogether = 4000;
/** Longer lines are not coloured, and neither is anything in a block after this much, in UTF-16 units. */
const longestLine = 1000;
const longestColoured = 200_000;
/** So much is coloured at once when it arrives, in UTF-16 units; what is more waits for the coming frames. */
const atOnce = 2000;

/** The code of a block as it grows, coloured line by line. */
export class CodeText implements Colourable {
  #text = '';
  #highlighter: Highlighter | undefined;
  /** The group of lines that is being filled. */
  #group = el('span', { class: 'lines' });
  #linesInGroup = 0;
  #unitsInGroup = 0;
  /** The line that is being written, and the nodes that show it. */
  #line = '';
  #lineNodes: ChildNode[] = [];
  #lineIsLong = false;
  /** Whole lines that are shown plain and wait to be coloured, in order. */
  #waiting: Text[] = [];
  #hasUnseen = false;

  /** @param code is emptied and filled here alone. */
  constructor(
    private readonly code: Element,
    private readonly language: string,
  ) {
    this.#startOver();
  }

  get text(): string {
    return this.#text;
  }

  /** Whether something is shown by its name because it cannot be seen. */
  get hasUnseen(): boolean {
    return this.#hasUnseen;
  }

  /** Shows `text`; where it continues what is there, only the new end is written. */
  set(text: string): void {
    if (text === this.#text) return;
    if (!text.startsWith(this.#text)) this.#startOver();
    this.append(text.slice(this.#text.length));
  }

  append(text: string): void {
    if (text === '') return;
    // With what stands before it: what joins two emojis is known by the first of them.
    this.#hasUnseen ||= hasUnseenCode(this.#text.slice(-4) + text);
    this.#text += text;
    if (this.#text.length > longestColoured) this.#highlighter = undefined;
    let coloured = 0;
    const lines = text.split('\n');
    lines.forEach((line, index) => {
      this.#grow(line);
      if (index === lines.length - 1) return;
      coloured += this.#line.length;
      this.#endLine(coloured <= atOnce);
    });
    this.#showLine();
    if (this.#waiting.length > 0) colourSoon(this);
  }

  colourSome(): boolean {
    const node = this.#waiting.shift();
    if (node === undefined) return false;
    const lines = node.data.split('\n').slice(0, -1);
    node.replaceWith(...lines.flatMap((line) => [...this.#coloured(line), new Text('\n')]));
    if (this.#waiting.length === 0) this.#showLine();
    return this.#waiting.length > 0;
  }

  #startOver(): void {
    this.#text = '';
    this.#highlighter = Highlighter.for(this.language);
    this.#waiting = [];
    this.#line = '';
    this.#lineNodes = [];
    this.#lineIsLong = false;
    this.#hasUnseen = false;
    this.code.replaceChildren();
    this.#startGroup();
  }

  #startGroup(): void {
    this.#group = el('span', { class: 'lines' });
    this.#linesInGroup = 0;
    this.#unitsInGroup = 0;
    this.code.append(this.#group);
  }

  #grow(text: string): void {
    let rest = text;
    while (this.#line.length + rest.length > unitsTogether) {
      const room = wholeLength(rest, unitsTogether - this.#line.length);
      this.#line += rest.slice(0, room);
      rest = rest.slice(room);
      this.#lineIsLong = true;
      this.#showLine();
      this.#line = '';
      this.#lineNodes = [];
      this.#startGroup();
    }
    this.#line += rest;
    if (this.#line.length > longestLine) this.#lineIsLong = true;
  }

  #endLine(now: boolean): void {
    const plain = this.#highlighter === undefined || this.#lineIsLong;
    this.#drop();
    if (plain || (now && this.#waiting.length === 0)) {
      const pieces = plain ? [{ text: this.#line }] : this.#pieces(this.#line);
      this.#group.append(...nodesOf(pieces), new Text('\n'));
    } else {
      const last = this.#group.lastChild;
      const joined = last instanceof Text && last === this.#waiting.at(-1);
      const node = joined ? last : new Text();
      node.appendData(`${this.#line}\n`);
      if (!joined) {
        this.#group.append(node);
        this.#waiting.push(node);
      }
    }
    this.#linesInGroup += 1;
    this.#unitsInGroup += this.#line.length;
    this.#line = '';
    this.#lineIsLong = false;
    if (this.#linesInGroup >= linesTogether || this.#unitsInGroup >= unitsTogether) this.#startGroup();
  }

  /** Shows the line that is being written, coloured as far as it goes. */
  #showLine(): void {
    const plain = this.#lineIsLong || this.#waiting.length > 0 || this.#highlighter === undefined;
    const pieces = plain ? [{ text: this.#line }] : this.#previewed(this.#line);
    this.#drop();
    this.#lineNodes = nodesOf(pieces);
    this.#group.append(...this.#lineNodes);
  }

  #drop(): void {
    for (const node of this.#lineNodes) node.remove();
    this.#lineNodes = [];
  }

  #coloured(line: string): ChildNode[] {
    return nodesOf(line.length > longestLine ? [{ text: line }] : this.#pieces(line));
  }

  #pieces(line: string): readonly Piece[] {
    return this.#tried(line, (highlighter) => highlighter.line(line));
  }

  #previewed(line: string): readonly Piece[] {
    return this.#tried(line, (highlighter) => highlighter.preview(line));
  }

  #tried(line: string, read: (highlighter: Highlighter) => readonly Piece[]): readonly Piece[] {
    if (this.#highlighter === undefined) return [{ text: line }];
    try {
      return read(this.#highlighter);
    } catch {
      // A mode that stumbles over odd code costs the colours of this block, not its text.
      this.#highlighter = undefined;
      return [{ text: line }];
    }
  }
}

function nodesOf(pieces: readonly Piece[]): ChildNode[] {
  return pieces.flatMap(({ text, style }): ChildNode[] => {
    const nodes = revealed(text, true);
    return style === undefined ? nodes : [el('span', { class: `tok-${style}` }, ...nodes)];
  });
}
