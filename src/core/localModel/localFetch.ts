import { EndpointError } from '../endpoint/errors';
import type { Fetch } from '../endpoint/transport';
import { localHost, localOrigin } from './localAddress';

/** Where the server is now. */
export interface RunningServer {
  readonly port: number;
  readonly key: string;
}

/** Who keeps the server running. */
export interface LocalStarter {
  /** Starts it where it does not run, unless the person stopped it. @throws EndpointError */
  ensure(signal: AbortSignal | undefined): Promise<RunningServer>;
  /** Something is asked, or still being answered. */
  used(): void;
}

/**
 * A `fetch` that knows the local model: what goes to its name goes to the port where it listens now, with its key,
 * and starts it where it does not run. Everything else goes on as it is.
 */
export function localFetch(fetch: Fetch, starter: LocalStarter): Fetch {
  return async (url, init) => {
    if (new URL(url).origin !== localOrigin) return fetch(url, init);
    const { port, key } = await starter.ensure(init.signal);
    starter.used();
    const to = `http://127.0.0.1:${port}${url.slice(localOrigin.length)}`;
    const headers = { ...init.headers, authorization: `Bearer ${key}` };
    try {
      return counted(await fetch(to, { ...init, headers }), starter);
    } catch (error) {
      throw renamed(error);
    }
  };
}

/** The person knows the name; the port tells them nothing. */
function renamed(error: unknown): unknown {
  if (!(error instanceof EndpointError)) return error;
  const { reason, ...rest } = error;
  return new EndpointError(reason, { ...rest, host: localHost });
}

/** A long answer counts as use until its end. */
function counted(response: Response, starter: LocalStarter): Response {
  if (response.body === null) return response;
  const source = (response.body as ReadableStream<Uint8Array>).getReader();
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const { done, value } = await source.read();
          starter.used();
          if (done) controller.close();
          else controller.enqueue(value);
        } catch (error) {
          controller.error(renamed(error));
        }
      },
      cancel: (why) => source.cancel(why),
    },
    { highWaterMark: 0 },
  );
  return new Response(body, { status: response.status, headers: response.headers });
}
