import type { Endpoint } from './endpoint';

/** What a decorator may do in its own way. */
type Deeds = Pick<Endpoint, 'models' | 'profile' | 'contextWindow' | 'countTokens' | 'chat' | 'complete'>;

/** The same endpoint, some of its deeds done in another way. */
export function decorated(endpoint: Endpoint, deeds: Partial<Deeds>): Endpoint {
  return {
    // Read anew each time: over a list of fallbacks they change with the endpoint in use.
    get id() {
      return endpoint.id;
    },
    get host() {
      return endpoint.host;
    },
    get model() {
      return endpoint.model;
    },
    models: (signal) => endpoint.models(signal),
    profile: (signal, purpose) => endpoint.profile(signal, purpose),
    contextWindow: (signal) => endpoint.contextWindow(signal),
    countTokens: (text, signal) => endpoint.countTokens(text, signal),
    chat: (call, signal) => endpoint.chat(call, signal),
    complete: (call, signal) => endpoint.complete(call, signal),
    ...deeds,
  };
}
