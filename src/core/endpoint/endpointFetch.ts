import { EndpointError } from './errors';
import { plainEventStream } from './eventStream';
import { httpError } from './serverError';
import type { Fetch, FetchInit } from './transport';

/** How much of an error's body is read, in characters. */
const maxErrorBody = 65_536;

/** Gives the key for an origin, where there is one. */
export type KeyFor = (origin: string) => Promise<string | undefined>;

/**
 * The `fetch` that a client of one endpoint uses: it adds the key, keeps every request on the endpoint's
 * own origin, turns each answer that is not 2xx into an `EndpointError`, and gives event streams a plain form.
 */
export function endpointFetch(fetch: Fetch, origin: string, keyFor: KeyFor): Fetch {
  const host = new URL(origin).host;
  return async (url, init) => {
    if (new URL(url).origin !== origin) throw new EndpointError('badResponse', { host });
    const key = await keyFor(origin);
    const response = await fetch(url, key === undefined ? init : withKey(init, key));
    if (!response.ok) {
      throw httpError(response.status, response.headers, await shortBody(response), host);
    }
    return wantsStream(init) ? asEventStream(response, host) : response;
  };
}

function withKey(init: FetchInit, key: string): FetchInit {
  return { ...init, headers: { ...init.headers, authorization: `Bearer ${key}` } };
}

function wantsStream(init: FetchInit): boolean {
  return init.headers.accept === 'text/event-stream';
}

async function asEventStream(response: Response, host: string): Promise<Response> {
  const type = response.headers.get('content-type') ?? '';
  if (response.body === null || /json|html/i.test(type)) {
    // A server, or a gateway's sign-in page, that answered something else than was asked for.
    throw httpError(response.status, response.headers, await shortBody(response), host);
  }
  const body = plainEventStream(response.body as ReadableStream<Uint8Array>, host);
  return new Response(body, { status: 200, headers: { 'content-type': 'text/event-stream' } });
}

/** The beginning of the body; the rest of a long one is not waited for. */
async function shortBody(response: Response): Promise<string> {
  if (response.body === null) return '';
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  const decoder = new TextDecoder();
  let text = '';
  try {
    while (text.length < maxErrorBody) {
      const { done, value } = await reader.read();
      if (done) break;
      text += decoder.decode(value, { stream: true });
    }
  } catch (error) {
    // The status is known and says more than the broken body; only a wish to stop outranks it.
    if (error instanceof EndpointError && error.reason === 'aborted') throw error;
  }
  void reader.cancel();
  return text;
}
