import { decorated } from './decorated';
import type { Endpoint, StreamEvent } from './endpoint';
import { EndpointError } from './errors';
import { chatPatience, completionPatience, pauseBefore, type Patience } from './retryRule';
import { waited } from '../waited';

export interface PatientOptions {
  /**
   * A wait begins because of `error`; the returned function is called when it ends. For the status bar.
   * `stop` gives the request up for as long as it has shown nothing, after this wait too: it ends `aborted`.
   */
  readonly onWait?: (error: EndpointError, stop: () => void) => () => void;
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
    outer: AbortSignal,
    ask: (signal: AbortSignal) => AsyncIterable<StreamEvent>,
  ): AsyncGenerator<StreamEvent> {
    const own = new AbortController();
    const signal = AbortSignal.any([outer, own.signal]);
    let attempts = 0;
    let loadings = 0;
    let loadingSince = 0;
    let shown = false;
    const stop = (): void => {
      if (!shown) own.abort();
    };
    for (;;) {
      attempts += 1;
      try {
        for await (const event of ask(signal)) {
          shown ||= event.type === 'text' || event.type === 'toolCall';
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
        const ended = onWait?.(error, stop);
        try {
          if (!(await waited(pause, signal))) throw new EndpointError('aborted', { host: endpoint.host });
        } finally {
          ended?.();
        }
      }
    }
  };

  /** For completion, by either route. */
  const inPassing = async function* (
    signal: AbortSignal,
    ask: (inner: AbortSignal) => AsyncIterable<StreamEvent>,
  ): AsyncGenerator<StreamEvent> {
    if (rest !== undefined && performance.now() < rest.until) throw rest.error;
    yield* persist(completion, signal, ask);
  };

  return decorated(endpoint, {
    chat: (call, signal) =>
      call.automatic === true
        ? inPassing(signal, (inner) => endpoint.chat(call, inner))
        : persist(chat, signal, (inner) => endpoint.chat(call, inner)),
    complete: (call, signal) => inPassing(signal, (inner) => endpoint.complete(call, inner)),
  });
}
