import { contextFigures, type ContextFigures } from './contextFigures';
import { EndpointError, type EndpointFailure } from './errors';
import type { Quote } from './quote';

const overflow =
  /context (length|size|window)|maximum context|max_new_tokens`? must be|too long|too many (input )?tokens|(tokens|length|prompt|inputs?)\b.*\bexceed|exceed.*\b(tokens|length|context|prompt)|`inputs`.* must (be <=|have less than)/i;
const quota = /rate.?limit|quota|requests per/i;

/**
 * The `EndpointError` for an answer that is not 2xx.
 * @param body the answer's text, parsed here in the shapes that servers use: `error` as a string or an
 *   object, a flat `message`, FastAPI's `detail`, plain text. HTML is not quoted.
 * @param quote what of the server's words may be shown.
 * @param refusedField the field of the request that the server finds fault with.
 */
export function httpError(
  status: number,
  headers: Headers,
  body: string,
  host: string,
  quote: Quote,
  refusedField?: string,
): EndpointError {
  const words = serverWords(body);
  const reason = reasonOf(status, words);
  return new EndpointError(reason, {
    host,
    status,
    refusedField,
    serverMessage: words === undefined ? undefined : quote(words),
    ...figuresOf(reason, body, words),
    retryAfterMs: retryAfter(headers.get('retry-after'), Date.now()),
  });
}

/** The `EndpointError` for an error that a server reports inside a stream it began with 200. */
export function streamError(payload: unknown, host: string, quote: Quote): EndpointError {
  const words = serverWords(payload);
  const status = numericCode(payload);
  // Without a code the words are judged as those of a refused request.
  const reason = reasonOf(status ?? 400, words);
  return new EndpointError(reason, {
    host,
    status,
    serverMessage: words === undefined ? undefined : quote(words),
    ...figuresOf(reason, payload, words),
  });
}

function figuresOf(reason: EndpointFailure, body: unknown, words = ''): ContextFigures {
  if (reason !== 'contextTooLong') return {};
  return contextFigures(typeof body === 'string' ? parsed(body) : body, words);
}

function reasonOf(status: number, words = ''): EndpointFailure {
  switch (status) {
    case 400:
    case 422:
      if (quota.test(words)) return 'overloaded';
      return overflow.test(words) ? 'contextTooLong' : 'badResponse';
    case 401:
    case 403:
    case 407:
      return 'auth';
    case 404:
    case 410:
      return 'notFound';
    case 408:
    case 504:
      return 'timeout';
    case 413:
      return 'contextTooLong';
    case 429:
    case 529:
      return 'overloaded';
    case 503:
      return /\bloading\b/i.test(words) ? 'loading' : 'overloaded';
    default:
      return 'badResponse';
  }
}

function serverWords(body: unknown): string | undefined {
  const words = typeof body === 'string' ? wordsOfText(body) : wordsOfJson(body);
  return words?.trim() === '' ? undefined : words?.trim();
}

function wordsOfText(body: string): string | undefined {
  const json = parsed(body);
  if (json !== undefined) return wordsOfJson(json);
  // Not JSON: plain text is quoted, a page of HTML is not.
  return /^\s*</.test(body) ? undefined : body;
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    // The caller takes the text as it is.
    return undefined;
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
