import { t } from '../text';
import { recognise, type ModelFacts } from '../models/catalogue';
import { offered, type ModelUse } from '../models/choice';

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
export function modelChoices(models: readonly string[], use: ModelUse): readonly ModelChoice[] {
  const best = offered(models, use);
  const others = models.filter((name) => {
    const { role } = recognise(name);
    return !best.includes(name) && role !== 'encoder' && role !== 'translation';
  });
  return [...best, ...others].map((name) => ({ name, detail: describeModel(recognise(name)) }));
}

/** What is known of a model, in words. */
function describeModel({ role, contextTokens }: ModelFacts): string {
  const made = roleWords(role);
  return contextTokens === undefined ? made : t('{0} Context: up to {1} tokens.', made, contextTokens);
}

function roleWords(role: ModelFacts['role']): string {
  switch (role) {
    case 'base':
      return t('Base model: continues code; answers no questions.');
    case 'instruct':
      return t('Instruct model: answers in the chat and can complete.');
    case 'translation':
      return t('Translates only; no use for code.');
    case 'encoder':
      return t('Turns text into numbers only; neither chats nor completes.');
    case 'unknown':
      return t('Not in the catalogue of ALIA and Salamandra; may well work.');
  }
}
