import { listModels } from './modelList';
import type { EndpointAddress } from './address';
import { isSuitable } from '../models/choice';
import { waited } from '../waited';
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

/** How long a server that was just started may take until it answers, and how often it is asked, in milliseconds. */
const startup = { withinMs: 20_000, everyMs: 500 };

type KnownServer = (typeof knownServers)[number];

/** Whether a server on this machine answers where it usually listens, with a model or without. */
export async function answersNow(
  name: KnownServer['name'],
  fetch: Fetch,
  signal: AbortSignal,
): Promise<boolean> {
  const servers = knownServers.filter((server) => server.name === name);
  const lists = await Promise.all(servers.map((server) => modelsOf(server, fetch, signal)));
  return lists.some((list) => list !== undefined);
}

/**
 * Waits for a server on this machine that was just started, whether or not it has a model yet.
 * @returns false where it did not answer in time, or the signal was aborted.
 */
export async function answersSoon(
  name: KnownServer['name'],
  fetch: Fetch,
  signal: AbortSignal,
  { withinMs, everyMs } = startup,
): Promise<boolean> {
  const within = AbortSignal.any([signal, AbortSignal.timeout(withinMs)]);
  do {
    if (await answersNow(name, fetch, within)) return true;
  } while (await waited(everyMs, within));
  return false;
}

/**
 * Looks for model servers on this machine. Called only when a person asks for something and no endpoint
 * is set. Ports where nothing, or something else, answers are passed over.
 */
export async function discover(fetch: Fetch, signal: AbortSignal): Promise<readonly FoundServer[]> {
  const found = await Promise.all(knownServers.map((server) => ask(server, fetch, signal)));
  return found.filter((server) => server !== undefined);
}

async function ask(server: KnownServer, fetch: Fetch, signal: AbortSignal): Promise<FoundServer | undefined> {
  const model = (await modelsOf(server, fetch, signal))?.find(isSuitable);
  if (model === undefined) return undefined;
  const { host, origin } = new URL(server.base);
  return { name: server.name, address: { base: server.base, origin, host, model } };
}

/** @returns `undefined` where nothing is that we can speak to: the ordinary case, and no fault of anybody's. */
async function modelsOf(
  { base }: KnownServer,
  fetch: Fetch,
  signal: AbortSignal,
): Promise<readonly string[] | undefined> {
  try {
    const within = AbortSignal.any([signal, AbortSignal.timeout(deadlineMs)]);
    return await listModels({ base, host: new URL(base).host }, fetch, within);
  } catch {
    return undefined;
  }
}
