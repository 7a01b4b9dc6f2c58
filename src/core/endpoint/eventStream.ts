import { createParser } from 'eventsource-parser';
import { ChunkJoiner } from './chunkJoiner';
import type { Quote } from './quote';
import { streamError } from './serverError';

/** Takes the place of `data: [DONE]`, at which the client would leave before the connection is free again. */
export const endMarker = 'aliadaEnd';

/** How long the end of the connection is waited for after `[DONE]`, in milliseconds. */
const lingerMs = 200;

/** The longest event, in characters: a token's with its log-probabilities has a few thousand. */
const longestEvent = 1_000_000;

/**
 * Puts a server's event stream into the plain form that `@huggingface/inference` reads without loss:
 * one `data:` line and a blank line per event, `\n` only, no comments, the last event ended although the
 * server forgot its blank line. An error inside the stream becomes an `EndpointError`, after all that came
 * before it; `"error": null`, which the client would throw on, is left out.
 */
export function plainEventStream(
  source: ReadableStream<Uint8Array>,
  host: string,
  quote: Quote,
): ReadableStream<Uint8Array> {
  const reader = source.getReader();
  const events = new PlainEvents((payload) => streamError(payload, host, quote));
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      // One piece may hold no whole event: read on until there is something to hand over.
      for (;;) {
        const bytes = events.take();
        if (bytes !== undefined) {
          controller.enqueue(bytes);
          return;
        }
        if (events.error !== undefined) throw events.error;
        if (events.ended) {
          controller.close();
          return;
        }
        const { done, value } = await (events.done ? readOrLeave(reader) : reader.read());
        if (done) events.end();
        else if (value !== undefined) events.feed(value);
      }
    },
    cancel: (reason) => reader.cancel(reason),
  });
}

/** The next piece, or the end where none comes soon. Read to the end, a connection can be used again. */
async function readOrLeave(
  reader: ReadableStreamDefaultReader<Uint8Array>,
): Promise<{ readonly done: boolean; readonly value?: Uint8Array | undefined }> {
  const timer = setTimeout(() => void reader.cancel(), lingerMs);
  try {
    return await reader.read();
  } catch {
    // The answer is whole; how the connection ends is of no more interest.
    return { done: true, value: undefined };
  } finally {
    clearTimeout(timer);
  }
}

/** Turns pieces of a stream into plain events and keeps an error until what came before it was taken. */
class PlainEvents {
  error: Error | undefined;
  ended = false;
  /** True once the server has said that the answer is whole. */
  done = false;
  private text = '';
  /** An event has come. */
  private begun = false;
  /** A line has come that no event stream has: a page of HTML without its content type, say. */
  private strange = false;
  private readonly joiner = new ChunkJoiner();
  private readonly decoder = new TextDecoder();
  private readonly encoder = new TextEncoder();
  private readonly parser = createParser({
    maxBufferSize: longestEvent,
    onEvent: ({ event, data }) => {
      this.begun = true;
      if (this.done) return;
      if (data.trim() === '[DONE]') {
        this.done = true;
        this.hand(this.joiner.take());
        this.text += `data: {"${endMarker}":true}\n\n`;
        return;
      }
      const payload = withoutError(data, event === 'error', this.errorOf);
      if (payload !== '') this.hand(this.joiner.add(payload));
    },
    onError: ({ type, field, value }) => {
      if (type === 'max-buffer-size-exceeded') throw this.errorOf({});
      // llama-server writes `error: {…}` in place of `data: {…}`.
      if (field === 'error' && value !== undefined) throw this.errorOf(parsed(value) ?? value);
      this.strange = true;
    },
  });

  constructor(private readonly errorOf: (payload: unknown) => Error) {}

  feed(bytes: Uint8Array): void {
    this.parse(this.decoder.decode(bytes, { stream: true }));
  }

  end(): void {
    this.ended = true;
    this.parse(`${this.decoder.decode()}\n\n`);
    if (this.strange && !this.begun) this.error ??= this.errorOf({});
  }

  /** What can be handed over now. */
  take(): Uint8Array | undefined {
    if (this.text === '') return undefined;
    const bytes = this.encoder.encode(this.text);
    this.text = '';
    return bytes;
  }

  private parse(text: string): void {
    try {
      this.parser.feed(text);
    } catch (error) {
      this.error = error as Error;
    }
    this.hand(this.joiner.take());
  }

  private hand(payload: string | undefined): void {
    if (payload !== undefined) this.text += `data: ${payload.replaceAll('\n', '')}\n\n`;
  }
}

/** The event's data as it is, or without `"error": null`. Throws what the server reports as an error. */
function withoutError(data: string, isErrorEvent: boolean, errorOf: (payload: unknown) => Error): string {
  if (!isErrorEvent && !data.includes('"error"')) return data;
  const payload = parsed(data);
  if (isErrorEvent) throw errorOf(payload ?? data);
  // The word may also stand in the model's own text: only a field of that name is an error.
  if (typeof payload !== 'object' || payload === null || !('error' in payload)) return data;
  if (payload.error !== null && payload.error !== undefined) throw errorOf(payload);
  return JSON.stringify({ ...payload, error: undefined });
}

function parsed(data: string): unknown {
  try {
    return JSON.parse(data) as unknown;
  } catch {
    // Left to the reader of the stream, which reports a malformed event with its place.
    return undefined;
  }
}
