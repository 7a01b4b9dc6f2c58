import { request as requestHttp, type ClientRequest, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
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

const defaultDeadlines: Deadlines = { headersMs: 120_000, silenceMs: 60_000 };

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
    const exchange = new Exchange(url.host);
    if (init.signal?.aborted === true) {
      reject(new EndpointError('aborted', { host: url.host }));
      return;
    }
    const request = open(url, userAgent, init);
    exchange.onEnd = () => request.destroy();
    // Rejected at once: while a proxy is looked for there is no socket yet that could report anything.
    const end = (why: 'aborted' | 'timeout'): void => {
      exchange.end(why);
      reject(exchange.failure(undefined));
    };
    const onAbort = (): void => end('aborted');
    const timer = setTimeout(() => end('timeout'), deadlines.headersMs);
    init.signal?.addEventListener('abort', onAbort, { once: true });

    request.on('error', (error) => reject(exchange.failure(error)));
    request.on('close', () => {
      clearTimeout(timer);
      init.signal?.removeEventListener('abort', onAbort);
    });
    request.on('response', (response) => {
      clearTimeout(timer);
      try {
        resolve(asResponse(response, exchange, deadlines.silenceMs));
      } catch {
        // Such as a status that the `Response` class does not know.
        request.destroy();
        reject(new EndpointError('badResponse', { host: url.host, status: response.statusCode }));
      }
    });
    request.end(init.body);
  });
}

function open(url: URL, userAgent: string, init: FetchInit): ClientRequest {
  const request = url.protocol === 'https:' ? requestHttps : requestHttp;
  const headers = {
    'user-agent': userAgent,
    'accept-encoding': 'identity',
    ...(init.body === undefined ? {} : { 'content-length': Buffer.byteLength(init.body) }),
    ...init.headers,
  };
  return request(url, { method: init.method, headers });
}

/**
 * One request and its answer. Remembers why we ended it, since the sockets only report that it ended:
 * giving them our error would have Node throw it wherever nobody listens any more.
 */
class Exchange {
  private why: 'aborted' | 'timeout' | undefined;
  onEnd: () => void = () => undefined;

  constructor(readonly host: string) {}

  end(why: 'aborted' | 'timeout'): void {
    this.why ??= why;
    this.onEnd();
  }

  /** What to report for an error of a socket or stream. */
  failure(error: unknown): EndpointError {
    return this.why === undefined
      ? networkError(error, this.host)
      : new EndpointError(this.why, { host: this.host });
  }

  /** The same once the answer has begun: the server was there, so the socket's code would only mislead. */
  broken(error: unknown): EndpointError {
    const { reason } = this.failure(error);
    return new EndpointError(reason, { host: this.host });
  }
}

/** Statuses whose answer has no body; the `Response` class refuses one. */
const bodiless = new Set([204, 205, 304]);

function asResponse(message: IncomingMessage, exchange: Exchange, silenceMs: number): Response {
  const status = message.statusCode ?? 500;
  const headers = new Headers();
  for (const [name, value] of Object.entries(message.headersDistinct)) {
    for (const item of value ?? []) headers.append(name, item);
  }
  if (bodiless.has(status)) {
    message.resume();
    return new Response(null, { status, headers });
  }
  return new Response(webStream(decoded(message), exchange, silenceMs), { status, headers });
}

/** Undoes a compression that a gateway applied although it was not asked for. */
function decoded(message: IncomingMessage): Readable {
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

/**
 * A web stream over a Node one, whose failures are `EndpointError`s and whose cancelling closes the socket.
 * The deadline for silence runs only while a piece is wanted: a slow reader is not the server's fault.
 */
function webStream(source: Readable, exchange: Exchange, silenceMs: number): ReadableStream<Uint8Array> {
  const pieces = source[Symbol.asyncIterator]() as AsyncIterator<Uint8Array, undefined>;
  // A failure between two reads is kept by the iterator and thrown at the next; without a listener Node
  // would take it for an uncaught one.
  source.on('error', () => undefined);
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const timer = setTimeout(() => exchange.end('timeout'), silenceMs);
      try {
        const { done, value } = await pieces.next();
        if (done === true) controller.close();
        else controller.enqueue(value);
      } catch (error) {
        controller.error(exchange.broken(error));
      } finally {
        clearTimeout(timer);
      }
    },
    cancel() {
      source.destroy();
    },
  });
}
