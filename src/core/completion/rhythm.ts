/** A pause longer than this is no part of the rhythm, in milliseconds. */
const longestGapMs = 1_000;
/** Weight of the newest gap. */
const weight = 0.2;

/** How fast somebody types. */
export class Rhythm {
  private gapMs = 200;
  private lastAt: number | undefined;

  /** @param now milliseconds on a clock that never goes back. */
  constructor(private readonly now: () => number) {}

  keystroke(): void {
    const at = this.now();
    const gap = at - (this.lastAt ?? -longestGapMs);
    if (gap < longestGapMs) this.gapMs += (gap - this.gapMs) * weight;
    this.lastAt = at;
  }

  /** The usual time between two keys, in milliseconds. */
  get intervalMs(): number {
    return this.gapMs;
  }

  /** Since the last key, in milliseconds. */
  get idleMs(): number {
    return this.lastAt === undefined ? longestGapMs : this.now() - this.lastAt;
  }
}
