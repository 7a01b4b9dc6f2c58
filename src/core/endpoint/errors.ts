/** Why a request to a model server failed. */
export type EndpointFailure =
  | 'auth'
  | 'notFound'
  | 'overloaded'
  | 'loading'
  | 'contextTooLong'
  | 'network'
  | 'tls'
  | 'timeout'
  | 'badResponse'
  | 'aborted';

/** What is known of a failure beside its reason. */
export interface EndpointErrorDetails {
  /** Host and port of the server. */
  readonly host: string;
  /** HTTP status, where there was one. */
  readonly status?: number | undefined;
  /** The server's own words, shortened. For a person to read; never for the log: it may quote the prompt. */
  readonly serverMessage?: string | undefined;
  /** The field of the request that the server names as the one it refuses. */
  readonly refusedField?: string | undefined;
  /** How long the server asks to wait, in milliseconds. */
  readonly retryAfterMs?: number | undefined;
  /** Node's error code such as `ECONNREFUSED`, or a `BrowserCode`, where the network failed. */
  readonly code?: string | undefined;
  /** In a browser the origin of the page, which the server has to allow. */
  readonly page?: string | undefined;
  /** The context window, in tokens, that the server names when something is too long for it. */
  readonly contextTokens?: number | undefined;
  /** How long the request was in the server's own count, in tokens, where it says so. */
  readonly promptTokens?: number | undefined;
  /** The other origin that the server would have sent us on to. */
  readonly movedTo?: string | undefined;
}

/**
 * The one error class of all that a model server can do wrong. It has no `cause`: the errors of HTTP
 * clients carry the request, and with it the prompt and the key.
 */
export class EndpointError extends Error {
  readonly host: string;
  readonly status: number | undefined;
  readonly serverMessage: string | undefined;
  readonly refusedField: string | undefined;
  readonly retryAfterMs: number | undefined;
  readonly code: string | undefined;
  readonly page: string | undefined;
  readonly contextTokens: number | undefined;
  readonly promptTokens: number | undefined;
  readonly movedTo: string | undefined;

  constructor(
    readonly reason: EndpointFailure,
    details: EndpointErrorDetails,
  ) {
    super(`${reason} at ${details.host}`);
    this.name = 'EndpointError';
    this.host = details.host;
    this.status = details.status;
    this.serverMessage = details.serverMessage;
    this.refusedField = details.refusedField;
    this.retryAfterMs = details.retryAfterMs;
    this.code = details.code;
    this.page = details.page;
    this.contextTokens = details.contextTokens;
    this.promptTokens = details.promptTokens;
    this.movedTo = details.movedTo;
  }
}

/** True where the person, or the program on the person's behalf, ended the request. */
export function isAborted(error: unknown): boolean {
  return error instanceof EndpointError && error.reason === 'aborted';
}
