import { isSuitable } from '../models/family';
import type { EndpointUse } from '../endpoint/endpoints';

/** What the catalogue tells of a model by the name under which a server offers it. */
export interface KnownModel {
  readonly family: string;
  readonly role: 'base' | 'instruct' | 'translation' | 'encoder' | 'unknown';
  /** What the model was trained for, in tokens. */
  readonly contextTokens?: number;
}

/** The catalogue as far as the set-up asks it. */
export interface Catalogue {
  recognise(name: string): KnownModel;
  /** Of the models that a server lists, those to offer for a use, the best first. */
  offered(models: readonly string[], use: EndpointUse): readonly string[];
}

/** Knows the family by its names alone. */
export const byName: Catalogue = {
  recognise: (name) => {
    const ours = /alia|salamandra/i.test(name);
    const family = ours ? 'alia' : 'other';
    if (!isSuitable(name)) return { family, role: 'encoder' };
    if (/salamandra-?ta/i.test(name)) return { family, role: 'translation' };
    if (/instruct|chat|-fc-/i.test(name)) return { family, role: 'instruct' };
    return { family, role: ours ? 'base' : 'unknown' };
  },
  offered: (models, use) => {
    const roles = use === 'chat' ? ['instruct', 'unknown'] : ['base', 'unknown', 'instruct'];
    const rank = (name: string): number => {
      const { family, role } = byName.recognise(name);
      return roles.indexOf(role) + (family === 'other' ? 10 : 0);
    };
    return models
      .filter((name) => roles.includes(byName.recognise(name).role))
      .sort((a, b) => rank(a) - rank(b));
  },
};
