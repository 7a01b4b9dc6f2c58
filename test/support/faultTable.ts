/** Every way in which a request is known to go wrong, as data: what the server does, and what must come of it. */
import { gzipSync } from 'node:zlib';
import type { EndpointErrorDetails, EndpointFailure } from '../../src/core/endpoint/errors';
import * as failures from './failures';
import type { RecordedRequest } from './recordedRequest';
import { answer, beginning, endlessAnswer, event, json, raw, type Reply } from './replies';

/** What stands at the other end, beside the scripted server over plain http. */
export type Place =
  | 'nobody'
  | 'unknownName'
  | 'resetsAtOnce'
  | 'acceptsAndIsSilent'
  | 'plainBehindHttps'
  | 'tlsExpired'
  | 'tlsWrongHost'
  | 'tlsUnknownAuthority'
  | 'tlsSelfSigned'
  | 'tlsWantsClient'
  | 'tls12WantsClient';

export interface Fault {
  readonly name: string;
  /** What the scripted server answers; for a fault of its answer. */
  readonly reply?: Reply;
  readonly place?: Place;
  /** The test's authority is set as `caFile`. */
  readonly trusts?: boolean;
  /** `whole` where the answer must be read to its end in spite of all. */
  readonly reason: EndpointFailure | 'whole';
  /** Text that arrived before the failure and must not be lost. */
  readonly kept?: string;
  /** More that must be known of the failure. */
  readonly known?: Partial<EndpointErrorDetails>;
}

const text = 'Això és çò que volíem: 「ñ」 👩‍💻 "error" i prou.';
const html = { 'content-type': 'text/html' };
const sse = { 'content-type': 'text/event-stream' };

const ofConnection: readonly Fault[] = [
  { name: 'refused', place: 'nobody', reason: 'network', known: { code: 'ECONNREFUSED' } },
  { name: 'unknown name', place: 'unknownName', reason: 'network' },
  { name: 'reset at once', place: 'resetsAtOnce', reason: 'network' },
  { name: 'reset before the answer', reply: failures.resetBefore(), reason: 'network' },
  { name: 'reset in mid-stream', reply: failures.resetAfter('Hola'), reason: 'network', kept: 'Hola' },
  { name: 'connected, then silence', place: 'acceptsAndIsSilent', reason: 'timeout' },
  { name: 'stall before the answer', reply: failures.stall(), reason: 'timeout' },
  {
    name: 'stall after the headers',
    reply: () => [{ do: 'head', status: 200, headers: sse }, { do: 'hang' }],
    reason: 'timeout',
  },
  { name: 'stall in mid-stream', reply: failures.stallAfter('Hola'), reason: 'timeout', kept: 'Hola' },
  { name: 'comments for ever', reply: commentsForEver(), reason: 'timeout' },
  { name: 'an answer that never ends', reply: endlessAnswer('hitz '.repeat(20), 0), reason: 'whole' },
];

const ofTls: readonly Fault[] = [
  {
    name: 'http behind https',
    place: 'plainBehindHttps',
    reason: 'tls',
    known: { code: 'ERR_SSL_WRONG_VERSION_NUMBER' },
  },
  { name: 'expired', place: 'tlsExpired', trusts: true, reason: 'tls', known: { code: 'CERT_HAS_EXPIRED' } },
  {
    name: 'wrong host',
    place: 'tlsWrongHost',
    trusts: true,
    reason: 'tls',
    known: { code: 'ERR_TLS_CERT_ALTNAME_INVALID' },
  },
  {
    name: 'unknown authority',
    place: 'tlsUnknownAuthority',
    reason: 'tls',
    known: { code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' },
  },
  {
    name: 'self-signed',
    place: 'tlsSelfSigned',
    reason: 'tls',
    known: { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' },
  },
  { name: 'client certificate wanted, TLS 1.3', place: 'tlsWantsClient', trusts: true, reason: 'tls' },
  { name: 'client certificate wanted, TLS 1.2', place: 'tls12WantsClient', trusts: true, reason: 'tls' },
];

const ofStatus: readonly Fault[] = [
  {
    name: '301 to another origin',
    reply: raw('', 301, { location: 'http://other.test/v1/chat/completions' }),
    reason: 'badResponse',
    known: { status: 301, movedTo: 'http://other.test' },
  },
  {
    name: '307 to another origin',
    reply: raw('', 307, { location: 'https://other.test/' }),
    reason: 'badResponse',
    known: { movedTo: 'https://other.test' },
  },
  {
    name: '308 in a circle',
    reply: raw('', 308, { location: '/v1/chat/completions' }),
    reason: 'badResponse',
  },
  { name: '302 without a place', reply: raw('', 302, {}), reason: 'badResponse' },
  {
    name: '400 too long, vLLM',
    reply: failures.contextTooLong('vllm'),
    reason: 'contextTooLong',
    known: { contextTokens: 8192, promptTokens: 9000 },
  },
  {
    name: '400 too long, older vLLM',
    reply: failures.contextTooLong('vllmFlat'),
    reason: 'contextTooLong',
    known: { contextTokens: 8192 },
  },
  {
    name: '400 too long, llama-server',
    reply: failures.contextTooLong('llamaServer', 4096, 5000),
    reason: 'contextTooLong',
    known: { contextTokens: 4096, promptTokens: 5000 },
  },
  {
    name: '400 too long, LM Studio',
    reply: json(
      {
        error:
          'Trying to keep the first 5000 tokens when context the overflows. However, the model is loaded with context length of only 4096 tokens, which is not enough.',
      },
      400,
    ),
    reason: 'contextTooLong',
    known: { contextTokens: 4096 },
  },
  {
    name: '400 otherwise, OpenAI',
    reply: json({ error: { message: 'bad role' } }, 400),
    reason: 'badResponse',
  },
  { name: '400 otherwise, FastAPI', reply: json({ detail: 'bad role' }, 400), reason: 'badResponse' },
  {
    name: '400 problem+json',
    reply: raw('{"title":"Bad","detail":"no","status":400}', 400, {
      'content-type': 'application/problem+json',
    }),
    reason: 'badResponse',
  },
  { name: '400 with a rate limit', reply: json({ error: 'Rate limit exceeded' }, 400), reason: 'overloaded' },
  { name: '401 of vLLM', reply: failures.unauthorized('vllm'), reason: 'auth' },
  { name: '401 of llama-server', reply: failures.unauthorized('llamaServer'), reason: 'auth' },
  { name: '401 of FastAPI', reply: failures.unauthorized('fastApi'), reason: 'auth' },
  { name: '401 of OpenAI', reply: failures.unauthorized('openAi'), reason: 'auth' },
  { name: '401 without a body', reply: failures.unauthorized('tgi'), reason: 'auth' },
  { name: '403', reply: json({ message: 'Forbidden' }, 403), reason: 'auth' },
  {
    name: '404 for the model',
    reply: failures.modelNotFound('x'),
    reason: 'notFound',
    known: { status: 404 },
  },
  {
    name: '407 of a proxy',
    reply: raw('<html>Proxy</html>', 407, { ...html, 'proxy-authenticate': 'Basic realm="x"' }),
    reason: 'auth',
    known: { status: 407 },
  },
  { name: '408', reply: raw('', 408, {}), reason: 'timeout' },
  { name: '413', reply: raw('', 413, {}), reason: 'contextTooLong' },
  {
    name: '422 too long, TGI',
    reply: json(
      {
        error:
          'Input validation error: `inputs` tokens + `max_new_tokens` must be <= 4096. Given: 3968 `inputs` tokens and 2048 `max_new_tokens`',
        error_type: 'validation',
      },
      422,
    ),
    reason: 'contextTooLong',
    known: { contextTokens: 4096, promptTokens: 3968 },
  },
  {
    name: '422 of FastAPI',
    reply: json({ detail: [{ loc: ['body', 'stop'], msg: 'too many stops', type: 'value_error' }] }, 422),
    reason: 'badResponse',
  },
  {
    name: '424 of TGI',
    reply: json({ error: 'Request failed during generation', error_type: 'generation' }, 424),
    reason: 'badResponse',
  },
  { name: '429', reply: json({ error: 'slow down' }, 429), reason: 'overloaded' },
  {
    name: '429 with seconds',
    reply: failures.rateLimited('7'),
    reason: 'overloaded',
    known: { retryAfterMs: 7_000 },
  },
  {
    name: '429 with a date',
    reply: failures.rateLimited('Thu, 01 Jan 2026 00:00:00 GMT'),
    reason: 'overloaded',
    known: { retryAfterMs: 0 },
  },
  { name: '500', reply: failures.internalError(), reason: 'badResponse', known: { status: 500 } },
  { name: '502 with HTML', reply: failures.badGateway(), reason: 'badResponse', known: { status: 502 } },
  { name: '503 overloaded', reply: json({ error: 'Model is overloaded' }, 503), reason: 'overloaded' },
  { name: '503 loading', reply: failures.loadingModel(), reason: 'loading' },
  { name: '504', reply: raw('<html>', 504, html), reason: 'timeout' },
  { name: '529', reply: raw('', 529, {}), reason: 'overloaded' },
  { name: 'a status that does not exist', reply: raw('', 999, {}), reason: 'badResponse' },
  { name: '204', reply: () => [{ do: 'head', status: 204, headers: {} }], reason: 'badResponse' },
  { name: 'an error without an end', reply: errorWithoutEnd(), reason: 'badResponse' },
  { name: '200 with a page of HTML', reply: raw('<html>Sign in</html>', 200, html), reason: 'badResponse' },
  {
    name: '200 with HTML that does not say so',
    reply: raw('<html>\nSign in\n</html>', 200, {}),
    reason: 'badResponse',
  },
  { name: '200 with JSON', reply: json({ choices: [] }), reason: 'badResponse' },
];

const ofStream: readonly Fault[] = [
  {
    name: 'error event of vLLM',
    reply: failures.errorAfter('Hola', 'vllm'),
    reason: 'badResponse',
    kept: 'Hola',
  },
  {
    name: 'error event of llama-server',
    reply: failures.errorAfter('Hola', 'llamaServer'),
    reason: 'badResponse',
    kept: 'Hola',
  },
  {
    name: 'error event of TGI',
    reply: failures.errorAfter('Hola', 'tgi'),
    reason: 'badResponse',
    kept: 'Hola',
  },
  { name: 'truncated JSON', reply: failures.truncatedAfter('Hola'), reason: 'badResponse', kept: 'Hola' },
  { name: 'the end without a word', reply: beginning('Hola', []), reason: 'network', kept: 'Hola' },
  { name: 'nothing at all', reply: raw('', 200, sse), reason: 'network' },
  { name: 'a line of 5 MB', reply: longLine(), reason: 'badResponse', kept: 'Hola' },
  { name: 'gzip cut off', reply: gzipped(0.6), reason: 'badResponse' },
  { name: 'gzip that is none', reply: notGzip(), reason: 'badResponse' },
  ...(
    [
      ['CRLF', { lineEnd: '\r\n' }],
      ['comments', { comments: true }],
      ['no blank line at the end', { lastBlankLine: false }],
      ['no [DONE]', { done: false }],
      ['neither', { lastBlankLine: false, done: false }],
      ['byte by byte', { bytesPerPiece: 1 }],
      ['split letters, CRLF, comments', { bytesPerPiece: 3, lineEnd: '\r\n', comments: true }],
      ['"error": null', { errorNull: true }],
      ['choices: []', { emptyChoices: true }],
    ] as const
  ).map(([name, shape]): Fault => ({ name, reply: answer(text, { shape }), reason: 'whole', kept: text })),
  { name: 'gzip', reply: gzipped(1), reason: 'whole', kept: text },
];

export const faultTable: readonly Fault[] = [...ofConnection, ...ofTls, ...ofStatus, ...ofStream];

function commentsForEver(): Reply {
  return () => [
    { do: 'head', status: 200, headers: sse },
    { do: 'send', bytes: ': PROCESSING\n\n' },
    { do: 'wait', ms: 20 },
    { do: 'repeat', steps: 2 },
  ];
}

function errorWithoutEnd(): Reply {
  return () => [
    { do: 'head', status: 500, headers: {} },
    { do: 'send', bytes: 'x'.repeat(10_000) },
    { do: 'repeat', steps: 1 },
  ];
}

/** A second event that has no end for 5 MB, as a server does that puts a file into an event. */
function longLine(): Reply {
  const piece = { do: 'send', bytes: 'x'.repeat(100_000) } as const;
  const rest = Array.from({ length: 50 }, () => piece);
  return beginning('Hola', [{ do: 'send', bytes: 'data: {"choices":[{"text":"' }, ...rest]);
}

/** The usual answer as a gateway compresses it, `part` of it on the way. */
function gzipped(part: number): Reply {
  return (request: RecordedRequest) => {
    const bytes = answer(text)(request).flatMap((step) =>
      step.do === 'send' ? [Buffer.from(step.bytes)] : [],
    );
    const packed = gzipSync(Buffer.concat(bytes));
    return [
      { do: 'head', status: 200, headers: { ...sse, 'content-encoding': 'gzip' } },
      { do: 'send', bytes: packed.subarray(0, Math.floor(packed.length * part)) },
    ];
  };
}

function notGzip(): Reply {
  return raw(event({ choices: [] }, {}), 200, { ...sse, 'content-encoding': 'gzip' });
}
