import type { EndpointError, EndpointFailure } from './errors';

/** How a failure reached the person: in an answer of its own, or, as while typing, not at all. */
export type Seen = 'shown' | 'silent';

/** What kind of remedy a failure asks for. Two failures of one kind are the same outage. */
type Kind = 'lasting' | 'passing' | 'ownAffair';

/**
 * `lasting`: only the person can mend it, so it is said at once. `passing`: it may heal itself, so it is
 * said once it has lasted. `ownAffair`: no outage; it is waited for with a visible state (`loading`,
 * `overloaded`), belongs to one request, or is answered where it happened.
 */
const kinds: Readonly<Record<EndpointFailure, Kind>> = {
  auth: 'lasting',
  tls: 'lasting',
  network: 'passing',
  timeout: 'passing',
  badResponse: 'passing',
  notFound: 'ownAffair',
  overloaded: 'ownAffair',
  loading: 'ownAffair',
  contextTooLong: 'ownAffair',
  aborted: 'ownAffair',
};

/** How long a failure that may pass has to last before the person is told, in milliseconds. */
export const patienceMs = 15_000;

interface Outage {
  readonly since: number;
  readonly told: ReadonlySet<Kind>;
}

/**
 * Decides when a person is told of an outage: once for each, and never of what healed itself. Fed with how
 * requests ended after every retry and stand-in; an outage ends with the first that succeeds.
 */
export class Outages {
  private readonly byHost = new Map<string, Outage>();

  /** @param now milliseconds on a clock that never goes back. */
  constructor(private readonly now: () => number = () => performance.now()) {}

  /**
   * A request failed for good.
   * @returns true where a notice is due now.
   */
  failed({ host, reason }: EndpointError, seen: Seen): boolean {
    const kind = kinds[reason];
    if (kind === 'ownAffair') return false;
    const { since, told } = this.byHost.get(host) ?? { since: this.now(), told: new Set<Kind>() };
    const due =
      !told.has(kind) && (seen === 'shown' || kind === 'lasting' || this.now() - since >= patienceMs);
    this.byHost.set(host, { since, told: due ? new Set([...told, kind]) : told });
    return due && seen === 'silent';
  }

  /** A request to this host succeeded. */
  succeeded(host: string): void {
    this.byHost.delete(host);
  }

  /** The settings changed: what is said of them now is news. */
  forget(): void {
    this.byHost.clear();
  }
}
