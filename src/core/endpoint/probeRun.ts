import type { Endpoint, Sampling, StreamEvent } from './endpoint';
import { EndpointError } from './errors';

/** The only texts that a diagnosis sends. Nothing of the person's goes along. */
export const probeTexts = {
  completion: 'def add(a, b):\n    return',
  chat: 'Count from one to twenty in words, separated by commas.',
} as const;

/** How one generation went. */
export interface Run {
  readonly characters: number;
  readonly pieces: number;
  /** From the request to the first and the last piece of text, in milliseconds. */
  readonly firstMs: number | undefined;
  readonly lastMs: number | undefined;
  /** As the server counts them. */
  readonly tokens: number | undefined;
  readonly error: EndpointError | undefined;
  /** Aliada itself kept the request back. */
  readonly refused: boolean;
}

/** Has the model write a few words and watches how they come. Throws nothing. */
export async function generation(
  endpoint: Endpoint,
  route: 'completion' | 'chat',
  signal: AbortSignal,
): Promise<Run> {
  const sampling: Sampling = { temperature: 0, maxTokens: route === 'chat' ? 64 : 16, stop: [] };
  const started = performance.now();
  const times: number[] = [];
  let characters = 0;
  let tokens: number | undefined;
  let error: EndpointError | undefined;
  let refused = false;
  try {
    const events: AsyncIterable<StreamEvent> =
      route === 'chat'
        ? endpoint.chat({ ...sampling, messages: [{ role: 'user', content: probeTexts.chat }] }, signal)
        : endpoint.complete({ ...sampling, prompt: probeTexts.completion }, signal);
    for await (const event of events) {
      if (event.type === 'usage') tokens = event.completionTokens;
      if (event.type !== 'text') continue;
      times.push(performance.now() - started);
      characters += event.text.length;
    }
  } catch (thrown) {
    refused = !(thrown instanceof EndpointError);
    error = refused ? undefined : asTimeout(thrown, endpoint.host);
  }
  return {
    characters,
    pieces: times.length,
    firstMs: times[0],
    lastMs: times.at(-1),
    tokens,
    error,
    refused,
  };
}

/** Our own deadline looks like an abort; the person's has been told apart before. */
export function asTimeout(error: unknown, host: string): EndpointError {
  if (!(error instanceof EndpointError)) return new EndpointError('badResponse', { host });
  return error.reason === 'aborted' ? new EndpointError('timeout', { host }) : error;
}
