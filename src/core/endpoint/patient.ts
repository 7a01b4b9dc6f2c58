import { decorated } from './decorated';
import type { Endpoint, StreamEvent } from './endpoint';
import { EndpointError } from './errors';
import { chatPatience, completionPatience, pauseBefore, type Patience } from './retryRule';

export interface PatientOptions {
  /** A wait begins because of `error`; the returned function is called when it ends. For the status bar. */
  readonly onWait?: (error: EndpointError) => () => void;
  readonly chat?: Patience;
  readonly completion?: Patience;
}

/** How long completion leaves a server alone that has just said that it cannot, in milliseconds. */
const restMs = 5_000;

/**
 * An endpoint that asks again by itself where that helps: after faults that pass, and while a server loads
 * its model; never once text was shown, never where the same question would fail the same way. Completion does
 * not wait: for as long as the server asked for rest, its requests fail at once without being sent.
 */
export function patient(endpoint: Endpoint, options: PatientOptions = {}): Endpoint {
  const { onWait, chat = chatPatience, completion = completionPatience } = options;
  let rest: { readonly until: number; readonly error: EndpointError } | undefined;

  const noteRest = (error: EndpointError): void => {
    if (error.reason !== 'overloaded' && error.reason !== 'loading') return;
    rest = { until: performance.now() + (error.retryAfterMs ?? restMs), error };
  };

  const persist = async function* (
    patience: Patience,
    signal: AbortSignal,
    ask: () => AsyncIterable<StreamEvent>,
  ): AsyncGenerator<StreamEvent> {
    let attempts = 0;
    let loadings = 0;
    let loadingSince = 0;
    for (;;) {
      let shown = false;
      attempts += 1;
      try {
        for await (const event of ask()) {
          shown ||= event.type === 'text';
          yield event;
        }
        rest = undefined;
        return;
      } catch (error) {
        if (!(error instanceof EndpointError)) throw error;
        noteRest(error);
        if (shown) throw error;
        if (error.reason === 'loading') {
          if (loadings === 0) loadingSince = performance.now();
          loadings += 1;
        }
        const loadingForMs = loadings === 0 ? 0 : performance.now() - loadingSince;
        const pause = pauseBefore(error, { attempts, loadings, loadingForMs }, patience, Math.random());
        if (pause === undefined) throw error;
        const ended = onWait?.(error);
        try {
          if (!(await waited(pause, signal))) throw new EndpointError('aborted', { host: endpoint.host });
        } finally {
          ended?.();
        }
      }
    }
  };

  return decorated(endpoint, {
    chat: (call, signal) => persist(chat, signal, () => endpoint.chat(call, signal)),
    complete: async function* (call, signal) {
      if (rest !== undefined && performance.now() < rest.until) throw rest.error;
      yield* persist(completion, signal, () => endpoint.complete(call, signal));
    },
  });
}

/** @returns false where the signal was aborted first. */
function waited(ms: number, signal: AbortSignal): Promise<boolean> {
  if (signal.aborted) return Promise.resolve(false);
  return new Promise((resolve) => {
    const end = (whole: boolean): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', leave);
      resolve(whole);
    };
    const leave = (): void => end(false);
    const timer = setTimeout(() => end(true), ms);
    signal.addEventListener('abort', leave, { once: true });
  });
}
