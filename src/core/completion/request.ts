/** A place in a text where something may be inserted. */
export interface Place {
  /** VS Code's language id, for instance `python`. */
  readonly languageId: string;
  /** Text before the cursor, with `\n` line ends; may begin inside the file, at the start of a line. */
  readonly prefix: string;
  /** Text after the cursor, with `\n` line ends; may end inside the file. */
  readonly suffix: string;
}

/** What the engine is asked: plain data, made from a document and a position. */
export interface CompletionRequest extends Place {
  /** Names the document for as long as it is open. */
  readonly document: string;
  /** The file's path inside its workspace, with `/`; empty for a text without a file. */
  readonly path: string;
  /** `invoke` when a person asked for it, `automatic` while typing. */
  readonly trigger: 'invoke' | 'automatic';
}

/** A text that fits a place. */
export interface Fitted {
  /** Text to insert, with `\n` line ends. Never empty, never only white space. */
  readonly text: string;
  /** How many UTF-16 units of the rest of the cursor's line the text stands for; they are replaced. Mostly 0. */
  readonly replaceSuffix: number;
}

/** What is offered at the cursor. */
export interface Suggestion extends Fitted {
  /** The same for as long as it is the same suggestion that is typed along. */
  readonly id: number;
  /** Characters of white space before the cursor, on its line, that the text replaces. Mostly 0. */
  readonly replacePrefix: number;
}

/** The rest of the cursor's line, after the cursor. */
export function restOfLine({ suffix }: Place): string {
  const end = suffix.indexOf('\n');
  return end < 0 ? suffix : suffix.slice(0, end);
}

/** The cursor's line up to the cursor. */
export function lineBefore({ prefix }: Place): string {
  return prefix.slice(prefix.lastIndexOf('\n') + 1);
}
