import { trainedLanguage, trainedLanguages } from '../language/programming/languages';
import { languageName } from '../language/programming/names';
import type { AnswerLanguage } from '../language/spoken/languages';
import { isWanted, type CompletionScope } from './scope';

/** A language as a person sees it in the list. */
export interface ListedLanguage {
  readonly name: string;
  /** The ids that the setting names it by; never empty. */
  readonly ids: readonly string[];
  /** Whether completion is on in it: in all of its ids, in none, in some. */
  readonly state: 'on' | 'off' | 'partly';
  /** True for the 92 that the family was trained on; with any other it is best effort. */
  readonly trained: boolean;
}

/** Ids of VS Code's that nobody writes in, or that only stand inside another language. */
const internal =
  /^(?:code-text-binary|chat-?input.*|search-result|Log|log|.*-math|jsx-tags|.*_(?:latex|combined).*|.*-tags|comment.*)$/;

/**
 * The 92, then what else this editor knows, each by name.
 * @param known the editor's language ids.
 * @param spoken the language of the list.
 */
export function languageList(
  known: readonly string[],
  scope: Pick<CompletionScope, 'languages'>,
  spoken: AnswerLanguage,
): readonly ListedLanguage[] {
  const listed = (name: string, ids: readonly string[], trained: boolean): ListedLanguage => {
    const on = ids.filter((id) => isWanted({ ...scope, enabled: true }, id)).length;
    return { name, ids, trained, state: on === 0 ? 'off' : on === ids.length ? 'on' : 'partly' };
  };
  const trained = trainedLanguages.map(({ row, ids, others }) => {
    const foreign = (others?.split(' ') ?? []).filter((id) => known.includes(id));
    return listed(capitalised(languageName(row, spoken)), [...Object.keys(ids), ...foreign], true);
  });
  const rest = known
    .filter((id) => trainedLanguage(id) === undefined && !internal.test(id))
    .map((id) => listed(languageName(id, spoken), [id], false));
  const byName = (a: ListedLanguage, b: ListedLanguage): number => a.name.localeCompare(b.name, spoken);
  return [...trained.sort(byName), ...rest.sort(byName)];
}

/** The one in the list that a document's language is. */
export function entryOf(
  list: readonly ListedLanguage[],
  languageId: string | undefined,
): ListedLanguage | undefined {
  return list.find(({ ids }) => languageId !== undefined && ids.includes(languageId));
}

function capitalised(name: string): string {
  return name === 'tcsh' ? name : name.charAt(0).toUpperCase() + name.slice(1);
}
