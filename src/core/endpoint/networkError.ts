import { EndpointError, type EndpointFailure } from './errors';

/** Codes of Node and OpenSSL that mean: the certificate, or the handshake, was refused. */
const tlsCodes =
  /^(CERT_|ERR_TLS_|ERR_OSSL_|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT|UNABLE_TO_|HOSTNAME_MISMATCH|INVALID_CA)/;

/** Something in the handshake; by far most often the other side does not speak TLS at all. */
const handshakeCodes = /^(EPROTO|ERR_SSL_)/;

/**
 * Alerts with which a server refuses the client: it wants a certificate, or another one than it got. TLS 1.3 has a
 * code of its own for it; TLS 1.2 servers end the handshake.
 */
const clientRefusedCodes =
  /^ERR_SSL_.*ALERT_(CERTIFICATE_|BAD_CERTIFICATE|UNSUPPORTED_CERTIFICATE|UNKNOWN_CA|HANDSHAKE_FAILURE|ACCESS_DENIED)/;

/** The `EndpointError` for whatever a socket threw. An `EndpointError` stays as it is. */
export function networkError(error: unknown, host: string): EndpointError {
  if (error instanceof EndpointError) return error;
  const code = codeOf(error);
  return new EndpointError(reasonOf(code), { host, code });
}

/** True where an `https` address leads to a server that speaks plain `http`, most likely. */
export function isNotTls(code: string | undefined): boolean {
  return code !== undefined && handshakeCodes.test(code) && !refusesClient(code);
}

/** True where the server wants a client certificate, or another than the one it was shown. */
export function refusesClient(code: string | undefined): boolean {
  return code !== undefined && clientRefusedCodes.test(code);
}

function codeOf(error: unknown): string | undefined {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
  if (typeof code !== 'string') return undefined;
  // For a fault in the handshake libuv knows only EPROTO; OpenSSL's own word stands in its report, in a fixed
  // form: `error:0A000410:SSL routines:ssl3_read_bytes:sslv3 alert handshake failure:…`. Made into Node's code.
  const word = code === 'EPROTO' ? /:SSL routines:[^:]*:([^:]+):/.exec(String(message))?.[1] : undefined;
  return word === undefined ? code : `ERR_SSL_${word.toUpperCase().replaceAll(' ', '_')}`;
}

function reasonOf(code: string | undefined): EndpointFailure {
  if (code === undefined) return 'network';
  if (code === 'ETIMEDOUT' || code === 'ESOCKETTIMEDOUT') return 'timeout';
  if (tlsCodes.test(code) || handshakeCodes.test(code)) return 'tls';
  return code.startsWith('HPE_') || code.startsWith('Z_') ? 'badResponse' : 'network';
}
