import * as http from 'node:http';
import * as https from 'node:https';
import type { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { EndpointError } from './errors';
import { networkError } from './networkError';
import type { Fetch, FetchInit } from './transport';

/** How long to wait, in milliseconds. */
export interface Deadlines {
  /** From the start to the headers of the answer. A model that reads a long prompt takes its time. */
  readonly headersMs: number;
  /** From one piece of the answer to the next. */
  readonly silenceMs: number;
}

export const defaultDeadlines: Deadlines = { headersMs: 120_000, silenceMs: 60_000 };

/**
 * `fetch` over `node:http` and `node:https`. VS Code patches these two for proxies and certificates, and
 * they keep a client certificate, which its patched global `fetch` drops without a word. HTTP/1.1, so that
 * an abort closes a socket and the server stops generating.
 */
export function nodeFetch(userAgent: string, deadlines: Deadlines = defaultDeadlines): Fetch {
  return (url, init) => send(new URL(url), userAgent, init, deadlines);
}

function send(url: URL, userAgent: string, init: FetchInit, deadlines: Deadlines): Promise<Response> {
  return new Promise((resolve, reject) => {
    const aborted = (): EndpointError => new EndpointError('aborted', { host: url.host });
    if (init.signal?.aborted === true) {
      reject(aborted());
      return;
    }
    const open = url.protocol === 'https:' ? https.request : http.request;
    const request = open(url, {
      method: init.method,
      headers: {
        'user-agent': userAgent,
        'accept-encoding': 'identity',
        ...(init.body === undefined ? {} : { 'content-length': Buffer.byteLength(init.body) }),
        ...init.headers,
      },
    });
    const onAbort = (): void => void request.destroy(aborted());
    const onLate = (): void => void request.destroy(new EndpointError('timeout', { host: url.host }));
    let timer = setTimeout(onLate, deadlines.headersMs);
    const end = (): void => {
      clearTimeout(timer);
      init.signal?.removeEventListener('abort', onAbort);
    };
    init.signal?.addEventListener('abort', onAbort, { once: true });

    request.on('error', (error) => {
      end();
      reject(networkError(error, url.host));
    });
    request.on('response', (response) => {
      const stillThere = (): void => {
        clearTimeout(timer);
        timer = setTimeout(onLate, deadlines.silenceMs);
      };
      stillThere();
      response.on('data', stillThere);
      response.on('close', end);
      resolve(asResponse(response, url.host));
    });
    request.end(init.body);
  });
}

/** Statuses whose answer has no body; the `Response` class refuses one. */
const bodiless = new Set([204, 205, 304]);

function asResponse(message: http.IncomingMessage, host: string): Response {
  const status = message.statusCode ?? 500;
  const headers = new Headers();
  for (const [name, value] of Object.entries(message.headersDistinct)) {
    for (const item of value ?? []) headers.append(name, item);
  }
  if (bodiless.has(status)) {
    message.resume();
    return new Response(null, { status, headers });
  }
  return new Response(webStream(decoded(message), host), { status, headers });
}

/** Undoes a compression that a gateway applied although it was not asked for. */
function decoded(message: http.IncomingMessage): Readable {
  const encoding = message.headers['content-encoding'];
  const decoder =
    encoding === 'gzip'
      ? createGunzip()
      : encoding === 'deflate'
        ? createInflate()
        : encoding === 'br'
          ? createBrotliDecompress()
          : undefined;
  if (decoder === undefined) return message;
  message.on('error', (error) => decoder.destroy(error));
  message.on('aborted', () => decoder.destroy(new Error('connection closed')));
  decoder.on('close', () => message.destroy());
  return message.pipe(decoder);
}

/** A web stream over a Node one, whose failures are `EndpointError`s and whose cancelling closes the socket. */
function webStream(source: Readable, host: string): ReadableStream<Uint8Array> {
  const pieces = source[Symbol.asyncIterator]() as AsyncIterator<Uint8Array, undefined>;
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done, value } = await pieces.next();
        if (done === true) controller.close();
        else controller.enqueue(value);
      } catch (error) {
        controller.error(networkError(error, host));
      }
    },
    cancel() {
      source.destroy();
    },
  });
}
