import type { EndpointError } from './errors';

/** How often and how long a request is tried again by itself. Times in milliseconds. */
export interface Patience {
  /** Requests in all, the first included, after a fault that may pass. */
  readonly attempts: number;
  /** The first pause; each next one is twice as long. */
  readonly pauseMs: number;
  /** A longer `Retry-After` is told to the person instead of being waited for. */
  readonly longestPauseMs: number;
  /** The pauses between questions to a server that loads its model; the last one stays. */
  readonly loadingPausesMs: readonly number[];
  /** How long a model that is being loaded is waited for in all. */
  readonly loadingMs: number;
}

/**
 * Three requests with pauses of about 1 and 2 seconds bridge a restart of a gateway or a burst of a class; who needs
 * more than 20 seconds is told so. A Hugging Face endpoint starts in 5 to 10 minutes (docs), a 40B model on
 * one's own server reads its weights in about as long; asking every 10 seconds costs such a server nothing.
 */
export const chatPatience: Patience = {
  attempts: 3,
  pauseMs: 1_000,
  longestPauseMs: 20_000,
  loadingPausesMs: [2_000, 3_000, 5_000, 10_000],
  loadingMs: 12 * 60_000,
};

/** A suggestion that comes late is worth nothing: only a connection that had gone stale is opened anew. */
export const completionPatience: Patience = {
  attempts: 2,
  pauseMs: 50,
  longestPauseMs: 0,
  loadingPausesMs: [],
  loadingMs: 0,
};

/** Network faults that pass by themselves. An unknown host or an open certificate question does not. */
const passing = new Set([
  ...[undefined, 'ECONNRESET', 'ECONNREFUSED', 'EPIPE', 'EAI_AGAIN', 'ECONNABORTED', 'BROWSER_NETWORK'],
]);

/** Nothing listens there, as far as can be told: a new connection within the second will find the same. */
const refused = new Set<string | undefined>(['ECONNREFUSED', 'BROWSER_NETWORK']);

/** A gateway whose server is away for the moment. 500 is not among them: it is the server's fault in this request. */
const gateway = new Set([502, 504]);

/** How a request has gone so far. */
export interface Tried {
  /** Requests made, the first included. */
  readonly attempts: number;
  /** Since the first answer that said `loading`, in milliseconds; 0 for the first. */
  readonly loadingForMs: number;
  /** How often the server has said `loading`. */
  readonly loadings: number;
}

/**
 * Whether and when to ask again after `error`, for a request that has shown nothing yet.
 * @param jitter 0 to 1, so that a class of thirty does not come back in the same instant.
 * @returns the pause in milliseconds, or `undefined` to give up.
 */
export function pauseBefore(
  error: EndpointError,
  tried: Tried,
  patience: Patience,
  jitter: number,
): number | undefined {
  if (error.reason === 'loading') {
    const planned = patience.loadingPausesMs[Math.min(tried.loadings, patience.loadingPausesMs.length) - 1];
    if (planned === undefined) return undefined;
    const pause = Math.max(planned, Math.min(error.retryAfterMs ?? 0, 60_000)) * (1 + jitter / 4);
    return tried.loadingForMs + pause > patience.loadingMs ? undefined : pause;
  }
  if (tried.attempts - tried.loadings >= patience.attempts || !mayPass(error, patience)) return undefined;
  const doubled = patience.pauseMs * 2 ** (tried.attempts - tried.loadings - 1);
  const pause = (error.retryAfterMs ?? doubled) + doubled * jitter * 0.5;
  return error.retryAfterMs !== undefined && error.retryAfterMs > patience.longestPauseMs ? undefined : pause;
}

function mayPass(error: EndpointError, { longestPauseMs }: Patience): boolean {
  switch (error.reason) {
    case 'network':
      return passing.has(error.code) && (longestPauseMs > 0 || !refused.has(error.code));
    case 'overloaded':
      return longestPauseMs > 0;
    case 'badResponse':
    case 'timeout':
      // Without a status it was our own deadline, and the person has waited long enough.
      return longestPauseMs > 0 && gateway.has(error.status ?? 0);
    default:
      return false;
  }
}
