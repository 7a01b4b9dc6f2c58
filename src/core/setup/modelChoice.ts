import type { EndpointUse } from '../endpoint/endpoints';
import { t } from '../text';
import { byName, type Catalogue, type KnownModel } from './knownModel';

/** A model as the set-up offers it. */
export interface ModelChoice {
  readonly name: string;
  /** What the catalogue knows of it, in words. */
  readonly detail: string;
}

/**
 * The models of a server to choose from, the best for this use first. Those that were not made for it come
 * last and say so; encoders and translators are not offered at all.
 */
export function modelChoices(
  models: readonly string[],
  use: EndpointUse,
  catalogue: Catalogue = byName,
): readonly ModelChoice[] {
  const best = catalogue.offered(models, use);
  const others = models.filter((name) => {
    const { role } = catalogue.recognise(name);
    return !best.includes(name) && role !== 'encoder' && role !== 'translation';
  });
  return [...best, ...others].map((name) => ({ name, detail: describeModel(catalogue.recognise(name)) }));
}

/** What is known of a model, in words. */
function describeModel({ role, contextTokens }: KnownModel): string {
  const made = roleWords(role);
  return contextTokens === undefined
    ? made
    : t('{0} Trained for {1} tokens of context.', made, contextTokens);
}

function roleWords(role: KnownModel['role']): string {
  switch (role) {
    case 'base':
      return t('Base model: continues code; does not answer questions.');
    case 'instruct':
      return t('Instruct model: answers in the chat, and can complete.');
    case 'translation':
      return t('Translates only; no use for code.');
    case 'encoder':
      return t('Turns text into numbers only; neither chats nor completes.');
    case 'unknown':
      return t('Not in the catalogue of ALIA and Salamandra; may well work.');
  }
}
