/**
 * One request over the network, of the shape of the global `fetch`. Behind it stand proxies, certificates
 * and deadlines. Rejects with an `EndpointError`; so does reading the body. Never follows a redirect: a 307
 * would carry the code to wherever it points. `endpointFetch` follows one that stays on its origin.
 */
export type Fetch = (url: string, init: FetchInit) => Promise<Response>;

/** By lower-case name. */
type FetchHeaders = Readonly<Record<string, string>> & { readonly accept?: string };

export interface FetchInit {
  readonly method: 'GET' | 'POST';
  readonly headers: FetchHeaders;
  readonly body?: string;
  /** Aborting closes the connection at once. */
  readonly signal?: AbortSignal | undefined;
}
