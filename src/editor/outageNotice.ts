import { describeError, summarizeError, type Remedy } from '../core/endpoint/describe';
import type { EndpointError, EndpointFailure } from '../core/endpoint/errors';
import { Outages, type Seen } from '../core/endpoint/outage';
import { showFailure } from './remedies';

/** Failures whose own remedy is the one to offer first. */
const mended: ReadonlySet<EndpointFailure> = new Set(['auth', 'tls']);

/** One notice for each outage, with what can be done about it. */
export class OutageNotice {
  private readonly outages = new Outages();

  /** @param seen `shown` where the person sees the failure in its place, as in the chat. */
  failed(error: EndpointError, seen: Seen): void {
    if (!this.outages.failed(error, seen)) return;
    // A notice stays on the screen and nobody asked for it: our own words only, not the server's.
    const { remedies } = describeError(error);
    // What only the person can mend has its own remedy; of the rest nobody knows yet where the fault lies.
    const offered: Remedy[] = mended.has(error.reason)
      ? [...remedies, 'diagnose']
      : ['diagnose', ...remedies];
    void showFailure({ message: summarizeError(error), remedies: offered });
  }

  succeeded(host: string): void {
    this.outages.succeeded(host);
  }

  /** The settings changed. */
  forget(): void {
    this.outages.forget();
  }
}
