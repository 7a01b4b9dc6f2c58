import { isOpenToBrowser, type BrowserCode } from './browserDoor';
import { EndpointError } from './errors';
import type { Fetch } from './transport';

/** What of a browser this needs. */
export interface BrowserDoor {
  readonly fetch: typeof globalThis.fetch;
  /** The origin that the browser sends along, which a server has to allow. */
  readonly page: string;
}

/** How long to wait, in milliseconds. What connecting takes cannot be seen in a browser. */
export interface WebDeadlines {
  /** From the start to the first piece of the answer's body. */
  readonly firstMs: number;
  /** From one piece of the answer to the next. */
  readonly silenceMs: number;
  /** How long it is looked whether a server is there that did not let us read its answer. */
  readonly lookMs: number;
}

/** As those of `transport.node.ts`, and for the same reasons. */
const defaultDeadlines: WebDeadlines = { firstMs: 150_000, silenceMs: 60_000, lookMs: 3_000 };

/** Statuses whose answer has no body; the `Response` class refuses one. */
const bodiless = new Set([204, 205, 304]);

/**
 * `fetch` over a browser's own. Proxies and certificates are the browser's affair. No cookie goes along, nothing is
 * kept, and no redirect is followed. A browser tells a program nothing of why a request failed, so that a
 * server which is there and does not allow the page is found out by a second look that carries nothing.
 */
export function webFetch(door: BrowserDoor, deadlines: Partial<WebDeadlines> = {}): Fetch {
  const within = { ...defaultDeadlines, ...deadlines };
  return async (url, { method, headers, body, signal }) => {
    const { host, origin } = new URL(url);
    const fault = (code: BrowserCode): EndpointError =>
      new EndpointError('network', { host, code, page: door.page });
    if (signal?.aborted === true) throw new EndpointError('aborted', { host });
    if (!isOpenToBrowser(origin)) throw fault('BROWSER_HTTP');
    const exchange = new WebExchange(host, performance.now() + within.firstMs, within.silenceMs, signal);
    let response: Response;
    try {
      response = await exchange.within(within.firstMs, () =>
        door.fetch(url, {
          ...{ method, headers, signal: exchange.signal, mode: 'cors', credentials: 'omit' },
          ...{ cache: 'no-store', redirect: 'manual', referrerPolicy: 'no-referrer' },
          ...(body === undefined ? {} : { body }),
        }),
      );
    } catch (error) {
      const stopped = (): boolean => exchange.why !== undefined;
      const isThere = !stopped() && (await answersAnyone(door, origin, exchange.signal, within.lookMs));
      exchange.end();
      if (stopped()) throw exchange.failure(error);
      throw fault(isThere ? 'BROWSER_CORS' : 'BROWSER_NETWORK');
    }
    if (response.type === 'opaqueredirect') {
      exchange.end();
      throw new EndpointError('badResponse', { host, code: 'BROWSER_REDIRECT' satisfies BrowserCode });
    }
    const { status, headers: own } = response;
    if (bodiless.has(status) || response.body === null) {
      exchange.end();
      return new Response(null, { status, headers: own });
    }
    return new Response(watched(response.body as ReadableStream<Uint8Array>, exchange), {
      status,
      headers: own,
    });
  };
}

/**
 * Whether anything answers at an origin, which a browser does say where no answer is to be read. Asks for the
 * first page, without key, header or body.
 */
async function answersAnyone(
  { fetch }: BrowserDoor,
  origin: string,
  signal: AbortSignal,
  lookMs: number,
): Promise<boolean> {
  try {
    await fetch(`${origin}/`, {
      ...{ method: 'HEAD', mode: 'no-cors', credentials: 'omit', cache: 'no-store' },
      ...{ referrerPolicy: 'no-referrer', signal: AbortSignal.any([signal, AbortSignal.timeout(lookMs)]) },
    });
    return true;
  } catch {
    // Nothing there, nothing that this browser may reach, or nothing in time: it makes no difference to a program.
    return false;
  }
}

/** One request and its answer. Remembers why we ended it: a browser only reports that it ended. */
class WebExchange {
  private readonly controller = new AbortController();
  private reason: 'aborted' | 'timeout' | undefined;

  constructor(
    readonly host: string,
    readonly firstBy: number,
    readonly silenceMs: number,
    private readonly outer: AbortSignal | undefined,
  ) {
    outer?.addEventListener('abort', this.onAbort, { once: true });
  }

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  get why(): 'aborted' | 'timeout' | undefined {
    return this.reason;
  }

  /** Closes the connection, where it is still open, and stops listening. */
  end(): void {
    this.outer?.removeEventListener('abort', this.onAbort);
    this.controller.abort();
  }

  /** @throws what `work` throws; `failure` knows whether it was the time. */
  async within<T>(ms: number, work: () => Promise<T>): Promise<T> {
    const timer = setTimeout(() => this.stop('timeout'), ms);
    try {
      return await work();
    } finally {
      clearTimeout(timer);
    }
  }

  failure(error: unknown): EndpointError {
    if (this.reason === undefined && error instanceof EndpointError) return error;
    return new EndpointError(this.reason ?? 'network', { host: this.host });
  }

  private readonly onAbort = (): void => this.stop('aborted');

  private stop(why: 'aborted' | 'timeout'): void {
    this.reason ??= why;
    this.controller.abort();
  }
}

/** The deadlines run only while a piece is wanted: a slow reader is not the server's fault. */
function watched(body: ReadableStream<Uint8Array>, exchange: WebExchange): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  let begun = false;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const ms = begun ? exchange.silenceMs : Math.max(0, exchange.firstBy - performance.now());
        try {
          const { done, value } = await exchange.within(ms, () => reader.read());
          begun = true;
          if (!done) {
            controller.enqueue(value);
            return;
          }
          exchange.end();
          controller.close();
        } catch (error) {
          const failure = exchange.failure(error);
          exchange.end();
          controller.error(failure);
        }
      },
      cancel() {
        exchange.end();
      },
    },
    // Nothing is read ahead of the reader.
    { highWaterMark: 0 },
  );
}
