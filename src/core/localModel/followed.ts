import { isLoopback } from '../endpoint/address';
import { EndpointError } from '../endpoint/errors';
import type { Fetch, FetchInit } from '../endpoint/transport';
import { InstallError } from './errors';

const redirects = new Set([301, 302, 303, 307, 308]);
/** GitHub and the hub redirect once or twice, to where they keep their files. */
const mostRedirects = 5;

/**
 * A GET that follows redirects, which downloads need: nothing of the person's goes along, and what comes is held
 * against its hash. Only to `https`; from an address that began without it, also to this very machine, or to the same
 * origin.
 * @param mirror the origin that the person named as the mirror, where it may be plain `http`.
 * @throws InstallError with what went wrong; its `detail` is the host.
 */
export async function fetchFollowing(
  fetch: Fetch,
  url: string,
  init: Omit<FetchInit, 'method' | 'body'>,
  mirror?: string,
): Promise<Response> {
  let to = new URL(url);
  for (let hop = 0; hop <= mostRedirects; hop += 1) {
    if (!mayAsk(to, mirror)) throw new InstallError('redirect', to.host);
    const response = await asked(fetch, to, init);
    if (!redirects.has(response.status)) return response;
    void response.body?.cancel();
    const location = response.headers.get('location');
    if (location === null || !URL.canParse(location, to.href)) break;
    const next = new URL(location, to.href);
    // A server elsewhere must not lead into what listens on this machine.
    if (isLoopback(next.host) && !isLoopback(to.host)) throw new InstallError('redirect', next.host);
    to = next;
  }
  throw new InstallError('badAnswer', to.host);
}

function mayAsk(url: URL, mirror: string | undefined): boolean {
  if (url.username !== '' || url.password !== '') return false;
  if (url.protocol === 'https:') return true;
  return url.protocol === 'http:' && mirror !== undefined && (url.origin === mirror || isLoopback(url.host));
}

async function asked(fetch: Fetch, url: URL, init: Omit<FetchInit, 'method' | 'body'>): Promise<Response> {
  try {
    return await fetch(url.href, { method: 'GET', ...init });
  } catch (error) {
    throw asInstallError(error);
  }
}

/** An `EndpointError` of the network in the terms of installing; anything else stays as it is. */
export function asInstallError(error: unknown): unknown {
  if (!(error instanceof EndpointError)) return error;
  return error.reason === 'aborted'
    ? new InstallError('aborted')
    : new InstallError('network', error.host, error);
}

/** What a status other than 200 means for a download. */
export function refusedBy(response: Response, host: string): InstallError {
  void response.body?.cancel();
  const { status, headers } = response;
  // GitHub answers 403 to who has asked too often without an account, the hub 429.
  const limited = status === 429 || (status === 403 && headers.get('x-ratelimit-remaining') === '0');
  return new InstallError(limited ? 'rateLimited' : 'badAnswer', limited ? host : `${host} (HTTP ${status})`);
}

/** How long a list of releases or files may be, in bytes. */
const longestList = 16 << 20;

/** A JSON document. @throws InstallError */
export async function fetchJson(
  fetch: Fetch,
  url: string,
  signal: AbortSignal,
  mirror?: string,
): Promise<unknown> {
  const { host } = new URL(url);
  const response = await fetchFollowing(
    fetch,
    url,
    { headers: { accept: 'application/json' }, signal },
    mirror,
  );
  if (response.status !== 200) throw refusedBy(response, host);
  const text = await limitedText(response, host);
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // A sign-in page of a network, most often.
    throw new InstallError('badAnswer', host);
  }
}

async function limitedText(response: Response, host: string): Promise<string> {
  if (response.body === null) return '';
  const decoder = new TextDecoder();
  let text = '';
  try {
    for await (const piece of response.body as unknown as AsyncIterable<Uint8Array>) {
      text += decoder.decode(piece, { stream: true });
      if (text.length > longestList) throw new InstallError('badAnswer', host);
    }
  } catch (error) {
    throw asInstallError(error);
  }
  return text;
}
