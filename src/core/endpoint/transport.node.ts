import { request as requestHttp, type ClientRequest } from 'node:http';
import { request as requestHttps } from 'node:https';
import { asResponse, Exchange } from './answer.node';
import type { TlsFor, TlsIdentity } from './certificates.node';
import { EndpointError } from './errors';
import { networkError } from './networkError';
import type { Fetch, FetchInit } from './transport';

/** How long to wait, in milliseconds. */
export interface Deadlines {
  /** Until the request is on its way: finding the proxy and the host, connecting, shaking hands. */
  readonly connectMs: number;
  /** From the start to the first piece of the answer's body. */
  readonly firstMs: number;
  /** From one piece of the answer to the next. */
  readonly silenceMs: number;
}

/**
 * Constants, since nobody can know a better figure before having trouble with these. A host that is there
 * accepts within seconds even through a proxy and a slow network of names; 15 s bears one lost packet of each
 * step (a system gives up on a silent host only after two minutes). A CPU reads about 50 tokens of a prompt a
 * second, so 6,000 tokens take two minutes before the first word. A model that has begun gives a token a
 * second at the very least; a minute of silence is a hung one.
 */
const defaultDeadlines: Deadlines = { connectMs: 15_000, firstMs: 150_000, silenceMs: 60_000 };

/**
 * `fetch` over `node:http` and `node:https`. VS Code patches these two for proxies and certificates, and
 * they keep a client certificate, which its patched global `fetch` drops without a word. There is no agent of
 * ours: VS Code would put its own in its place for hosts elsewhere, and leave ours alone, without proxy and
 * certificates, for others. HTTP/1.1, so that an abort closes a socket and the server stops generating.
 * @param tlsFor certificates of the person's own; without it those of the system.
 */
export function nodeFetch(userAgent: string, deadlines: Partial<Deadlines> = {}, tlsFor?: TlsFor): Fetch {
  const within = { ...defaultDeadlines, ...deadlines };
  return async (url, init) => {
    const to = new URL(url);
    const tls = to.protocol === 'https:' && tlsFor !== undefined ? await tlsFor(to.host) : {};
    for (;;) {
      const response = await send(to, userAgent, init, within, tls);
      // Each turn uses up one connection that was kept, so it ends with a new one.
      if (response !== 'stale') return response;
    }
  };
}

/** @returns `stale` where the connection was one that Node had kept and the server had closed meanwhile. */
function send(
  url: URL,
  userAgent: string,
  init: FetchInit,
  deadlines: Deadlines,
  tls: TlsIdentity,
): Promise<Response | 'stale'> {
  return new Promise((resolve, reject) => {
    const exchange = new Exchange(url.host, performance.now() + deadlines.firstMs, deadlines.silenceMs);
    if (init.signal?.aborted === true) {
      reject(new EndpointError('aborted', { host: url.host }));
      return;
    }
    const request = open(url, userAgent, init, tls);
    exchange.onEnd = () => request.destroy();
    // Rejected at once: while a proxy is looked for there is no socket yet that could report anything.
    const end = (why: 'aborted' | 'timeout'): void => {
      exchange.end(why);
      reject(exchange.failure(undefined));
    };
    const onAbort = (): void => end('aborted');
    const connecting = setTimeout(() => end('timeout'), deadlines.connectMs);
    const waiting = setTimeout(() => end('timeout'), deadlines.firstMs);
    init.signal?.addEventListener('abort', onAbort, { once: true });

    request.on('error', (error) => {
      if (isStale(request, error)) resolve('stale');
      else reject(exchange.failure(error));
    });
    // Node holds what is written back until the connection stands, TLS included, and then says so.
    request.on('finish', () => clearTimeout(connecting));
    request.on('close', () => {
      clearTimeout(connecting);
      clearTimeout(waiting);
      init.signal?.removeEventListener('abort', onAbort);
      // Some ends come without an error; a promise that is settled already does not mind.
      reject(exchange.failure(undefined));
    });
    request.on('response', (response) => {
      clearTimeout(connecting);
      clearTimeout(waiting);
      try {
        resolve(asResponse(response, exchange));
      } catch {
        // Such as a status that the `Response` class does not know.
        request.destroy();
        reject(new EndpointError('badResponse', { host: url.host, status: response.statusCode }));
      }
    });
    request.end(init.body);
  });
}

/**
 * True where no answer came on a connection that had been kept from an earlier request: the server closed it before
 * it read this one (https://nodejs.org/api/http.html#requestreusedsocket). llama-server does so after every stream,
 * although its headers promise `Keep-Alive: timeout=5` (seen in b11669).
 */
function isStale(request: ClientRequest, error: NodeJS.ErrnoException): boolean {
  return request.reusedSocket && (error.code === 'ECONNRESET' || error.code === 'EPIPE');
}

function open(url: URL, userAgent: string, init: FetchInit, tls: TlsIdentity): ClientRequest {
  const headers = {
    'user-agent': userAgent,
    'accept-encoding': 'identity',
    ...(init.body === undefined ? {} : { 'content-length': Buffer.byteLength(init.body) }),
    ...init.headers,
  };
  try {
    return url.protocol === 'https:'
      ? requestHttps(url, { method: init.method, headers, ...tls })
      : requestHttp(url, { method: init.method, headers });
  } catch (error) {
    // Such as a client certificate that OpenSSL cannot read.
    throw networkError(error, url.host);
  }
}
