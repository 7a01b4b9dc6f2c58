/** What the settings say of completion. */
export interface CompletionScope {
  readonly enabled: boolean;
  /** By VS Code's language id; `*` is every language that is not named. */
  readonly languages: Readonly<Record<string, boolean>>;
}

/** True where completion is wanted in a language. */
export function isWanted(scope: CompletionScope, languageId: string): boolean {
  return scope.enabled && (scope.languages[languageId] ?? scope.languages['*'] ?? true);
}

/**
 * The languages setting with `languageId` switched over; an entry that would only repeat `*` is left out.
 */
export function withLanguageToggled(
  languages: CompletionScope['languages'],
  languageId: string,
): Record<string, boolean> {
  const others = languages['*'] ?? true;
  const wanted = !(languages[languageId] ?? others);
  const rest = Object.entries(languages).filter(([id]) => id !== languageId);
  return Object.fromEntries(wanted === others ? rest : [...rest, [languageId, wanted]]);
}
