import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { EndpointError } from './errors';
import { networkError } from './networkError';

/**
 * One request and its answer. Remembers why we ended it, since the sockets only report that it ended:
 * giving them our error would have Node throw it wherever nobody listens any more.
 */
export class Exchange {
  private why: 'aborted' | 'timeout' | undefined;
  onEnd: () => void = () => undefined;

  /**
   * @param firstBy when the first piece of the body must be here, by `performance.now()`.
   * @param silenceMs from one piece to the next, in milliseconds.
   */
  constructor(
    readonly host: string,
    readonly firstBy: number,
    readonly silenceMs: number,
  ) {}

  end(why: 'aborted' | 'timeout'): void {
    this.why ??= why;
    this.onEnd();
  }

  /** What to report for an error of a socket or stream. */
  failure(error: unknown): EndpointError {
    return this.why === undefined
      ? networkError(error, this.host)
      : new EndpointError(this.why, { host: this.host });
  }

  /** The same once the answer has begun: the server was there, so the socket's code would only mislead. */
  broken(error: unknown): EndpointError {
    const { reason } = this.failure(error);
    return new EndpointError(reason, { host: this.host });
  }
}

/** Statuses whose answer has no body; the `Response` class refuses one. */
const bodiless = new Set([204, 205, 304]);

/** The answer in the shape of `fetch`. Its body fails with `EndpointError`s, and cancelling it closes the socket. */
export function asResponse(message: IncomingMessage, exchange: Exchange): Response {
  const status = message.statusCode ?? 500;
  const headers = new Headers();
  for (const [name, value] of Object.entries(message.headersDistinct)) {
    for (const item of value ?? []) headers.append(name, item);
  }
  if (bodiless.has(status)) {
    message.resume();
    return new Response(null, { status, headers });
  }
  return new Response(webStream(decoded(message), exchange), { status, headers });
}

/** Undoes a compression that a gateway applied although it was not asked for. */
function decoded(message: IncomingMessage): Readable {
  const encoding = message.headers['content-encoding'];
  const decoder =
    encoding === 'gzip'
      ? createGunzip()
      : encoding === 'deflate'
        ? createInflate()
        : encoding === 'br'
          ? createBrotliDecompress()
          : undefined;
  if (decoder === undefined) return message;
  message.on('error', (error) => decoder.destroy(error));
  message.on('aborted', () => decoder.destroy(new Error('connection closed')));
  decoder.on('close', () => message.destroy());
  return message.pipe(decoder);
}

/** The deadlines run only while a piece is wanted: a slow reader is not the server's fault. */
function webStream(source: Readable, exchange: Exchange): ReadableStream<Uint8Array> {
  const pieces = source[Symbol.asyncIterator]() as AsyncIterator<Uint8Array, undefined>;
  // A failure between two reads is kept by the iterator and thrown at the next; without a listener Node
  // would take it for an uncaught one.
  source.on('error', () => undefined);
  let begun = false;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const within = begun ? exchange.silenceMs : Math.max(0, exchange.firstBy - performance.now());
        const timer = setTimeout(() => exchange.end('timeout'), within);
        try {
          const { done, value } = await pieces.next();
          if (done === true) controller.close();
          else controller.enqueue(value);
          begun = true;
        } catch (error) {
          controller.error(exchange.broken(error));
        } finally {
          clearTimeout(timer);
        }
      },
      cancel() {
        source.destroy();
      },
    },
    // Nothing is read ahead of the reader.
    { highWaterMark: 0 },
  );
}
