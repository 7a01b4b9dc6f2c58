import { recognise } from '../models/catalogue';
import { isSuitable } from '../models/choice';
import type { EndpointAddress } from './address';
import { isKnownService, recogniseDialect, type Dialect } from './dialects';
import { EndpointError } from './errors';
import { askJson, gather, rootOf, type Evidence } from './evidence';
import { booleanIn, numberIn, objectIn, objectsOf, textIn, type JsonObject } from './json';
import { showOllama } from './ollamaModel';
import type { Capabilities, EndpointProfile, ProfiledModel } from './profile';
import type { Fetch } from './transport';

/** A server's profile, and why its models could not be listed, where they could not. */
export interface Probed {
  readonly profile: EndpointProfile;
  readonly failure: EndpointError | undefined;
}

/**
 * Finds out what a server is, what it offers and what it can do. Asks only for descriptions, all at the
 * same time; has nothing generated. Whatever is not answered in time is filled in from the table.
 * @param deadlineMs for all questions together, in milliseconds.
 * @throws EndpointError `aborted`, where the signal is.
 */
export async function probe(
  address: EndpointAddress,
  fetch: Fetch,
  signal: AbortSignal,
  deadlineMs: number,
): Promise<Probed> {
  const late = AbortSignal.timeout(deadlineMs);
  const within = AbortSignal.any([signal, late]);
  const seen = await gather(address, isKnownService(new URL(address.origin).hostname), fetch, within);
  const dialect = recogniseDialect(seen);
  const models = seen.models.map((entry) => describeModel(entry, seen));
  const asked =
    models.find(({ name }) => address.model !== undefined && isListed(name, address.model)) ??
    models.find(({ name }) => isSuitable(name)) ??
    models[0];
  const found = await lookCloser(address, dialect, asked?.name, fetch, within);
  if (signal.aborted) throw new EndpointError('aborted', { host: address.host });
  const contextTokens =
    found.contextTokens ??
    dialect.contextTokens?.(seen) ??
    numberIn(providerOf(seen, address.model), 'context_length') ??
    asked?.contextTokens;
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
        ...toolsIn(seen, dialect, asked?.tools, address.model),
        ...found.capabilities,
      },
      refused: [],
    },
    failure: failureOf(seen, late, address),
  };
}

/**
 * True where a listed model is the one that is meant: the router lists it without the provider that the
 * name may carry, Ollama with a tag that the name may lack.
 */
export function isListed(listed: string, meant: string): boolean {
  return listed === meant || listed === `${meant}:latest` || meant.startsWith(`${listed}:`);
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

/** The one provider that a name such as `model:provider` chooses. */
function providerOf({ models }: Evidence, meant: string | undefined): JsonObject | undefined {
  const at = meant?.lastIndexOf(':') ?? -1;
  if (meant === undefined || at < 0) return undefined;
  const entry = models.find(({ id }) => id === meant.slice(0, at));
  return objectsOf(entry?.providers).find((one) => textIn(one, 'provider') === meant.slice(at + 1));
}

/** Whether tools can be given to the model that is meant, where the server says so. */
function toolsIn(
  seen: Evidence,
  dialect: Dialect,
  ofModel: boolean | undefined,
  meant: string | undefined,
): Partial<Capabilities> {
  const tools = booleanIn(providerOf(seen, meant), 'supports_tools') ?? dialect.tools?.(seen) ?? ofModel;
  return tools === undefined ? {} : { tools };
}

/** Where the several servers write the context of a model into their lists. */
function describeModel(entry: JsonObject, { lmStudio }: Evidence): ProfiledModel {
  const name = String(entry.id);
  const native = lmStudio.find((model) => textIn(model, 'id') === name);
  // Of several providers the smallest: which of them answers is not known.
  const ofProviders = objectsOf(entry.providers)
    .map((one) => numberIn(one, 'context_length'))
    .filter((one) => one !== undefined);
  const contextTokens =
    numberIn(entry, 'max_model_len') ??
    numberIn(native, 'loaded_context_length') ??
    numberIn(native, 'max_context_length') ??
    numberIn(objectIn(entry, 'meta'), 'n_ctx') ??
    (ofProviders.length === 0 ? undefined : Math.min(...ofProviders)) ??
    numberIn(entry, 'context_length') ??
    numberIn(entry, 'context_window') ??
    numberIn(entry, 'max_context_length');
  const tools = toolsOf(entry, native);
  return {
    name,
    ...(contextTokens === undefined ? {} : { contextTokens }),
    ...(tools === undefined ? {} : { tools }),
    facts: recognise(name),
  };
}

/**
 * The router says it of each provider, and none of them may be known to be unable; LM Studio lists what a model was
 * trained for, and gives tools to the others in a form of its own.
 */
function toolsOf(entry: JsonObject, native: JsonObject | undefined): boolean | undefined {
  const ofProviders = objectsOf(entry.providers).map((one) => booleanIn(one, 'supports_tools'));
  if (ofProviders.some((one) => one !== undefined)) return ofProviders.every((one) => one === true);
  const abilities = native?.capabilities;
  return Array.isArray(abilities) && abilities.includes('tool_use') ? true : undefined;
}
