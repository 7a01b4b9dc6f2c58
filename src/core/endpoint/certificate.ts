/** A server's certificate chain, as far as a report shows it. */
export interface Chain {
  /** The server's own certificate first. */
  readonly certificates: readonly Certificate[];
  /** True where Aliada's own requests accept it. */
  readonly trusted: boolean;
}

export interface Certificate {
  /** Whom it names. */
  readonly subject: string;
  /** Who vouches for it. */
  readonly issuer: string;
  /** Milliseconds since 1970; `undefined` where it cannot be read. */
  readonly expires: number | undefined;
}

/**
 * Looks at the certificate chain of an `https` origin, trusted or not, and sends no request.
 * Rejects where there is none to be seen.
 */
export type ChainLook = (origin: string, signal: AbortSignal) => Promise<Chain>;
