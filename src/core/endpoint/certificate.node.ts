import { request } from 'node:https';
import { TLSSocket, type DetailedPeerCertificate, type PeerCertificate } from 'node:tls';
import type { Socket } from 'node:net';
import type { Certificate, Chain, ChainLook } from './certificate';

/** Longest chain that is followed; a root names itself as its issuer, so a loop must end. */
const longestChain = 10;

/**
 * Looks over `node:https`, which VS Code leads through the proxy. Verification is off for this look alone,
 * since a refused certificate is what people want to see; the connection is closed before a single byte of
 * a request is written, and no answer is ever read.
 */
export const lookAtChain: ChainLook = (origin, signal) =>
  new Promise<Chain>((resolve, reject) => {
    const look = request(origin, { method: 'HEAD', rejectUnauthorized: false, agent: false, signal });
    look.on('error', reject);
    look.on('socket', (socket: Socket) => {
      const read = (): void => {
        const chain = socket instanceof TLSSocket ? chainOf(socket.getPeerCertificate(true)) : [];
        // Never ended, so the request was never sent.
        look.destroy();
        if (chain.length === 0) reject(new Error('no certificate'));
        else resolve({ certificates: chain });
      };
      if (socket instanceof TLSSocket && socket.getProtocol() !== null && !socket.connecting) read();
      else socket.once('secureConnect', read);
    });
  });

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
