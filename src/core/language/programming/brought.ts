import { ambiguous } from './ambiguous';
import { trainedLanguages } from './languages';
import { languageName } from './names';

/** A language as a manifest contributes it. */
export interface BroughtLanguage {
  readonly id: string;
  readonly aliases: readonly string[];
  readonly extensions?: readonly string[];
  readonly filenames?: readonly string[];
}

/**
 * The languages of the 92 that VS Code does not know by itself, as they stand in the manifest. Endings that others
 * have as well are left out: `languageOf` holds them apart. `npm run check` compares them.
 */
export function broughtLanguages(): readonly BroughtLanguage[] {
  return trainedLanguages
    .filter(({ brought }) => brought === true)
    .flatMap(({ ids }) => Object.entries(ids))
    .map(([id, names]) => {
      const all = names.split(' ').filter((name) => name !== '' && !(name in ambiguous));
      const extensions = all.filter((name) => name.startsWith('.'));
      const filenames = all.filter((name) => !name.startsWith('.'));
      return {
        id,
        aliases: [languageName(id)],
        ...(extensions.length > 0 ? { extensions } : {}),
        ...(filenames.length > 0 ? { filenames } : {}),
      };
    });
}

const brought: ReadonlySet<string> = new Set(broughtLanguages().map(({ id }) => id));

/** True for a language id that Aliada's own manifest brings. */
export function isBrought(languageId: string): boolean {
  return brought.has(languageId);
}
