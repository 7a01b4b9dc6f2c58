import { recognise, type ModelFacts } from '../models/catalogue';
import { isSuitable, offered, preferred } from '../models/choice';
import { addressId, type EndpointAddress } from './address';
import { contextOf } from './contextWindow';
import { isListed } from './probe';
import type { EndpointProfile, ProfiledModel } from './profile';

/** A model that can be chosen for the chat, at a server that the settings name. */
export interface OfferedModel {
  /** Names server and model for as long as the settings name the server. */
  readonly id: string;
  /** The server's, with this model. */
  readonly address: EndpointAddress;
  /** `undefined` where the settings name none and the server has not been asked yet. */
  readonly model: string | undefined;
  readonly facts: ModelFacts;
  /** What the server says of the model, else what the catalogue knows, in tokens. */
  readonly contextTokens: number;
  /** True only where it is known that tools can be given to this model. */
  readonly tools: boolean;
}

/** What is known of the server at an address, and of its model. */
export type KnownProfile = (address: EndpointAddress) => EndpointProfile | undefined;

/**
 * The models to choose from, in the order of the settings: of each server first the one that is asked where nobody
 * chooses, then the others that it lists and that can chat. From what is known already: nothing is asked here.
 */
export function offeredModels(
  addresses: readonly EndpointAddress[],
  known: KnownProfile,
): readonly OfferedModel[] {
  const found = new Map<string, OfferedModel>();
  for (const address of addresses) {
    const profile = known(address);
    const names = profile?.models.map(({ name }) => name) ?? [];
    const own = address.model ?? preferred(names, 'chat');
    const fit = offered(names, 'chat');
    const others = (fit.length > 0 ? fit : names.filter(isSuitable)).filter(
      (name) => own === undefined || !isListed(name, own),
    );
    for (const model of [own, ...others]) {
      const one = describe(address, model, model === own, profile, known);
      const place = `${address.base} ${model ?? ''}`;
      if (!found.has(place)) found.set(place, one);
    }
  }
  return [...found.values()];
}

function describe(
  address: EndpointAddress,
  model: string | undefined,
  isOwn: boolean,
  profile: EndpointProfile | undefined,
  known: KnownProfile,
): OfferedModel {
  const at = { ...address, model };
  const listed = profile?.models.find(({ name }) => model !== undefined && isListed(name, model));
  // Once a model has been asked there is a profile of its own.
  const closer = isOwn ? profile : known(at);
  const facts = recognise(model ?? '');
  return {
    // The settings' own entry keeps its name when its server has told what it serves.
    id: addressId(isOwn ? address : at),
    address: isOwn ? address : at,
    model,
    facts,
    contextTokens: closer?.contextTokens ?? listed?.contextTokens ?? contextOf(model),
    tools: takesTools(facts, closer, listed, profile),
  };
}

/**
 * A member of the family that was not taught to call tools is not offered as one that can, even where its server takes
 * them: its template may drop them, or raise on their results.
 */
function takesTools(
  facts: ModelFacts,
  closer: EndpointProfile | undefined,
  listed: ProfiledModel | undefined,
  profile: EndpointProfile | undefined,
): boolean {
  if (facts.family !== 'other' && !facts.tools) return false;
  // A server that has said nothing of itself is not known to be able.
  if (profile === undefined || profile.models.length === 0) return false;
  if (closer !== undefined) return closer.capabilities.tools;
  // Ollama says it of each model, but only when it is asked for that model.
  return listed?.tools ?? (profile.dialect !== 'ollama' && profile.capabilities.tools);
}
