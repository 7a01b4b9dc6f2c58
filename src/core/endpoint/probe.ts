import { recognise } from '../models/catalogue';
import { isSuitable } from '../models/choice';
import type { EndpointAddress } from './address';
import { recogniseDialect, type Dialect } from './dialects';
import { EndpointError } from './errors';
import { askJson, gather, rootOf, type Evidence } from './evidence';
import { numberIn, objectIn, objectsOf, textIn, type JsonObject } from './json';
import { showOllama } from './ollamaModel';
import type { Capabilities, EndpointProfile, ProfiledModel } from './profile';
import type { Fetch } from './transport';

/** How long a server may take to tell about itself, in milliseconds, all questions together. */
export const probeMs = 2_000;

/** A server's profile, and why its models could not be listed, where they could not. */
export interface Probed {
  readonly profile: EndpointProfile;
  readonly failure: EndpointError | undefined;
}

/**
 * Finds out what a server is, what it offers and what it can do. Asks only for descriptions, all at the
 * same time; has nothing generated. Whatever is not answered in time is filled in from the table.
 * @throws EndpointError `aborted`, where the signal is.
 */
export async function probe(
  address: EndpointAddress,
  fetch: Fetch,
  signal: AbortSignal,
  deadlineMs: number = probeMs,
): Promise<Probed> {
  const late = AbortSignal.timeout(deadlineMs);
  const within = AbortSignal.any([signal, late]);
  const seen = await gather(address, fetch, within);
  const dialect = recogniseDialect(seen);
  const models = seen.models.map((entry) => describeModel(entry, seen));
  const asked =
    models.find(({ name }) => name === address.model) ??
    models.find(({ name }) => isSuitable(name)) ??
    models[0];
  const found = await lookCloser(address, dialect, asked?.name, fetch, within);
  if (signal.aborted) throw new EndpointError('aborted', { host: address.host });
  const contextTokens = found.contextTokens ?? dialect.contextTokens?.(seen) ?? asked?.contextTokens;
  const version = dialect.version?.(seen);
  const stops = numberIn(seen.info, 'max_stop_sequences');
  return {
    profile: {
      dialect: dialect.id,
      ...(version === undefined ? {} : { version }),
      models,
      ...(contextTokens === undefined ? {} : { contextTokens }),
      maxStops: dialect.id === 'tgi' && stops !== undefined ? stops : dialect.maxStops,
      capabilities: {
        ...dialect.capabilities,
        tokenCount: dialect.counting !== undefined,
        ...found.capabilities,
      },
      refused: [],
    },
    failure: failureOf(seen, late, address),
  };
}

/** An aborted question only means that the server was too slow, unless the caller aborted it. */
function failureOf(
  { failure }: Evidence,
  late: AbortSignal,
  { host }: EndpointAddress,
): EndpointError | undefined {
  return failure?.reason === 'aborted' && late.aborted ? new EndpointError('timeout', { host }) : failure;
}

interface Found {
  readonly contextTokens?: number;
  readonly capabilities?: Partial<Capabilities>;
}

/** What only a question that depends on the dialect can tell. */
async function lookCloser(
  address: EndpointAddress,
  { id }: Dialect,
  model: string | undefined,
  fetch: Fetch,
  signal: AbortSignal,
): Promise<Found> {
  if (id === 'ollama' && model !== undefined) {
    const shown = await showOllama(rootOf(address), model, fetch, signal);
    if (shown === undefined) return {};
    const { contextTokens, tools, suffix } = shown;
    return { contextTokens, capabilities: { tools, suffix } };
  }
  if (id === 'openai-compatible') return { capabilities: await routesOf(address, fetch, signal) };
  return {};
}

/**
 * Which of the two routes a gateway has. Asked with GET, most answer 405 where a route is and 404 where
 * none is; where both answer the same, nothing is proved and both are taken for granted.
 */
async function routesOf(
  { base }: EndpointAddress,
  fetch: Fetch,
  signal: AbortSignal,
): Promise<Partial<Capabilities>> {
  const [chat, completion] = await Promise.all(
    ['/chat/completions', '/completions'].map((path) => statusOf(base + path, fetch, signal)),
  );
  return {
    ...(chat === 404 && completion === 405 ? { chat: false } : {}),
    ...(chat === 405 && completion === 404 ? { rawCompletion: false } : {}),
  };
}

async function statusOf(url: string, fetch: Fetch, signal: AbortSignal): Promise<number | undefined> {
  try {
    await askJson(url, fetch, signal);
    return 200;
  } catch (error) {
    return error instanceof EndpointError ? error.status : undefined;
  }
}

/** Where the several servers write the context of a model into their lists. */
function describeModel(entry: JsonObject, { lmStudio }: Evidence): ProfiledModel {
  const name = String(entry['id']);
  const native = lmStudio.find((model) => textIn(model, 'id') === name);
  const ofProviders = objectsOf(entry['providers']).map((one) => numberIn(one, 'context_length') ?? 0);
  const contextTokens =
    numberIn(entry, 'max_model_len') ??
    numberIn(native, 'loaded_context_length') ??
    numberIn(native, 'max_context_length') ??
    numberIn(objectIn(entry, 'meta'), 'n_ctx') ??
    (ofProviders.length === 0 ? undefined : numberIn({ most: Math.max(...ofProviders) }, 'most')) ??
    numberIn(entry, 'context_length') ??
    numberIn(entry, 'context_window') ??
    numberIn(entry, 'max_context_length');
  return { name, ...(contextTokens === undefined ? {} : { contextTokens }), facts: recognise(name) };
}
