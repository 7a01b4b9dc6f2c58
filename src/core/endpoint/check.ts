import { preferred } from '../models/choice';
import { parseAddress, type EndpointAddress } from './address';
import { endpointFetch } from './endpointFetch';
import { EndpointError, type EndpointFailure } from './errors';
import { huggingFaceEndpoint } from './huggingFace';
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
 * Whether a server can be used: what it is, and whether it generates. After the descriptions a single
 * token is asked of it: some list their models to anybody and refuse the rest. Never throws.
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
    return report(await profiles.of(address, door, late), reason);
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

/** One token of a chat or, from a model without a chat template, of a text. */
async function generates(
  address: EndpointAddress,
  fetch: Fetch,
  profiles: Profiles,
  late: AbortSignal,
): Promise<EndpointFailure | ''> {
  const endpoint = huggingFaceEndpoint(address, fetch, profiles);
  const sampling = { temperature: 0.1, maxTokens: 1, stop: [] };
  const chat = { ...sampling, messages: [{ role: 'user' as const, content: 'Hola' }] };
  const reason = await outcome(endpoint.chat(chat, late), late);
  if (reason !== 'badResponse' && reason !== 'notFound') return reason;
  if ((await outcome(endpoint.complete({ ...sampling, prompt: 'Hola' }, late), late)) !== '') return reason;
  profiles.learn(address, { kind: 'noChat' });
  return '';
}

async function outcome(events: AsyncIterable<unknown>, late: AbortSignal): Promise<EndpointFailure | ''> {
  try {
    // One piece is proof enough; a server that pays no heed to the limit is left there.
    const reading = events[Symbol.asyncIterator]();
    await reading.next();
    await reading.return?.();
    return '';
  } catch (error) {
    return reasonOf(error, late);
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
    capabilities: silent ? {} : capabilities,
    reason,
  };
}

function nothing(reason: EndpointFailure): EndpointCheck {
  return { dialect: '', models: [], contextSize: null, capabilities: {}, reason };
}
