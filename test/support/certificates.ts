/** Certificates for tests, made anew in each run: an authority and what it signs. All PEM. */
import { createPrivateKey } from 'node:crypto';
import { generate } from 'selfsigned';
import type { CertificateExtension, SelfsignedOptions } from 'selfsigned';

export interface KeyPair {
  readonly cert: string;
  readonly key: string;
}

export interface Certificates {
  /** The authority's own certificate, for `caFile`. */
  readonly authority: string;
  /** For localhost, 127.0.0.1, 127.0.0.2 and *.alia.test. */
  readonly server: KeyPair;
  readonly expired: KeyPair;
  /** For another host. */
  readonly wrongHost: KeyPair;
  /** Signed by nobody but itself. */
  readonly selfSigned: KeyPair;
  /** A person's, for mTLS. */
  readonly client: KeyPair;
  /** The person's key, encrypted. */
  readonly encryptedKey: { readonly key: string; readonly passphrase: string };
}

const day = 86_400_000;

export async function makeCertificates(now = Date.now()): Promise<Certificates> {
  const ca = await pair('Aliada test authority', [
    { name: 'basicConstraints', cA: true, critical: true },
    { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
  ]);
  const signed = (name: string, extensions: CertificateExtension[], ageDays = 0): Promise<KeyPair> =>
    pair(name, extensions, {
      ca,
      notBeforeDate: new Date(now - (ageDays + 1) * day),
      notAfterDate: new Date(now + (2 - ageDays) * day),
    });
  const server = await signed('server', forHosts);
  const client = await signed('person', [{ name: 'extKeyUsage', clientAuth: true }]);
  const passphrase = 'tortell de nata';
  const encrypted = createPrivateKey(client.key).export({
    type: 'pkcs8',
    format: 'pem',
    cipher: 'aes-256-cbc',
    passphrase,
  });
  return {
    authority: ca.cert,
    server,
    expired: await signed('expired', forHosts, 10),
    wrongHost: await signed('other', [
      { name: 'subjectAltName', altNames: [{ type: 2, value: 'other.test' }] },
    ]),
    selfSigned: await pair('self', forHosts),
    client,
    encryptedKey: { key: String(encrypted), passphrase },
  };
}

const forHosts: CertificateExtension[] = [
  {
    name: 'subjectAltName',
    altNames: [
      { type: 2, value: 'localhost' },
      { type: 2, value: '*.alia.test' },
      { type: 7, ip: '127.0.0.1' },
      { type: 7, ip: '127.0.0.2' },
    ],
  },
];

async function pair(
  name: string,
  extensions: CertificateExtension[],
  options: SelfsignedOptions = {},
): Promise<KeyPair> {
  const made = await generate([{ name: 'commonName', value: name }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions,
    ...options,
  });
  return { cert: made.cert, key: made.private };
}
