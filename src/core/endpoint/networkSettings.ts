import { expand, type Environment, type SettingProblem } from './settings';

/** Certificates of the person's own. */
export interface NetworkSettings {
  /** A PEM file of authorities that are trusted beside the system's. */
  readonly caFile: string | undefined;
  readonly clientCertificates: readonly ClientCertificate[];
}

/** Who the person is to one host (mTLS). */
export interface ClientCertificate {
  /** Name of the host, with or without its port. */
  readonly host: string;
  /** PEM files. */
  readonly certFile: string;
  readonly keyFile: string;
  /** Of the key, where it is encrypted. */
  readonly passphrase?: string;
}

export interface NetworkReading {
  readonly network: NetworkSettings;
  readonly caFileProblems: readonly SettingProblem[];
  readonly certificateProblems: readonly SettingProblem[];
}

/**
 * Reads `aliada.network.*`. Both are machine settings, which no workspace can write, so `${env:NAME}` is
 * expanded. A passphrase is never written out in the settings, which are synchronised and shared: only
 * `${env:NAME}` is taken.
 * @param environment `undefined` in a browser, where the browser's certificates are the only ones.
 */
export function readNetwork(
  caFile: unknown,
  clientCertificates: unknown,
  environment: Environment,
): NetworkReading {
  if (environment === undefined) return inBrowser(caFile, clientCertificates);
  const caFileProblems: SettingProblem[] = [];
  const certificateProblems: SettingProblem[] = [];
  let path: string | undefined;
  if (typeof caFile === 'string' && caFile.trim() !== '') {
    const read = expand(caFile.trim(), 'user', environment);
    if (typeof read === 'string') path = read;
    else caFileProblems.push({ index: undefined, ...read });
  }
  const list = Array.isArray(clientCertificates) ? (clientCertificates as unknown[]) : [];
  const certificates: ClientCertificate[] = [];
  for (const [index, entry] of list.entries()) {
    const read = readCertificate(entry, environment);
    if ('kind' in read) certificateProblems.push({ index, ...read });
    else certificates.push(read);
  }
  return {
    network: { caFile: path, clientCertificates: certificates },
    caFileProblems,
    certificateProblems,
  };
}

/** Nothing of it counts, and what is written is named. */
function inBrowser(caFile: unknown, clientCertificates: unknown): NetworkReading {
  const problem: SettingProblem = { index: undefined, kind: 'certificatesInBrowser' };
  const hasFile = typeof caFile === 'string' && caFile.trim() !== '';
  const hasCertificates = Array.isArray(clientCertificates) && clientCertificates.length > 0;
  return {
    network: { caFile: undefined, clientCertificates: [] },
    caFileProblems: hasFile ? [problem] : [],
    certificateProblems: hasCertificates ? [problem] : [],
  };
}

function readCertificate(
  entry: unknown,
  environment: Environment,
): ClientCertificate | Omit<SettingProblem, 'index'> {
  const fields = (entry ?? {}) as Readonly<Record<string, unknown>>;
  const values: Record<string, string> = {};
  for (const name of ['host', 'certFile', 'keyFile', 'passphrase'] as const) {
    const written = fields[name];
    const text = typeof written === 'string' ? written.trim() : '';
    if (text === '') {
      if (name === 'passphrase') continue;
      return { kind: 'incompleteCertificate' };
    }
    if (name === 'passphrase' && !/^\$\{env:[^}]+\}$/.test(text)) return { kind: 'writtenSecret', name };
    const value = expand(text, 'user', environment);
    if (typeof value !== 'string') return value;
    values[name] = value;
  }
  return values as unknown as ClientCertificate;
}
