import type { Endpoint, StreamEvent } from '../endpoint/endpoint';
import { decorated } from '../endpoint/decorated';

/**
 * An endpoint whose server a person's own question starts, even after they stopped it; what comes by itself, such as
 * completion while typing, leaves it as it is.
 */
export function startedByWish(endpoint: Endpoint, wish: () => Promise<void>): Endpoint {
  const asked = async function* (
    automatic: boolean | undefined,
    ask: () => AsyncIterable<StreamEvent>,
  ): AsyncGenerator<StreamEvent> {
    if (automatic !== true) await wish();
    yield* ask();
  };
  return decorated(endpoint, {
    chat: (call, signal) => asked(call.automatic, () => endpoint.chat(call, signal)),
    complete: (call, signal) => asked(call.automatic, () => endpoint.complete(call, signal)),
  });
}
