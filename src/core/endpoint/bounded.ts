import { decorated } from './decorated';
import type { Endpoint, Sampling, StreamEvent } from './endpoint';
import { EndpointError } from './errors';

export interface Bounds {
  /** How long nothing may come of an answer although bytes do, such as a gateway's comments, in milliseconds. */
  readonly idleMs: number;
  /** The longest that a token may be, in characters. */
  readonly charactersPerToken: number;
}

/**
 * A gateway may keep the line open with comments while a server is busy, which is worth waiting for, but not
 * for ever: five minutes. The family's longest tokens are runs of 24 spaces.
 */
const defaultBounds: Bounds = { idleMs: 300_000, charactersPerToken: 24 };

/**
 * An endpoint whose every answer comes to an end. Text beyond what `maxTokens` can hold means that the server does
 * not heed the limit: the answer is ended there, as one that reached its length.
 * @throws EndpointError with reason `timeout` where no event comes for `idleMs`.
 */
export function bounded(endpoint: Endpoint, bounds: Bounds = defaultBounds): Endpoint {
  const run = (
    call: Sampling,
    signal: AbortSignal,
    ask: (signal: AbortSignal) => AsyncIterable<StreamEvent>,
  ): AsyncIterable<StreamEvent> => bound(endpoint.host, call, signal, ask, bounds);
  return decorated(endpoint, {
    chat: (call, signal) => run(call, signal, (inner) => endpoint.chat(call, inner)),
    complete: (call, signal) => run(call, signal, (inner) => endpoint.complete(call, inner)),
  });
}

async function* bound(
  host: string,
  { maxTokens }: Sampling,
  signal: AbortSignal,
  ask: (signal: AbortSignal) => AsyncIterable<StreamEvent>,
  { idleMs, charactersPerToken }: Bounds,
): AsyncGenerator<StreamEvent> {
  const own = new AbortController();
  const late = (): void => own.abort();
  let timer = setTimeout(late, idleMs);
  let left = maxTokens * charactersPerToken;
  try {
    for await (const event of ask(AbortSignal.any([signal, own.signal]))) {
      clearTimeout(timer);
      timer = setTimeout(late, idleMs);
      yield event;
      if (event.type !== 'text') continue;
      left -= event.text.length;
      if (left < 0) {
        yield { type: 'finish', reason: 'length' };
        return;
      }
    }
  } catch (error) {
    if (own.signal.aborted && !signal.aborted) throw new EndpointError('timeout', { host });
    throw error;
  } finally {
    clearTimeout(timer);
  }
}
