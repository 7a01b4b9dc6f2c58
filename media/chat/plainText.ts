import { el, wholeLength } from './dom';
import { revealed } from './unseen';

/** Text that is laid out together, in UTF-16 units. */
const unitsTogether = 4000;

/** Text as it is, without Markdown: for what is too long to be drawn with every token. It grows at its end. */
export class PlainText {
  readonly element = el('div', { class: 'plain' });
  #room = 0;
  #lastLine: string | undefined;

  constructor(text: string) {
    this.append(text);
  }

  /** What was written last, from the end of the line before it; nothing before the first text. */
  get lastLine(): string | undefined {
    return this.#lastLine;
  }

  append(text: string): void {
    if (text !== '') this.#lastLine = /\n?[^\n]{0,200}$/.exec((this.#lastLine ?? '') + text)?.[0];
    let rest = text;
    while (rest !== '') {
      if (this.#room === 0) {
        this.element.append(el('p'));
        this.#room = unitsTogether;
      }
      const piece = rest.slice(0, wholeLength(rest, this.#room));
      rest = rest.slice(piece.length);
      this.#room = piece.length < this.#room && rest !== '' ? 0 : this.#room - piece.length;
      const paragraph = this.element.lastElementChild;
      const last = paragraph?.lastChild;
      const nodes = revealed(piece);
      if (last instanceof Text && nodes.length === 1 && nodes[0] instanceof Text) last.appendData(piece);
      else paragraph?.append(...nodes);
    }
  }
}
