const open = '<think>';
const close = '</think>';

/**
 * Takes the thinking out of an answer while it streams. Some releases open their answer with a `<think>`
 * block, often an empty one. Only what stands before the answer proper is taken: later on, `<think>` is a
 * word of the answer, perhaps of code, and an unclosed one would swallow all the rest.
 */
export class ThinkingFilter {
  private held = '';
  private state: 'before' | 'inside' | 'answer' = 'before';
  /** White space after a block belongs to it. */
  private thought = false;

  /** @returns what may be shown of the answer so far; empty while it is not clear what comes. */
  feed(text: string): string {
    if (this.state === 'answer') return text;
    this.held += text;
    for (;;) {
      if (this.state === 'inside') {
        const end = this.held.indexOf(close);
        if (end < 0) {
          // Only a piece of the closing tag can still matter.
          this.held = this.held.slice(-(close.length - 1));
          return '';
        }
        this.held = this.held.slice(end + close.length);
        this.state = 'before';
        this.thought = true;
      }
      const start = this.held.trimStart();
      if (start.startsWith(open)) {
        this.held = start.slice(open.length);
        this.state = 'inside';
      } else if (open.startsWith(start)) {
        return '';
      } else {
        return this.release();
      }
    }
  }

  /** The answer has ended: what was held back and turned out to be no thinking. */
  end(): string {
    return this.state === 'before' ? this.release() : '';
  }

  private release(): string {
    const text = this.thought ? this.held.trimStart() : this.held;
    this.held = '';
    this.state = 'answer';
    return text;
  }
}
