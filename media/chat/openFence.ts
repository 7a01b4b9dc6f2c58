import { appendCode } from './codeBlock';
import { closesFence } from './markdown';

/** What could still become the end of the code. */
const maybeEnd = /^ {0,3}(?:`+|~+)?[ \t]*$/;

/**
 * Code whose end has not come yet. What arrives goes straight to the page: a token costs the same at the end of
 * a long block as at its beginning.
 */
export class OpenFence {
  /** What has arrived of the current line and is not shown: what may be the end, and whole lines to come. */
  #held = '';
  /** True before the first character of a line is shown. */
  #lineStart = true;
  #empty = true;

  constructor(
    private readonly block: Element,
    private readonly marks: string,
    private readonly indent: number,
  ) {}

  /** Takes the source after the line that began the code. Says what of it stands after the code, once it has ended. */
  append(source: string): string | undefined {
    let rest = this.#held + source;
    this.#held = '';
    let code = '';
    for (;;) {
      const end = rest.indexOf('\n');
      const line = end < 0 ? rest : rest.slice(0, end);
      if (this.#lineStart && end >= 0 && closesFence(line, this.marks)) {
        appendCode(this.block, code);
        return rest.slice(end + 1);
      }
      if (end < 0 && this.#lineStart && maybeEnd.test(line)) {
        this.#held = line;
        break;
      }
      code += this.#shown(line);
      this.#lineStart = end >= 0;
      if (end < 0) break;
      rest = rest.slice(end + 1);
      if (rest === '') break;
    }
    appendCode(this.block, code);
    return undefined;
  }

  /** The text has ended. What was held back is the code's end, or belongs to it. */
  finish(): void {
    if (this.#held !== '' && !closesFence(this.#held, this.marks))
      appendCode(this.block, this.#shown(this.#held));
    this.#held = '';
  }

  /** A line as it is shown: a line end goes before it, never after the last. */
  #shown(line: string): string {
    if (!this.#lineStart) return line;
    const before = this.#empty ? '' : '\n';
    this.#empty = false;
    let cut = 0;
    while (cut < this.indent && line[cut] === ' ') cut++;
    return before + line.slice(cut);
  }
}
