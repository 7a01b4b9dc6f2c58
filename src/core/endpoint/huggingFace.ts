import { estimateTokens, fittingWindow } from '../models/budget';
import { recognise } from '../models/catalogue';
import { preferred, type ModelUse } from '../models/choice';
import { addressId, type EndpointAddress } from './address';
import type { Asked, Wire } from './asked';
import { clientWire, warmUp } from './clientWire';
import { contextOf, windowOf } from './contextWindow';
import { countTokens } from './countTokens';
import { dialectOf } from './dialects';
import type { ChatCall, CompletionCall, Endpoint, ProfilePurpose, Sampling, StreamEvent } from './endpoint';
import { EndpointError } from './errors';
import { listModels } from './modelList';
import { ollamaWire } from './ollamaWire';
import type { EndpointProfile } from './profile';
import { Profiles } from './profiles';
import { withinAbilities } from './toolTurns';
import type { Fetch } from './transport';
import { withoutThinking } from './withoutThinking';

/** A request is repeated at most this often, each time without one more field that the server refused. */
const mostRepeats = 4;

/**
 * The door to a model server: `@huggingface/inference`, which speaks to every OpenAI-compatible server when
 * it is given an `endpointUrl`, and a native API where that cannot serve. The first request asks what the
 * server is.
 * @param fetch from `endpointFetch`: it owns the key, the errors and the form of the stream.
 * @param profiles shared by all endpoints, so that each server is asked once.
 */
export function huggingFaceEndpoint(
  address: EndpointAddress,
  fetch: Fetch,
  profiles: Profiles = new Profiles(),
): Endpoint {
  const chosen = new Map<ModelUse, string>();

  const models = (signal: AbortSignal): Promise<readonly string[]> => listModels(address, fetch, signal);
  const profile = async (signal: AbortSignal, purpose?: ProfilePurpose): Promise<EndpointProfile> => {
    const known = await profiles.of(address, fetch, signal);
    // Somebody is about to type.
    if (purpose === 'automatic' && known.dialect !== 'ollama') await warmUp(known);
    return known;
  };

  /** Without a model the client would send the address as its name. */
  const chosenModel = async (
    use: ModelUse,
    { models: listed }: EndpointProfile,
    signal: AbortSignal,
  ): Promise<string> => {
    const known = address.model ?? chosen.get(use);
    if (known !== undefined) return known;
    const names = listed.length > 0 ? listed.map(({ name }) => name) : await models(signal);
    const model = preferred(names, use);
    if (model === undefined) throw new EndpointError('notFound', { host: address.host });
    chosen.set(use, model);
    return model;
  };

  const asked = async (use: ModelUse, signal: AbortSignal): Promise<Asked> => {
    if (signal.aborted) throw new EndpointError('aborted', { host: address.host });
    const known = await profile(signal);
    return { address, fetch, profile: known, model: await chosenModel(use, known, signal) };
  };

  const ask = async function* <Call extends Sampling>(
    use: ModelUse,
    call: Call,
    signal: AbortSignal,
    send: (wire: Wire, call: Call, asked: Asked) => AsyncIterable<StreamEvent>,
  ): AsyncGenerator<StreamEvent> {
    for (let repeats = 0; ; repeats += 1) {
      const server = await asked(use, signal);
      assertAble(use, server);
      let begun = false;
      try {
        const wire = server.profile.dialect === 'ollama' ? ollamaWire : clientWire;
        for await (const event of send(wire, fitting(call, server.model), server)) {
          // That tools stay away is told at once, and again where a refused field is left out next.
          begun ||= event.type !== 'withoutTools';
          yield event;
        }
        return;
      } catch (error) {
        if (!(error instanceof EndpointError)) throw error;
        const again = learnFrom(error, use, call, server.profile);
        if (begun || !again || repeats === mostRepeats) throw woken(error, server.profile);
      }
    }
  };

  /** @returns true where the same request may succeed if it is repeated at once. */
  const learnFrom = (
    error: EndpointError,
    use: ModelUse,
    call: Sampling,
    { refused }: EndpointProfile,
  ): boolean => {
    const { reason, refusedField } = error;
    if (reason === 'contextTooLong') {
      const estimated = sizeOf(call);
      const window = fittingWindow(estimated, error) ?? Math.floor((estimated + call.maxTokens) / 2);
      profiles.learn(address, { kind: 'tooLong', contextTokens: error.contextTokens, window });
      return false;
    }
    if (reason === 'badResponse' && refusedField !== undefined && !refused.includes(refusedField)) {
      profiles.learn(address, { kind: 'refuses', field: refusedField });
      return true;
    }
    if (use === 'completion' && hasNoRoute(error)) {
      profiles.learn(address, { kind: 'noRawCompletion' });
    } else if (reason === 'notFound' || reason === 'network') {
      // It may have been started anew, with another model or as another server.
      chosen.delete(use);
      profiles.doubt(address);
    }
    return false;
  };

  return {
    id: addressId(address),
    host: address.host,
    get model() {
      return address.model ?? chosen.get('chat') ?? chosen.get('completion');
    },
    models,
    profile,
    contextWindow: async (signal) => {
      const model = address.model ?? chosen.get('chat');
      try {
        return windowOf(await profile(signal), model);
      } catch {
        // Aborted.
        return contextOf(model);
      }
    },
    countTokens: async (text, signal) => {
      const server = await asked('chat', signal);
      if (!server.profile.capabilities.tokenCount) return estimateTokens(text);
      const count = await countTokens(text, server, signal);
      if (count === undefined) profiles.learn(address, { kind: 'noTokenCount' });
      return count ?? estimateTokens(text);
    },
    chat: (call, signal) =>
      withoutThinking(
        ask('chat', call, signal, async function* (wire, fitted, server) {
          const { call: able, withoutTools } = withinAbilities(fitted, server.profile);
          if (withoutTools) yield { type: 'withoutTools' };
          yield* wire.chat(able, server, signal);
        }),
      ),
    complete: (call, signal) =>
      ask('completion', call, signal, (wire, fitted, server) => wire.complete(fitted, server, signal)),
  };
}

/** What a request gives the model to read, in estimated tokens. */
function sizeOf(call: Sampling & Partial<ChatCall & CompletionCall>): number {
  const { messages = [], prompt = '' } = call;
  return messages.reduce((sum, { content }) => sum + estimateTokens(content), estimateTokens(prompt));
}

/** Statuses with which a server says that it has no such route. */
const noRoute = new Set([404, 405, 501]);

/** True where it is the route that is missing, not the model. */
export function hasNoRoute({ status, serverMessage }: EndpointError): boolean {
  return noRoute.has(status ?? 0) && !/model/i.test(serverMessage ?? '');
}

/** A host that only chats is not asked in vain. */
function assertAble(use: ModelUse, { address: { host }, profile }: Asked): void {
  const able = dialectOf(profile.dialect).capabilities;
  if (use === 'completion' && !able.rawCompletion) throw new EndpointError('notFound', { host, status: 404 });
}

/** Some models may not answer at any length. */
function fitting<Call extends Sampling>(call: Call, model: string): Call {
  const { outputTokens } = recognise(model);
  return outputTokens === undefined || call.maxTokens <= outputTokens
    ? call
    : { ...call, maxTokens: outputTokens };
}

/** A host that sleeps while nobody asks says 503 in other words than one that has too much to do. */
function woken(error: EndpointError, { dialect }: EndpointProfile): EndpointError {
  if (error.status !== 503 || dialectOf(dialect).wakesUp !== true) return error;
  const { host, status, serverMessage, retryAfterMs } = error;
  return new EndpointError('loading', { host, status, serverMessage, retryAfterMs });
}
