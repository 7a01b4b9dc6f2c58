import { EndpointError } from '../endpoint/errors';
import type { Fetch } from '../endpoint/transport';
import { notAllowedCode } from './refusal';

/**
 * A `fetch` that reaches allowed hosts only. The gate refuses first and in clear words; this stands beneath
 * everything that goes round it, such as looking for servers.
 */
export function allowedOnly(fetch: Fetch, isAllowed: (origin: string) => boolean): Fetch {
  return (url, init) => {
    const { origin, host } = new URL(url);
    if (isAllowed(origin)) return fetch(url, init);
    return Promise.reject(new EndpointError('network', { host, code: notAllowedCode }));
  };
}
