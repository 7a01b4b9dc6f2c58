import type { EndpointError } from '../endpoint/errors';
import type { Latency } from './latency';
import type { Allowance } from './allowance';
import type { Rhythm } from './rhythm';
import { waited } from '../waited';

/** Answers in a row that nobody used before the person's rhythm is waited for. */
const patienceForWaste = 2;
/** The longest wait for a rest in typing, in milliseconds. */
const longestRestMs = 400;
/** First pause after a failure, and the longest, in milliseconds. */
const firstPauseMs = 1_000;
const longestPauseMs = 30_000;

/** Why a request would be made. */
export type Occasion = 'invoke' | 'freshLine' | 'afterAccept' | 'typing' | 'ahead';

/**
 * When the model may be asked. There is no fixed delay: a request goes out at once where its answer is likely to
 * be used, and the longer answers have gone to waste, the more it waits for a rest in typing.
 */
export class Pace {
  private wasted = 0;
  private failures = 0;
  private pausedUntil = 0;

  constructor(
    private readonly now: () => number,
    private readonly rhythm: Rhythm,
    private readonly latency: Latency,
    private readonly allowance: Allowance,
  ) {}

  /** An answer was on offer and agreed with what was typed, or was taken. */
  used(): void {
    this.wasted = 0;
  }

  /** A request came to an end without anything of it on offer. */
  wentToWaste(): void {
    this.wasted += 1;
  }

  succeeded(): void {
    this.failures = 0;
    this.pausedUntil = 0;
  }

  /** A request failed: nobody is asked for a while, twice as long after each failure, unless a person wishes it. */
  failed({ retryAfterMs }: EndpointError): void {
    const usual = Math.min(longestPauseMs, firstPauseMs * 2 ** this.failures);
    this.failures += 1;
    this.pausedUntil = this.now() + Math.max(retryAfterMs ?? 0, usual);
  }

  /** The settings changed: what was found out may be true no more. */
  forget(): void {
    this.wasted = 0;
    this.succeeded();
  }

  /**
   * Waits until a request may go out.
   * @returns false where none may, or the signal was aborted first.
   */
  async turn(occasion: Occasion, host: string, signal: AbortSignal): Promise<boolean> {
    if (signal.aborted) return false;
    if (occasion === 'invoke') {
      this.allowance.take(host);
      return true;
    }
    if (this.now() < this.pausedUntil) return false;
    const scarcity = this.allowance.scarcity(host);
    if (occasion === 'ahead' && scarcity > 0) return false;
    const wait = this.restMs(occasion, scarcity);
    if (wait > 0 && !(await waited(wait, signal))) return false;
    return this.allowance.take(host);
  }

  /** How long typing has to rest, in milliseconds from now. */
  private restMs(occasion: Occasion, scarcity: number): number {
    const { intervalMs, idleMs } = this.rhythm;
    // Of few requests each has to count: only a real pause is worth one.
    const thrift = scarcity * 2 * intervalMs;
    const atOnce = occasion !== 'typing' || this.wasted < patienceForWaste;
    const rest = atOnce
      ? 0
      : Math.min(longestRestMs, Math.max(1.2 * intervalMs, this.latency.firstTextMs / 2));
    return Math.max(0, Math.max(rest, thrift) - idleMs);
  }
}
