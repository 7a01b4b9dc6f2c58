/** Where a model server is, and which model to ask there. */
export interface EndpointAddress {
  /** Base of the OpenAI-compatible routes, without a slash at the end: `https://host/v1`. */
  readonly base: string;
  /** Scheme, host and port: what a key belongs to. */
  readonly origin: string;
  /** Host and port, as shown to people. */
  readonly host: string;
  /** Without one, the first model that the server lists is asked. */
  readonly model: string | undefined;
  /** True where the person lets this public address take over from a private one that is down. */
  readonly allowFromPrivate?: boolean;
  /** The person's own headers for every request to this origin, by lower-case name. May hold secrets: never logged. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Names an address and its model, the same for as long as the settings say the same. */
export function addressId({ base, host, model }: EndpointAddress): string {
  return `${host}/${model ?? ''}#${shortHash(base)}`;
}

/** Why a written address cannot be used. */
export type AddressProblem = 'notAUrl' | 'notHttp' | 'hasCredentials';

const knownRoutes = /\/(chat\/completions|completions|models)$/;

/**
 * Reads an address as people write it: with or without scheme, slash at the end, `/v1`, or a whole route
 * pasted from a manual. `localhost:8080` and other addresses without a scheme are taken as `http` on
 * loopback and `https` elsewhere.
 */
export function parseAddress(text: string, model?: string): EndpointAddress | AddressProblem {
  const written = text.trim();
  const withScheme = /^[a-z][a-z\d+.-]*:\/\//i.test(written)
    ? written
    : `${guessedScheme(written)}://${written}`;
  if (!URL.canParse(withScheme)) return 'notAUrl';
  const url = new URL(withScheme);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return 'notHttp';
  if (url.username !== '' || url.password !== '') return 'hasCredentials';
  if (url.hostname === '') return 'notAUrl';
  let path = url.pathname.replace(/\/+$/, '').replace(knownRoutes, '');
  if (!path.endsWith('/v1')) path += '/v1';
  const name = model?.trim();
  return {
    base: url.origin + path,
    origin: url.origin,
    host: url.host,
    model: name === '' ? undefined : name,
  };
}

/** True for a server on this very machine; `aliada.localhost` stands for the local model, wherever its port is. */
export function isLoopback(host: string): boolean {
  return /^((aliada\.)?localhost|127(\.\d+){3}|\[::1\])(:\d+)?$/i.test(host);
}

function guessedScheme(written: string): 'http' | 'https' {
  return isLoopback(written.split('/')[0] ?? '') ? 'http' : 'https';
}

/** FNV-1a, 32 bits: tells addresses of one host apart without showing their paths to other extensions. */
function shortHash(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(36);
}
