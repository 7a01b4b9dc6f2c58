/** What the settings say of completion. */
export interface CompletionScope {
  readonly enabled: boolean;
  /** By VS Code's language id; `*` is every language that is not named. */
  readonly languages: Readonly<Record<string, boolean>>;
  /** Whether anything is offered inside comments, and inside strings. */
  readonly comments: boolean;
  readonly strings: boolean;
}

/**
 * True where completion is wanted in a language.
 * @param within what the text is a part of, such as `jupyter-code`; it can only be switched off, since it says
 *   nothing of the language.
 */
export function isWanted(
  scope: Pick<CompletionScope, 'enabled' | 'languages'>,
  languageId: string,
  within?: string,
): boolean {
  if (!scope.enabled || (within !== undefined && scope.languages[within] === false)) return false;
  return scope.languages[languageId] ?? scope.languages['*'] ?? true;
}

/** What the settings hold, of any shape that a person may have written; what is no answer is left out. */
export function readCompletionScope(written: {
  readonly enabled?: unknown;
  readonly languages?: unknown;
  readonly comments?: unknown;
  readonly strings?: unknown;
}): CompletionScope {
  const { enabled, languages, comments, strings } = written;
  const entries = typeof languages === 'object' && languages !== null ? Object.entries(languages) : [];
  return {
    enabled: enabled !== false,
    comments: comments !== false,
    strings: strings !== false,
    languages: Object.fromEntries(
      entries.filter((entry): entry is [string, boolean] => typeof entry[1] === 'boolean'),
    ),
  };
}

/**
 * The languages setting with `languageId` switched on or off; an entry that would only repeat `*` is left out.
 */
export function withLanguage(
  languages: CompletionScope['languages'],
  languageId: string,
  wanted: boolean,
): Record<string, boolean> {
  const rest = Object.entries(languages).filter(([id]) => id !== languageId);
  return Object.fromEntries(wanted === (languages['*'] ?? true) ? rest : [...rest, [languageId, wanted]]);
}
