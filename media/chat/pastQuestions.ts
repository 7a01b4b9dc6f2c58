/**
 * The questions of this conversation, to be walked through with the arrow keys. What is being written is one of them,
 * the last: it comes back as it was, and so does an earlier question that was changed and left.
 */
export class PastQuestions {
  #questions: readonly string[] = [];
  /** Where in the list the field stands; its length is the question being written. */
  #at = 0;
  readonly #changed = new Map<number, string>();

  /** @param questions oldest first. */
  update(questions: readonly string[]): void {
    if (
      questions.length === this.#questions.length &&
      questions.every((one, at) => one === this.#questions[at])
    )
      return;
    // Something was asked, or this is another conversation: what is written now is the newest.
    this.#questions = questions;
    this.#at = questions.length;
    this.#changed.clear();
  }

  /**
   * @param current what the field holds now.
   * @returns what it should hold, or `undefined` at the end of the list.
   */
  step(by: -1 | 1, current: string): string | undefined {
    const to = this.#at + by;
    if (to < 0 || to > this.#questions.length) return undefined;
    if (current === this.#questions[this.#at]) this.#changed.delete(this.#at);
    else this.#changed.set(this.#at, current);
    this.#at = to;
    return this.#changed.get(to) ?? this.#questions[to] ?? '';
  }
}
