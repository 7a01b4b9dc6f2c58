import type { EndpointAddress } from './address';
import type { ChatCall, CompletionCall, Sampling, StreamEvent } from './endpoint';
import type { EndpointProfile } from './profile';
import type { Fetch } from './transport';

/** Who is asked, and what is known of them. */
export interface Asked {
  readonly address: EndpointAddress;
  readonly model: string;
  readonly profile: EndpointProfile;
  readonly fetch: Fetch;
}

/** One way of putting a request on the wire and reading its answer. */
export interface Wire {
  chat(call: ChatCall, asked: Asked, signal: AbortSignal): AsyncIterable<StreamEvent>;
  complete(call: CompletionCall, asked: Asked, signal: AbortSignal): AsyncIterable<StreamEvent>;
}

/** As many stop texts as the server takes. */
export function stopsFor({ stop }: Sampling, { maxStops }: EndpointProfile): readonly string[] {
  return stop.slice(0, maxStops);
}

/** The fields of a request without those that the server has refused before. */
export function accepted(fields: object, { refused }: EndpointProfile): object {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !refused.includes(name)));
}

/** True where the last message is the beginning of the answer. */
export function isPrefilled({ messages }: ChatCall): boolean {
  return messages.at(-1)?.role === 'assistant';
}
