import { EndpointError } from './errors';
import type { Fetch, FetchInit } from './transport';

const redirects = new Set([301, 302, 303, 307, 308]);

/**
 * Sends a request and follows a redirect only where it stays on the same origin, once, and only where the
 * request stays what it was: 307 and 308 for any, the older ones for a GET. That is how FastAPI and Django
 * answer a slash too many or too few, and nobody else learns anything by it. To another origin, http and https
 * of one host included, goes neither key nor header nor body: the consent and the key were given for this one.
 * @throws EndpointError `badResponse` with `movedTo`, for any other redirect.
 */
export async function fetchOnOrigin(fetch: Fetch, url: string, init: FetchInit): Promise<Response> {
  const response = await fetch(url, init);
  if (!redirects.has(response.status)) return response;
  const to = target(response, url);
  const keepsRequest = init.method === 'GET' ? response.status !== 303 : response.status >= 307;
  const { origin, host } = new URL(url);
  void response.body?.cancel();
  if (to?.origin !== origin || !keepsRequest) throw moved(response, host, origin, to);
  const second = await fetch(to.href, init);
  if (!redirects.has(second.status)) return second;
  void second.body?.cancel();
  throw moved(second, host, origin, target(second, to.href));
}

function moved(response: Response, host: string, origin: string, to: URL | undefined): EndpointError {
  const movedTo = to === undefined || to.origin === origin || to.origin === 'null' ? undefined : to.origin;
  return new EndpointError('badResponse', { host, status: response.status, movedTo });
}

function target(response: Response, url: string): URL | undefined {
  const location = response.headers.get('location');
  return location !== null && URL.canParse(location, url) ? new URL(location, url) : undefined;
}
