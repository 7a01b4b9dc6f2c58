import { EndpointError, type EndpointFailure } from './errors';

/** Codes of Node and OpenSSL that mean: the certificate, or the handshake, was refused. */
const tlsCodes =
  /^(CERT_|ERR_TLS_|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT|UNABLE_TO_|HOSTNAME_MISMATCH|INVALID_CA)/;

/** The other side does not speak TLS at all, or no version in common. */
const notTlsCodes = /^(EPROTO|ERR_SSL_)/;

/** The `EndpointError` for whatever a socket threw. An `EndpointError` stays as it is. */
export function networkError(error: unknown, host: string): EndpointError {
  if (error instanceof EndpointError) return error;
  const code = codeOf(error);
  return new EndpointError(reasonOf(code), { host, code });
}

/** True where an `https` address leads to a server that speaks plain `http`, most likely. */
export function isNotTls(code: string | undefined): boolean {
  return code !== undefined && notTlsCodes.test(code);
}

function codeOf(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | undefined)?.code;
  return typeof code === 'string' ? code : undefined;
}

function reasonOf(code: string | undefined): EndpointFailure {
  if (code === undefined) return 'network';
  if (code === 'ETIMEDOUT' || code === 'ESOCKETTIMEDOUT') return 'timeout';
  if (tlsCodes.test(code) || notTlsCodes.test(code)) return 'tls';
  return code.startsWith('HPE_') || code.startsWith('Z_') ? 'badResponse' : 'network';
}
