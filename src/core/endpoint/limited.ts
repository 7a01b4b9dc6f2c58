import { decorated } from './decorated';
import type { Endpoint, StreamEvent } from './endpoint';
import { EndpointError } from './errors';

/**
 * Requests under way at once, per endpoint and use. Two chats (the view and `@aliada`) may run side by side;
 * of completions one is current and one may still be closing. Small servers have one to four slots, and Ollama
 * takes one request after the other.
 */
const cap = { chat: 2, complete: 2 } as const;

/** A completion is worth nothing once the person has typed on: it waits this long for its turn, in milliseconds. */
const completionWaitMs = 400;

/** An endpoint that is asked for little at once; what is more waits in line. Aborting leaves the line. */
export function limited(endpoint: Endpoint, waitMs: number = completionWaitMs): Endpoint {
  const chat = new Slots(cap.chat);
  const completion = new Slots(cap.complete);
  const inTurn = async function* (
    slots: Slots,
    signal: AbortSignal,
    ask: () => AsyncIterable<StreamEvent>,
  ): AsyncGenerator<StreamEvent> {
    if (!(await slots.take(signal))) throw new EndpointError('aborted', { host: endpoint.host });
    try {
      yield* ask();
    } finally {
      slots.free();
    }
  };
  return decorated(endpoint, {
    chat: (call, signal) => inTurn(chat, signal, () => endpoint.chat(call, signal)),
    complete: (call, signal) =>
      inTurn(completion, AbortSignal.any([signal, timeoutIfWaiting(completion, waitMs)]), () =>
        endpoint.complete(call, signal),
      ),
  });
}

/** Ends only the wait in line: `Slots.take` no longer looks at it once the slot is taken. */
function timeoutIfWaiting(slots: Slots, waitMs: number): AbortSignal {
  return slots.full ? AbortSignal.timeout(waitMs) : new AbortController().signal;
}

class Slots {
  private taken = 0;
  private readonly line: (() => void)[] = [];

  constructor(private readonly count: number) {}

  get full(): boolean {
    return this.taken >= this.count;
  }

  /** @returns false where the signal was aborted first. */
  async take(signal: AbortSignal): Promise<boolean> {
    if (signal.aborted) return false;
    if (!this.full) {
      this.taken += 1;
      return true;
    }
    return new Promise((resolve) => {
      const next = (): void => {
        signal.removeEventListener('abort', leave);
        resolve(true);
      };
      const leave = (): void => {
        this.line.splice(this.line.indexOf(next), 1);
        resolve(false);
      };
      this.line.push(next);
      signal.addEventListener('abort', leave, { once: true });
    });
  }

  /** Hands the slot on to the first in line. */
  free(): void {
    const next = this.line.shift();
    if (next === undefined) this.taken -= 1;
    else next();
  }
}
