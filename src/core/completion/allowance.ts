/** Requests that may follow each other without a pause, as a share of a minute's. */
const burstShare = 0.3;

interface Account {
  left: number;
  at: number;
}

/**
 * How many requests a minute a shared endpoint grants. What was not used is saved up to a small burst, so that
 * the requests spread over the minute.
 */
export class Allowance {
  private readonly accounts = new Map<string, Account>();

  /**
   * @param now milliseconds on a clock that never goes back.
   * @param perMinute requests a minute that a host grants; `undefined` for as many as one likes.
   */
  constructor(
    private readonly now: () => number,
    private readonly perMinute: (host: string) => number | undefined,
  ) {}

  /** From 0, all there, to 1, nothing left. */
  scarcity(host: string): number {
    const limit = this.perMinute(host);
    if (limit === undefined) return 0;
    return 1 - Math.min(1, this.account(host, limit).left / burst(limit));
  }

  /** Takes one request from the account; false where it is empty. */
  take(host: string): boolean {
    const limit = this.perMinute(host);
    if (limit === undefined) return true;
    const account = this.account(host, limit);
    if (account.left < 1) return false;
    account.left -= 1;
    return true;
  }

  private account(host: string, limit: number): Account {
    const at = this.now();
    const account = this.accounts.get(host) ?? { left: burst(limit), at };
    account.left = Math.min(burst(limit), account.left + ((at - account.at) / 60_000) * limit);
    account.at = at;
    this.accounts.set(host, account);
    return account;
  }
}

function burst(limit: number): number {
  return Math.max(1, limit * burstShare);
}
