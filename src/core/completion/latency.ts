/** Weight of the newest answer. */
const weight = 0.3;

/** How long an endpoint takes to its first text. */
export class Latency {
  private typicalMs = 300;

  note(ms: number): void {
    this.typicalMs += (ms - this.typicalMs) * weight;
  }

  /** In milliseconds; a guess until there was an answer. */
  get firstTextMs(): number {
    return this.typicalMs;
  }
}
