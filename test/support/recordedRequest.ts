import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';

/** How an exchange ended: answered to the last byte, left by the client, or cut by the server's script. */
export type ExchangeEnd = 'answered' | 'closedByClient' | 'cutByServer';

/** The fields of a completion or chat request that tests look at; the rest is there too. */
export interface RequestBody {
  readonly model?: string;
  readonly prompt?: string;
  readonly messages?: readonly { readonly role: string; readonly content: string }[];
  readonly stream?: boolean;
  readonly stream_options?: { readonly include_usage?: boolean };
  readonly max_tokens?: number;
  readonly stop?: readonly string[] | string;
  readonly [field: string]: unknown;
}

/** One request that reached the scripted server. */
export interface RecordedRequest {
  readonly method: string;
  /** Path with query, such as `/v1/completions`. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  /** The port that the client's connection came from: the same for requests on one connection. */
  readonly clientPort: number | undefined;
  /** The body as it came. */
  readonly text: string;
  /** The body as JSON; empty where there is none. */
  readonly body: RequestBody;
  /** `performance.now()` when the whole request had arrived. */
  readonly receivedAt: number;
  /** `performance.now()` when the exchange ended. */
  endedAt?: number;
  /** The client closed the connection before the answer was whole. */
  closedByClient: boolean;
  /** Resolves when the exchange has ended, in whatever way. */
  readonly closed: Promise<ExchangeEnd>;
}

/** Reads the whole request and watches how its exchange ends. Undefined when the client left before that. */
export async function recordRequest(
  request: IncomingMessage,
  response: ServerResponse,
): Promise<RecordedRequest | undefined> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of request) chunks.push(chunk as Buffer);
  } catch {
    return undefined; // the connection broke while the body was on its way: there is no request to record
  }
  const text = Buffer.concat(chunks).toString('utf8');
  const recorded: RecordedRequest = {
    method: request.method ?? '',
    path: request.url ?? '',
    headers: request.headers,
    clientPort: request.socket.remotePort,
    text,
    body: parseBody(text),
    receivedAt: performance.now(),
    closedByClient: false,
    closed: new Promise<ExchangeEnd>((resolve) => {
      response.once('close', () => {
        const end = endOf(response);
        recorded.endedAt = performance.now();
        recorded.closedByClient = end === 'closedByClient';
        resolve(end);
      });
    }),
  };
  return recorded;
}

const cut = new WeakSet<ServerResponse>();

/** Notes that the script, not the client, is about to end this exchange. */
export function markCut(response: ServerResponse): void {
  cut.add(response);
}

function endOf(response: ServerResponse): ExchangeEnd {
  if (cut.has(response)) return 'cutByServer';
  return response.writableFinished ? 'answered' : 'closedByClient';
}

function parseBody(text: string): RequestBody {
  try {
    return JSON.parse(text) as RequestBody;
  } catch {
    return {};
  }
}
