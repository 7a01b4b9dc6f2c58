import { recognise, type ModelFacts, type ModelRole } from './catalogue';

/** What a model is wanted for. */
export type ModelUse = 'chat' | 'completion';

/** Which roles serve a use, the best first. A raw continuation asks nothing of a model but text. */
const roles: Readonly<Record<ModelUse, readonly ModelRole[]>> = {
  chat: ['instruct', 'unknown'],
  completion: ['base', 'unknown', 'instruct'],
};

/** For completion, the size that answers fast and still writes sense, in thousands of millions. */
const nimble = 7;

/** True for a model, by its served name, that can chat or complete. Encoders and translators cannot. */
export function isSuitable(model: string): boolean {
  const { role } = recognise(model);
  return role !== 'encoder' && role !== 'translation';
}

/** True for a model that was made for this use, or may have been. */
export function suits(facts: ModelFacts, use: ModelUse): boolean {
  return roles[use].includes(facts.role);
}

/**
 * Of the models that a server lists, those to offer for a use, the best first: by role, the family before
 * others, then for the chat the larger and the newer, for completion the nearer to a nimble size. What is
 * equal keeps the server's order.
 */
export function offered(models: readonly string[], use: ModelUse): readonly string[] {
  return models
    .map((name) => ({ name, facts: recognise(name) }))
    .filter(({ facts }) => suits(facts, use))
    .sort(
      (a, b) =>
        roles[use].indexOf(a.facts.role) - roles[use].indexOf(b.facts.role) ||
        Number(a.facts.family === 'other') - Number(b.facts.family === 'other') ||
        sizeRank(a.facts, use) - sizeRank(b.facts, use) ||
        release(b.name) - release(a.name),
    )
    .map(({ name }) => name);
}

/** The model to ask where nobody chose one; a base model chats badly, but better than nothing at all. */
export function preferred(models: readonly string[], use: ModelUse): string | undefined {
  return offered(models, use)[0] ?? models.find(isSuitable);
}

function sizeRank({ parameters }: ModelFacts, use: ModelUse): number {
  if (parameters === undefined || parameters === 0) return Number.MAX_SAFE_INTEGER;
  return use === 'chat' ? -parameters : Math.abs(Math.log(parameters / nimble));
}

/** `2606` in `ALIA-40b-instruct-2606`: year and month of the release. */
function release(name: string): number {
  return Number(/-(2[4-9](?:0[1-9]|1[0-2]))(?!\d)/.exec(name)?.[1] ?? 0);
}
