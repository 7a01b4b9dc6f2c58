import { createParser } from 'eventsource-parser';
import { streamError } from './serverError';

/**
 * Puts a server's event stream into the plain form that `@huggingface/inference` reads without loss:
 * one `data:` line and a blank line per event, `\n` only, no comments, the last event ended although the
 * server forgot its blank line. An error inside the stream becomes an `EndpointError`; `"error": null`,
 * which the client would throw on, is left out.
 */
export function plainEventStream(host: string): TransformStream<Uint8Array, Uint8Array> {
  const decoder = new TextDecoder();
  const encoder = new TextEncoder();
  let out = '';
  const parser = createParser({
    onEvent: ({ event, data }) => {
      const payload = withoutError(data, event === 'error', host);
      if (payload !== '') out += `data: ${payload.replaceAll('\n', '')}\n\n`;
    },
  });
  const pass = (text: string, controller: TransformStreamDefaultController<Uint8Array>): void => {
    parser.feed(text);
    if (out === '') return;
    controller.enqueue(encoder.encode(out));
    out = '';
  };
  return new TransformStream<Uint8Array, Uint8Array>({
    transform: (bytes, controller) => pass(decoder.decode(bytes, { stream: true }), controller),
    flush: (controller) => pass(`${decoder.decode()}\n\n`, controller),
  });
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
