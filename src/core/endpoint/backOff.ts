import type { EndpointError } from './errors';

/** First rest after a failure and the longest, in milliseconds. */
const firstMs = 5_000;
const longestMs = 300_000;

/**
 * How long a server that failed is left alone: twice as long after each failure, and never the same for
 * two clients, so that a server that comes back is not met by all of them at once.
 */
export class BackOff {
  private failures = 0;
  private until = 0;
  private last: EndpointError | undefined;

  /**
   * @param now milliseconds on a clock that never goes back.
   * @param random from 0 to 1.
   */
  constructor(
    private readonly now: () => number,
    private readonly random: () => number,
  ) {}

  /** The failure that it rests from, or `undefined` while all is well. */
  get error(): EndpointError | undefined {
    return this.last;
  }

  /** True once it may be asked again. */
  get isOver(): boolean {
    return this.now() >= this.until;
  }

  failed(error: EndpointError): void {
    const usual = Math.min(longestMs, firstMs * 2 ** this.failures);
    this.failures += 1;
    this.last = error;
    // The server's own wish is a lower bound: half to one and a half times the usual, but never before it.
    this.until = this.now() + Math.max(error.retryAfterMs ?? 0, usual * (0.5 + this.random()));
  }

  succeeded(): void {
    this.failures = 0;
    this.until = 0;
    this.last = undefined;
  }
}
