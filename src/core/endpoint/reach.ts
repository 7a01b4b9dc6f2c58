import { isLoopback, type EndpointAddress } from './address';

/** Who can stand at the other end: this machine, a network of the person's own, or anybody. */
export type Reach = 'loopback' | 'private' | 'public';

/** Names that are never given out in the public DNS (RFC 6762, RFC 8375, ICANN's reserved `internal`). */
const privateNames = /(^|\.)(local|lan|internal|intranet|home\.arpa|localdomain)$/;

/** RFC 1918, link-local (RFC 3927) and the shared space of carriers and overlay networks (RFC 6598). */
const privateIpv4 =
  /^(10\.|192\.168\.|169\.254\.|172\.(1[6-9]|2\d|3[01])\.|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.)/;

/** Unique local (`fc00::/7`) and link-local (`fe80::/10`) addresses. */
const privateIpv6 = /^\[(f[cd][\da-f]{2}|fe[89ab][\da-f]):/;

const ipv4 = /^\d+(\.\d+){3}$/;

/**
 * How far the text goes that is sent to `host`, judged by its name alone: no look-up is made, so a public
 * name that leads to a private address counts as public, the careful way round.
 * @param host with or without a port, as in `URL.host`.
 */
export function reachOf(host: string): Reach {
  const name = host.replace(/:\d+$/, '').replace(/\.$/, '').toLowerCase();
  if (isLoopback(name) || name.endsWith('.localhost')) return 'loopback';
  if (name.startsWith('[')) return privateIpv6.test(name) ? 'private' : 'public';
  if (ipv4.test(name)) return privateIpv4.test(name) ? 'private' : 'public';
  return !name.includes('.') || privateNames.test(name) ? 'private' : 'public';
}

/**
 * The addresses of a list that may take over from those before them. A public one behind a private one, or
 * one on this machine, is left out unless the person listed it with `allowFromPrivate`: whoever keeps a
 * server of their own would not expect their code abroad because that server is down.
 */
export function mayTakeOver<A extends Pick<EndpointAddress, 'host' | 'allowFromPrivate'>>(
  addresses: readonly A[],
): readonly A[] {
  let behindPrivate = false;
  return addresses.filter(({ host, allowFromPrivate }) => {
    const isPublic = reachOf(host) === 'public';
    const allowed = !isPublic || !behindPrivate || allowFromPrivate === true;
    behindPrivate ||= !isPublic;
    return allowed;
  });
}
