import type { Disposable } from '../disposable';
import { BackOff } from './backOff';
import type { Endpoint, StreamEvent } from './endpoint';
import { EndpointError, type EndpointFailure } from './errors';
import { Refusal } from '../privacy/refusal';

/** Another endpoint of the list does the work of the first. */
export interface StandIn {
  readonly host: string;
  readonly model: string | undefined;
  /** Host of the first endpoint of the list. */
  readonly insteadOf: string;
  /** Why the first is not asked. */
  readonly error: EndpointError;
}

export interface FallbackOptions {
  /** Milliseconds on a clock that never goes back. */
  readonly now?: () => number;
  /** From 0 to 1, for the jitter of the back-off. */
  readonly random?: () => number;
  /** Told when another endpoint takes over, and with `undefined` when the first is back. */
  readonly onStandIn?: (standIn: StandIn | undefined) => void;
  /** Told the host of each request that brought something. */
  readonly onWorks?: (host: string) => void;
  /** Told why a request failed for good, with no other endpoint left that could take over. */
  readonly onFailed?: (error: EndpointError) => void;
  /** Called around a request over all its attempts; returns what to call at its end. */
  readonly begin?: () => () => void;
}

/**
 * Reasons that waiting mends, so that somebody else may do the work meanwhile. Not among them: `auth`,
 * `notFound`, `badResponse` and `contextTooLong`, which the person or the request must mend and which the
 * next server would only hide; and `tls`, which is a fault of the set-up or somebody in between, and
 * equally must be seen.
 */
const passing: ReadonlySet<EndpointFailure> = new Set(['network', 'timeout', 'overloaded', 'loading']);

/** How long a server that was down may take to list its models, in milliseconds. */
const probeMs = 5_000;

/**
 * One endpoint over an ordered list. While an endpoint is down or overloaded, the next takes over, unless
 * text was already shown. It comes back by itself: with the first request after its back-off the one that
 * failed is asked for its models beside that request, and used again once it answers; one that was
 * overloaded, which lists its models all the same, gets the request itself. Nothing happens between
 * requests, and disposing ends what is under way.
 */
export function fallback(
  endpoints: readonly [Endpoint, ...Endpoint[]],
  options: FallbackOptions = {},
): Endpoint & Disposable {
  const { now = () => performance.now(), random = Math.random, onStandIn } = options;
  const entries = endpoints.map((endpoint) => new Entry(endpoint, new BackOff(now, random)));
  const [first] = entries as [Entry, ...Entry[]];
  const ended = new AbortController();
  let inUse = first;
  let announced = first;

  const use = (entry: Entry): void => {
    entry.rest.succeeded();
    inUse = entry;
    options.onWorks?.(entry.endpoint.host);
    if (announced === entry || ended.signal.aborted) return;
    announced = entry;
    const { host, model } = entry.endpoint;
    const error = first.rest.error;
    onStandIn?.(error === undefined ? undefined : { host, model, insteadOf: first.endpoint.host, error });
  };

  const probe = async (entry: Entry): Promise<void> => {
    entry.probing = true;
    const signal = AbortSignal.any([ended.signal, AbortSignal.timeout(probeMs)]);
    const error = await failureOf(entry.endpoint.models(signal));
    entry.probing = false;
    if (ended.signal.aborted) return;
    // Aborted by our deadline: it is as it was.
    const still = error?.reason === 'aborted' ? (entry.rest.error ?? error) : error;
    if (still !== undefined && (still === entry.rest.error || passing.has(still.reason))) {
      entry.rest.failed(still);
      return;
    }
    // Any other answer, even a refusal, is one: the server is there.
    if (entry === first) use(first);
    else entry.rest.succeeded();
  };

  /** The endpoints in the order in which this request asks them: those that rest only if all else fails. */
  const order = (): readonly Entry[] => {
    // Alone in its list, it gets the request itself.
    if (entries.length > 1) for (const entry of entries) if (entry.wantsProbe) void probe(entry);
    return [...entries.filter((entry) => !entry.isResting), ...entries.filter((entry) => entry.isResting)];
  };

  /** Takes note of a failure. @returns it, where the next endpoint may take over; throws it otherwise. */
  const tookOver = (entry: Entry, error: unknown): EndpointError | undefined => {
    // The person was not asked, or said no: a stand-in without consent is as good as not listed.
    if (entry !== first && error instanceof Refusal) return undefined;
    if (!(error instanceof EndpointError)) throw error;
    if (passing.has(error.reason)) entry.rest.failed(error);
    // A stand-in that does not know the route or the model cannot stand in.
    else if (entry === first || error.reason !== 'notFound') throw error;
    return error;
  };

  const ask = async function* (
    open: (endpoint: Endpoint) => AsyncIterable<StreamEvent>,
  ): AsyncGenerator<StreamEvent> {
    const end = options.begin?.();
    let failure: EndpointError | undefined;
    try {
      for (const entry of order()) {
        let shown = false;
        inUse = entry;
        try {
          for await (const event of open(entry.endpoint)) {
            if ((event.type === 'text' || event.type === 'toolCall') && !shown) {
              shown = true;
              use(entry);
              const { host, model } = entry.endpoint;
              yield { type: 'source', host, model };
            }
            yield event;
          }
          if (!shown) use(entry);
          return;
        } catch (error) {
          const passed = tookOver(entry, error);
          // With text on the screen nobody takes over, whatever ended it.
          if (shown) throw passed ?? error;
          if (entry === first || failure === undefined) failure = passed ?? failure;
        }
      }
      // The first endpoint's failure is the one to mend.
      inUse = first;
      throw first.rest.error ?? failure ?? new EndpointError('network', { host: first.endpoint.host });
    } catch (error) {
      if (error instanceof EndpointError) options.onFailed?.(error);
      throw error;
    } finally {
      end?.();
    }
  };

  return {
    get id() {
      return inUse.endpoint.id;
    },
    get host() {
      return inUse.endpoint.host;
    },
    get model() {
      return inUse.endpoint.model;
    },
    models: async (signal) => {
      let failure: unknown;
      for (const entry of order()) {
        try {
          return await entry.endpoint.models(signal);
        } catch (error) {
          failure ??= tookOver(entry, error);
        }
      }
      throw first.rest.error ?? failure;
    },
    profile: (signal, purpose) => inUse.endpoint.profile(signal, purpose),
    contextWindow: (signal) => inUse.endpoint.contextWindow(signal),
    countTokens: (text, signal) => inUse.endpoint.countTokens(text, signal),
    chat: (call, signal) => ask((endpoint) => endpoint.chat(call, signal)),
    complete: (call, signal) => ask((endpoint) => endpoint.complete(call, signal)),
    dispose: () => {
      ended.abort();
      if (announced !== first) onStandIn?.(undefined);
    },
  };
}

class Entry {
  probing = false;

  constructor(
    readonly endpoint: Endpoint,
    readonly rest: BackOff,
  ) {}

  /** An overloaded server lists its models all the same; only a real request shows whether it has time. */
  get wantsProbe(): boolean {
    const { error, isOver } = this.rest;
    return error !== undefined && error.reason !== 'overloaded' && isOver && !this.probing;
  }

  get isResting(): boolean {
    const { error, isOver } = this.rest;
    return error !== undefined && (error.reason !== 'overloaded' || !isOver);
  }
}

async function failureOf(answer: Promise<unknown>): Promise<EndpointError | undefined> {
  try {
    await answer;
    return undefined;
  } catch (error) {
    return error instanceof EndpointError ? error : undefined;
  }
}
