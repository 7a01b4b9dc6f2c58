import type { EndpointUse } from '../endpoint/endpoints';
import { recognise, type ModelFacts } from '../models/catalogue';
import { offered } from '../models/choice';

/** What the catalogue tells of a model by the name under which a server offers it. */
export type KnownModel = Pick<ModelFacts, 'family' | 'role' | 'contextTokens'>;

/** The catalogue as far as the set-up asks it. */
export interface Catalogue {
  recognise(name: string): KnownModel;
  /** Of the models that a server lists, those to offer for a use, the best first. */
  offered(models: readonly string[], use: EndpointUse): readonly string[];
}

/** Knows the models by their names. */
export const byName: Catalogue = { recognise, offered };
