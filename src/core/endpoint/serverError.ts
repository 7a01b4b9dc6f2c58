import { EndpointError, type EndpointFailure } from './errors';

/** How much of a server's words is kept, in characters. */
const maxServerMessage = 300;

const overflow = /context (length|size|window)|maximum context|too long|exceed/i;

/**
 * The `EndpointError` for an answer that is not 2xx.
 * @param body the answer's text, parsed here in the shapes that servers use: `error` as a string or an
 *   object, a flat `message`, FastAPI's `detail`, plain text. HTML is not quoted.
 */
export function httpError(status: number, headers: Headers, body: string, host: string): EndpointError {
  const serverMessage = serverWords(body);
  return new EndpointError(reasonOf(status, serverMessage), {
    host,
    status,
    serverMessage,
    retryAfterMs: retryAfter(headers.get('retry-after'), Date.now()),
  });
}

/** The `EndpointError` for an error that a server reports inside a stream it began with 200. */
export function streamError(payload: unknown, host: string): EndpointError {
  const serverMessage = serverWords(payload);
  const code = numericCode(payload);
  const reason = code === undefined ? undefined : reasonOf(code, serverMessage);
  return new EndpointError(
    reason ?? (overflow.test(serverMessage ?? '') ? 'contextTooLong' : 'badResponse'),
    {
      host,
      status: code,
      serverMessage,
    },
  );
}

function reasonOf(status: number, message: string | undefined): EndpointFailure {
  if (status === 401 || status === 403 || status === 407) return 'auth';
  if (status === 404 || status === 410) return 'notFound';
  if (status === 413) return 'contextTooLong';
  if ((status === 400 || status === 422) && message !== undefined && overflow.test(message)) {
    return 'contextTooLong';
  }
  if (status === 408 || status === 504) return 'timeout';
  if (status === 429 || status === 529) return 'overloaded';
  if (status === 503) return /load/i.test(message ?? '') ? 'loading' : 'overloaded';
  return 'badResponse';
}

function serverWords(body: unknown): string | undefined {
  const text = typeof body === 'string' ? wordsOfText(body) : wordsOfJson(body);
  const trimmed = text?.trim();
  return trimmed === undefined || trimmed === '' ? undefined : trimmed.slice(0, maxServerMessage);
}

function wordsOfText(body: string): string | undefined {
  try {
    return wordsOfJson(JSON.parse(body));
  } catch {
    // Not JSON: plain text is quoted, a page of HTML is not.
    return /^\s*</.test(body) ? undefined : body;
  }
}

function wordsOfJson(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return undefined;
  if (Array.isArray(value)) return wordsOfJson(value[0]);
  const { error, message, detail, msg } = value as Record<string, unknown>;
  for (const part of [error, message, detail, msg]) {
    const words = wordsOfJson(part);
    if (words !== undefined) return words;
  }
  return undefined;
}

function numericCode(payload: unknown): number | undefined {
  if (typeof payload !== 'object' || payload === null) return undefined;
  const { error, code } = payload as { error?: { code?: unknown }; code?: unknown };
  const value = error?.code ?? code;
  return typeof value === 'number' && value >= 400 && value < 600 ? value : undefined;
}

/** `Retry-After` in milliseconds, from seconds or an HTTP date. */
function retryAfter(header: string | null, now: number): number | undefined {
  if (header === null) return undefined;
  const seconds = Number(header);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000);
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
