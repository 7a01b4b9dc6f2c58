/** Keeps the beginning of an answer back until it is released, or has grown to a given length. */
export class Hold {
  private held = '';
  private left: number;

  /** @param most in characters; 0 holds nothing back. */
  constructor(most: number) {
    this.left = most;
  }

  /** True while nothing has been let through. */
  get isHolding(): boolean {
    return this.left > 0;
  }

  /** @returns what may be shown now. */
  take(text: string): string {
    if (!this.isHolding) return text;
    this.held += text;
    this.left -= text.length;
    return this.left > 0 ? '' : this.release();
  }

  /** @returns what was held back; from now on nothing is. */
  release(): string {
    const text = this.held;
    this.held = '';
    this.left = 0;
    return text;
  }
}
