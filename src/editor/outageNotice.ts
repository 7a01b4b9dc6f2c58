import { describeError, summarizeError } from '../core/endpoint/describe';
import type { EndpointError } from '../core/endpoint/errors';
import { Outages, type Seen } from '../core/endpoint/outage';
import { showFailure } from './remedies';

/** One notice for each outage, with what can be done about it. */
export class OutageNotice {
  private readonly outages = new Outages();

  /** @param seen `shown` where the person sees the failure in its place, as in the chat. */
  failed(error: EndpointError, seen: Seen): void {
    if (!this.outages.failed(error, seen)) return;
    // A notice stays on the screen and nobody asked for it: our own words only, not the server's.
    const { remedies } = describeError(error);
    void showFailure({ message: summarizeError(error), remedies: [...remedies, 'diagnose'] });
  }

  succeeded(host: string): void {
    this.outages.succeeded(host);
  }

  /** The settings changed. */
  forget(): void {
    this.outages.forget();
  }
}
