import { listModels } from './modelList';
import type { EndpointAddress } from './address';
import { isSuitable } from '../models/choice';
import type { Fetch } from './transport';

/** Where people's own model servers listen by default. Only loopback is ever asked. */
export const knownServers = [
  { name: 'llama.cpp', base: 'http://127.0.0.1:8080/v1' },
  { name: 'llama.cpp', base: 'http://127.0.0.1:8011/v1' },
  { name: 'llama.cpp', base: 'http://127.0.0.1:8012/v1' },
  { name: 'vLLM', base: 'http://127.0.0.1:8000/v1' },
  { name: 'Ollama', base: 'http://127.0.0.1:11434/v1' },
  { name: 'LM Studio', base: 'http://127.0.0.1:1234/v1' },
  { name: 'Docker Model Runner', base: 'http://127.0.0.1:12434/engines/v1' },
] as const;

/** A server that answered, with a model that can be asked. */
export interface FoundServer {
  /** What usually listens there; a guess from the port. */
  readonly name: string;
  readonly address: EndpointAddress & { readonly model: string };
}

/** How long a server on this machine may take to list its models, in milliseconds. */
const deadlineMs = 1_500;

/**
 * Looks for model servers on this machine. Called only when a person asks for something and no endpoint
 * is set. Ports where nothing, or something else, answers are passed over.
 */
export async function discover(fetch: Fetch, signal: AbortSignal): Promise<readonly FoundServer[]> {
  const found = await Promise.all(knownServers.map((server) => ask(server, fetch, signal)));
  return found.filter((server) => server !== undefined);
}

async function ask(
  server: (typeof knownServers)[number],
  fetch: Fetch,
  signal: AbortSignal,
): Promise<FoundServer | undefined> {
  const { host, origin } = new URL(server.base);
  try {
    const within = AbortSignal.any([signal, AbortSignal.timeout(deadlineMs)]);
    const models = await listModels({ base: server.base, host }, fetch, within);
    const model = models.find(isSuitable);
    return model === undefined
      ? undefined
      : { name: server.name, address: { base: server.base, origin, host, model } };
  } catch {
    // Nothing there that we can speak to: the ordinary case, and no fault of anybody's.
    return undefined;
  }
}
