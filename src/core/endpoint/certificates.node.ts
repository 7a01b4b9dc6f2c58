import { X509Certificate } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import * as tls from 'node:tls';
import { EndpointError } from './errors';
import type { ClientCertificate, NetworkSettings } from './networkSettings';

/** What a TLS connection needs beside the defaults, in PEM. */
export interface TlsIdentity {
  readonly ca?: string[];
  readonly cert?: string;
  readonly key?: string;
  readonly passphrase?: string;
}

/** @throws EndpointError with reason `tls` and code `CA_FILE` or `CLIENT_CERTIFICATE` where a file is at fault. */
export type TlsFor = (host: string) => Promise<TlsIdentity>;

/**
 * The person's own certificates from the settings, read anew when a file changes: short-lived ones are renewed
 * while VS Code runs. Nothing is read before the first request that needs it.
 */
export function certificates(settings: () => NetworkSettings): TlsFor {
  const files = new Files();
  return async (host) => {
    const { caFile, clientCertificates } = settings();
    const own = clientCertificates.find((one) => isFor(one, host));
    return {
      ...(caFile === undefined ? {} : { ca: await authorities(files, caFile, host) }),
      ...(own === undefined ? {} : await clientIdentity(files, own, host)),
    };
  };
}

/** `host` may name a port; without one it stands for all of them. */
function isFor(certificate: ClientCertificate, host: string): boolean {
  const wanted = certificate.host.toLowerCase();
  return wanted === host || wanted === host.replace(/:\d+$/, '');
}

const kept = new WeakMap<object, string[]>();

/**
 * The file's authorities and all that are trusted without it. `ca` replaces Node's list, and VS Code adds the
 * system's only where no `ca` is given (measured in `@vscode/proxy-agent`), so the whole list is given.
 */
async function authorities(files: Files, file: string, host: string): Promise<string[]> {
  const read = await files.read(file, (text) => {
    const own = text.match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g) ?? [];
    if (own.length === 0) throw new Error('no certificate');
    for (const pem of own) new X509Certificate(pem);
    return { own };
  });
  if (read === undefined) throw new EndpointError('tls', { host, code: 'CA_FILE' });
  let all = kept.get(read);
  if (all === undefined) {
    all = [...new Set([...trusted(), ...read.own])];
    kept.set(read, all);
  }
  return all;
}

/** Node's own roots, those of NODE_EXTRA_CA_CERTS and the system's. */
function trusted(): readonly string[] {
  // Since Node 22.15, so in every VS Code that is supported; the unit tests also run on Node 20.
  const { getCACertificates } = tls as {
    getCACertificates?: (type: 'default' | 'system') => readonly string[];
  };
  if (getCACertificates === undefined) return tls.rootCertificates;
  return [...getCACertificates('default'), ...getCACertificates('system')];
}

async function clientIdentity(
  files: Files,
  { certFile, keyFile, passphrase }: ClientCertificate,
  host: string,
): Promise<TlsIdentity> {
  const asText = (text: string): { text: string } => ({ text });
  const cert = await files.read(certFile, asText);
  const key = await files.read(keyFile, asText);
  const fault = new EndpointError('tls', { host, code: 'CLIENT_CERTIFICATE' });
  if (cert === undefined || key === undefined) throw fault;
  const identity = {
    cert: cert.text,
    key: key.text,
    ...(passphrase === undefined ? {} : { passphrase }),
  };
  try {
    tls.createSecureContext(identity);
  } catch {
    // Not PEM, key and certificate of two pairs, or a wrong passphrase. OpenSSL's words quote nothing of use.
    throw fault;
  }
  return identity;
}

/** Files, read again only when they have changed. */
class Files {
  private readonly known = new Map<string, { readonly stamp: string; readonly value: object }>();

  /** `undefined` where the file cannot be read, or `parse` throws on it. */
  async read<T extends object>(file: string, parse: (text: string) => T): Promise<T | undefined> {
    const where = file.startsWith('~/') ? path.join(homedir(), file.slice(2)) : file;
    try {
      const { mtimeMs, size } = await stat(where);
      const stamp = `${mtimeMs} ${size}`;
      const known = this.known.get(where);
      if (known?.stamp === stamp) return known.value as T;
      const value = parse(await readFile(where, 'utf8'));
      this.known.set(where, { stamp, value });
      return value;
    } catch {
      // The caller says which setting is at fault.
      return undefined;
    }
  }
}
