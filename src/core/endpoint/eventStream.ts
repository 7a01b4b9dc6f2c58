import { createParser } from 'eventsource-parser';
import { streamError } from './serverError';

/**
 * Puts a server's event stream into the plain form that `@huggingface/inference` reads without loss:
 * one `data:` line and a blank line per event, `\n` only, no comments, the last event ended although the
 * server forgot its blank line. An error inside the stream becomes an `EndpointError`, after all that came
 * before it; `"error": null`, which the client would throw on, is left out.
 */
export function plainEventStream(
  source: ReadableStream<Uint8Array>,
  host: string,
): ReadableStream<Uint8Array> {
  const reader = source.getReader();
  const events = new PlainEvents(host);
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
        const { done, value } = await reader.read();
        if (done) events.end();
        else events.feed(value);
      }
    },
    cancel: (reason) => reader.cancel(reason),
  });
}

/** Turns pieces of a stream into plain events and keeps an error until what came before it was taken. */
class PlainEvents {
  error: Error | undefined;
  ended = false;
  private text = '';
  private readonly decoder = new TextDecoder();
  private readonly encoder = new TextEncoder();
  private readonly parser = createParser({
    onEvent: ({ event, data }) => {
      const payload = withoutError(data, event === 'error', this.host);
      if (payload !== '') this.text += `data: ${payload.replaceAll('\n', '')}\n\n`;
    },
    onError: ({ field, value }) => {
      // llama-server writes `error: {…}` in place of `data: {…}`.
      if (field === 'error' && value !== undefined) throw streamError(parsed(value) ?? value, this.host);
    },
  });

  constructor(private readonly host: string) {}

  feed(bytes: Uint8Array): void {
    this.parse(this.decoder.decode(bytes, { stream: true }));
  }

  end(): void {
    this.ended = true;
    this.parse(`${this.decoder.decode()}\n\n`);
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
  }
}

/** The event's data as it is, or without `"error": null`. Throws what the server reports as an error. */
function withoutError(data: string, isErrorEvent: boolean, host: string): string {
  if (!isErrorEvent && !data.includes('"error"')) return data;
  const payload = parsed(data);
  if (isErrorEvent) throw streamError(payload ?? data, host);
  // The word may also stand in the model's own text: only a field of that name is an error.
  if (typeof payload !== 'object' || payload === null || !('error' in payload)) return data;
  if (payload.error !== null && payload.error !== undefined) throw streamError(payload, host);
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
