/** Why a header of the person's own is not taken. */
export type HeaderProblem = 'badHeader' | 'forbiddenHeader' | 'writtenSecret';

interface HeaderFault {
  readonly kind: HeaderProblem;
  readonly name: string;
}

/**
 * Headers that belong to the connection or to the form of the question. `host` would reach another server than
 * the one that was agreed to, and `proxy-authorization` would tell the proxy's password to the server.
 */
const forbidden =
  /^(host|connection|keep-alive|upgrade|te|trailer|transfer-encoding|expect|content-.*|accept|accept-encoding|proxy-.*|sec-.*)$/;

/** Headers whose value is a secret by their nature. */
const secret = /^(authorization|cookie|.*(api-?key|token|secret|password).*)$/;

/**
 * Reads an endpoint's `headers`. A secret is taken only as `${env:NAME}`, at least in part (`Bearer ${env:KEY}`):
 * settings are synchronised and shared. The environment is read only for what the person wrote, see `expanded`.
 */
export function readHeaders<Problem extends object>(
  value: unknown,
  expanded: (text: string) => string | Problem,
): { readonly headers: Readonly<Record<string, string>> | undefined } | Problem | HeaderFault {
  if (value === undefined || value === null) return { headers: undefined };
  if (typeof value !== 'object' || Array.isArray(value)) return { kind: 'badHeader', name: 'headers' };
  const headers: Record<string, string> = {};
  for (const [written, text] of Object.entries(value)) {
    const name = written.trim().toLowerCase();
    if (!/^[a-z\d!#$%&'*+.^_`|~-]+$/.test(name) || typeof text !== 'string') {
      return { kind: 'badHeader', name: written };
    }
    if (forbidden.test(name)) return { kind: 'forbiddenHeader', name: written };
    if (secret.test(name) && !text.includes('${env:')) return { kind: 'writtenSecret', name: written };
    const read = expanded(text.trim());
    if (typeof read === 'object') return read;
    // Anything else would have Node throw, or smuggle in a second header.
    if (!/^[\x20-\x7e]*$/.test(read)) return { kind: 'badHeader', name: written };
    headers[name] = read;
  }
  return { headers };
}
