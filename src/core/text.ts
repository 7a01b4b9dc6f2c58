import * as l10n from '@vscode/l10n';

/** Translations of one interface language: English text to the language's own. */
export type TextBundle = Readonly<Record<string, string>>;

/**
 * Chooses the language of every word that `t()` returns from now on.
 * @param bundle the language's translations; an empty one means English.
 */
export function useTextBundle(bundle: TextBundle): void {
  l10n.config({ contents: { ...bundle } });
}

/**
 * A text for a person to read, in the interface language. The English text is the key and stands in where
 * a translation is missing.
 * @param message English, a literal, so that `npm run check:l10n` finds it; `{0}`, `{1}` … take the arguments.
 */
export function t(message: string, ...args: readonly (string | number)[]): string {
  return l10n.t(message, ...args);
}
