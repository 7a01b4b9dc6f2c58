import { preferred } from '../models/choice';
import { parseAddress, type EndpointAddress } from './address';
import { endpointFetch } from './endpointFetch';
import { EndpointError, type EndpointFailure } from './errors';
import { hasNoRoute, huggingFaceEndpoint } from './huggingFace';
import type { Capabilities, DialectId, EndpointProfile } from './profile';
import { Profiles } from './profiles';
import { isListed } from './probe';
import type { Fetch } from './transport';

/** What came out of checking a server. */
export interface EndpointCheck {
  /** Empty where nothing answered that could be told. */
  readonly dialect: DialectId | '';
  /** Names of the models, in the server's own order. */
  readonly models: readonly string[];
  /** In tokens; `null` where the server does not say. */
  readonly contextSize: number | null;
  readonly capabilities: Partial<Capabilities>;
  /** Empty when all is well. */
  readonly reason: EndpointFailure | '';
}

export interface CheckOptions {
  readonly model: string | undefined;
  readonly key: string | undefined;
  /** For everything together, in milliseconds. */
  readonly deadlineMs: number;
}

/**
 * Whether a server can be used: what it is, and whether it generates. After the descriptions a single token is asked
 * of each of its routes: some list their models to anybody and refuse the rest. Never throws.
 * @param url as a person writes it.
 */
export async function checkServer(
  url: string,
  fetch: Fetch,
  { model, key, deadlineMs }: CheckOptions,
): Promise<EndpointCheck> {
  const address = parseAddress(url, model);
  if (typeof address === 'string') return nothing('notFound');
  const late = AbortSignal.timeout(deadlineMs);
  const profiles = new Profiles(deadlineMs / 2);
  const door = endpointFetch(fetch, address.origin, () => Promise.resolve(key));
  try {
    const { profile, failure } = await profiles.probed(address, door, late);
    const unlisted = failure?.reason === 'notFound' || failure?.reason === 'badResponse';
    // A gateway that lists no models can be used all the same, by somebody who knows the name of one.
    if (failure !== undefined && !(unlisted && model !== undefined)) {
      return report(profile, failure.reason);
    }
    if (failure === undefined && !isOffered(profile, model)) return report(profile, 'notFound');
    const reason = await generates(address, door, profiles, late);
    // Where no time is left for another look, the first one counts.
    return report(await profiles.of(address, door, late).catch(() => profile), reason);
  } catch (error) {
    return nothing(reasonOf(error, late));
  }
}

function isOffered({ models }: EndpointProfile, model: string | undefined): boolean {
  const names = models.map(({ name }) => name);
  if (model === undefined) return preferred(names, 'chat') !== undefined;
  // Without a list the server itself has to say whether it knows the name.
  return names.length === 0 || names.some((name) => isListed(name, model));
}

/**
 * One token of a chat and one of a text. What is then said of the two is seen, not taken for granted; from a model
 * without a chat template the text alone will do. A server that cannot be used now is not asked for more.
 */
async function generates(
  address: EndpointAddress,
  fetch: Fetch,
  profiles: Profiles,
  late: AbortSignal,
): Promise<EndpointFailure | ''> {
  const endpoint = huggingFaceEndpoint(address, fetch, profiles);
  const sampling = { temperature: 0.1, maxTokens: 1, stop: [] };
  const messages = [{ role: 'user' as const, content: 'Hola' }];
  const chat = await outcome(endpoint.chat({ ...sampling, messages }, late), address);
  if (chat !== undefined && !isUnable(chat)) return reasonOf(chat, late);
  const reason = chat === undefined ? '' : reasonOf(chat, late);
  if (chat !== undefined && hasNoRoute(chat)) profiles.learn(address, { kind: 'noChat' });
  const { capabilities } = await profiles.of(address, fetch, late);
  if (!capabilities.rawCompletion) return reason;
  const text = { ...sampling, prompt: 'Hola', suffix: '\n' };
  const raw = await outcome(endpoint.complete(text, late), address);
  if (raw === undefined && chat !== undefined) profiles.learn(address, { kind: 'noChat' });
  if (raw !== undefined && isUnable(raw) && chat === undefined) {
    profiles.learn(address, { kind: 'noRawCompletion' });
  }
  return raw === undefined ? '' : reason;
}

/** True where another kind of request may succeed all the same. */
function isUnable({ reason }: EndpointError): boolean {
  return reason === 'badResponse' || reason === 'notFound';
}

/** @returns why nothing came, or `undefined` where something did. */
async function outcome(
  events: AsyncIterable<unknown>,
  { host }: EndpointAddress,
): Promise<EndpointError | undefined> {
  try {
    // One piece is proof enough; a server that pays no heed to the limit is left there.
    const reading = events[Symbol.asyncIterator]();
    const { done } = await reading.next();
    await reading.return?.();
    return done === true ? new EndpointError('badResponse', { host }) : undefined;
  } catch (error) {
    if (error instanceof EndpointError) return error;
    throw error;
  }
}

function reasonOf(error: unknown, late: AbortSignal): EndpointFailure {
  if (!(error instanceof EndpointError)) throw error;
  return late.aborted && error.reason === 'aborted' ? 'timeout' : error.reason;
}

function report(profile: EndpointProfile, reason: EndpointFailure | ''): EndpointCheck {
  const { dialect, models, contextTokens, capabilities } = profile;
  // Where nobody answered, what stands in the table would be made up.
  const silent = models.length === 0 && dialect === 'openai-compatible' && reason !== '';
  return {
    dialect: silent ? '' : dialect,
    models: models.map(({ name }) => name),
    contextSize: contextTokens ?? null,
    // Text behind the gap is a matter of raw completion only.
    capabilities: silent
      ? {}
      : { ...capabilities, suffix: capabilities.suffix && capabilities.rawCompletion },
    reason,
  };
}

function nothing(reason: EndpointFailure): EndpointCheck {
  return { dialect: '', models: [], contextSize: null, capabilities: {}, reason };
}
