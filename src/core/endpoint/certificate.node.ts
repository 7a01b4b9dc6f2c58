import { request as requestHttps } from 'node:https';
import { TLSSocket, type DetailedPeerCertificate, type PeerCertificate } from 'node:tls';
import type { Socket } from 'node:net';
import type { Certificate, ChainLook } from './certificate';
import type { TlsFor, TlsIdentity } from './certificates.node';

/** Longest chain that is followed; a root names itself as its issuer, so a loop must end. */
const longestChain = 10;

/**
 * Looks over `node:https`, which VS Code leads through the proxy, with the person's own authorities and client
 * certificate, as the transport does. Only where that is refused is there a second look without verification, since
 * a refused certificate is what people want to see; that look shows no client certificate. Either
 * connection is closed before a single byte of a request is written, and no answer is ever read.
 */
export function chainLook(tlsFor: TlsFor): ChainLook {
  return async (origin, signal) => {
    const { host } = new URL(origin);
    try {
      return { certificates: await look(origin, await tlsFor(host), signal), trusted: true };
    } catch (error) {
      if (signal.aborted) throw error;
      return { certificates: await look(origin, { rejectUnauthorized: false }, signal), trusted: false };
    }
  };
}

function look(
  origin: string,
  tls: TlsIdentity & { readonly rejectUnauthorized?: false },
  signal: AbortSignal,
): Promise<readonly Certificate[]> {
  return new Promise((resolve, reject) => {
    const request = requestHttps(origin, { method: 'HEAD', agent: false, signal, ...tls });
    request.on('error', reject);
    request.on('socket', (socket: Socket) => {
      const read = (): void => {
        const chain = socket instanceof TLSSocket ? chainOf(socket.getPeerCertificate(true)) : [];
        // Never ended, so the request was never sent.
        request.destroy();
        if (chain.length === 0) reject(new Error('no certificate'));
        else resolve(chain);
      };
      if (socket instanceof TLSSocket && socket.getProtocol() !== null && !socket.connecting) read();
      else socket.once('secureConnect', read);
    });
  });
}

function chainOf(first: DetailedPeerCertificate): readonly Certificate[] {
  const chain: Certificate[] = [];
  let at: DetailedPeerCertificate | undefined = first;
  while (at?.subject !== undefined && chain.length < longestChain) {
    chain.push(certificate(at));
    at = at.issuerCertificate === at ? undefined : at.issuerCertificate;
  }
  return chain;
}

function certificate({ subject, issuer, valid_to }: PeerCertificate): Certificate {
  const expires = Date.parse(valid_to);
  return {
    subject: nameIn(subject),
    issuer: nameIn(issuer),
    expires: Number.isNaN(expires) ? undefined : expires,
  };
}

function nameIn(name: PeerCertificate['subject'] | undefined): string {
  const all = (name ?? {}) as Partial<Record<'CN' | 'O', string | string[]>>;
  const part = all.CN ?? all.O ?? '';
  return Array.isArray(part) ? part.join(', ') : part;
}
