import { EndpointError } from './errors';
import { plainEventStream } from './eventStream';
import { fetchOnOrigin } from './redirect';
import { quoteFor, type Quote } from './quote';
import { refusedField } from './refusedField';
import { httpError } from './serverError';
import type { Fetch, FetchInit } from './transport';

/** How much of an error's body is read, in characters, and how long it is waited for, in milliseconds. */
const maxErrorBody = 65_536;
const errorBodyMs = 2_000;

/** Gives the key for an origin, where there is one. */
export type KeyFor = (origin: string) => Promise<string | undefined>;

/**
 * The `fetch` that a client of one endpoint uses: it adds the key and the person's own headers, keeps every
 * request on the endpoint's own origin, turns each answer that is not 2xx into an `EndpointError`, and gives
 * event streams a plain form.
 * @param headers the person's own; one of their `authorization` takes the place of the key.
 */
export function endpointFetch(
  fetch: Fetch,
  origin: string,
  keyFor: KeyFor,
  headers: Readonly<Record<string, string>> = {},
): Fetch {
  const host = new URL(origin).host;
  return async (url, init) => {
    if (new URL(url).origin !== origin) throw new EndpointError('badResponse', { host });
    const key = headers.authorization === undefined ? await keyFor(origin) : undefined;
    // Node would throw on the header, and the person would never learn that the key is at fault.
    if (key !== undefined && !isKey(key)) throw new EndpointError('auth', { host });
    const quote = quoteFor(init, [key ?? '', ...Object.values(headers)]);
    const response = await fetchOnOrigin(fetch, url, withHeaders(init, key, headers));
    const wantsStream = init.headers.accept === 'text/event-stream';
    if (!response.ok || (wantsStream && !canStream(response))) {
      const body = await shortBody(response);
      throw httpError(response.status, response.headers, body, host, quote, refusedField(body, init.body));
    }
    return wantsStream ? asEventStream(response, host, quote) : response;
  };
}

/** True for a text that can stand in a header; a key pasted from a web page may hide other characters. */
export function isKey(text: string): boolean {
  return /^[\x21-\x7e]+$/.test(text);
}

function withHeaders(
  init: FetchInit,
  key: string | undefined,
  own: Readonly<Record<string, string>>,
): FetchInit {
  const authorization = key === undefined ? {} : { authorization: `Bearer ${key}` };
  return { ...init, headers: { ...authorization, ...own, ...init.headers } };
}

/** False for a server, or a gateway's sign-in page, that answers something else than was asked for. */
function canStream(response: Response): boolean {
  return response.body !== null && !/json|html/i.test(response.headers.get('content-type') ?? '');
}

function asEventStream(response: Response, host: string, quote: Quote): Response {
  const body = plainEventStream(response.body as ReadableStream<Uint8Array>, host, quote);
  return new Response(body, { status: 200, headers: { 'content-type': 'text/event-stream' } });
}

/** The beginning of the body; the rest of a long or slow one is not waited for. */
async function shortBody(response: Response): Promise<string> {
  if (response.body === null) return '';
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  const decoder = new TextDecoder();
  const late = setTimeout(() => void reader.cancel(), errorBodyMs);
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
  } finally {
    clearTimeout(late);
  }
  void reader.cancel();
  return text;
}
