import { isLoopback } from '../endpoint/address';

/** The hosts that code may go to, as `aliada.allowedHosts` says; `undefined` means no limit. */
export type AllowedHosts = readonly string[] | undefined;

/**
 * Reads the setting. An empty list, or none, means no limit. Anything else that is no list of texts allows
 * nothing: whoever wrote it wanted a limit.
 */
export function readAllowedHosts(value: unknown): AllowedHosts {
  if (value === undefined || value === null) return undefined;
  if (!Array.isArray(value)) return [];
  if (value.length === 0) return undefined;
  return (value as unknown[])
    .filter((entry) => typeof entry === 'string')
    .map((entry) => entry.trim().toLowerCase())
    .filter((entry) => entry !== '');
}

/**
 * True where code may go to `origin`. A pattern is a host (`llm.example.org`, on any port), a host with its
 * port (`10.0.0.5:8000`), or `*.example.org` for every host below a domain but not the domain itself.
 * `localhost` stands for each of this computer's own names: Aliada finds servers at `127.0.0.1`.
 */
export function isAllowedHost(origin: string, allowed: AllowedHosts): boolean {
  if (allowed === undefined) return true;
  const url = new URL(origin);
  const port = url.port === '' ? (url.protocol === 'https:' ? '443' : '80') : url.port;
  // A dot at the end names the same host.
  const host = url.hostname.toLowerCase().replace(/\.$/, '');
  return allowed.some((pattern) => {
    const [, name = pattern, wantedPort] = /^(.+?)(?::(\d+))?$/.exec(pattern) ?? [];
    return (wantedPort === undefined || wantedPort === port) && isNamed(host, name);
  });
}

function isNamed(host: string, name: string): boolean {
  if (name === 'localhost') return isLoopback(host);
  if (name.startsWith('*.')) return host.endsWith(name.slice(1)) && host.length > name.length - 1;
  return host === name;
}
