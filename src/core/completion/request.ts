/** What the engine is asked: plain data, made from a document and a position. */
export interface CompletionRequest {
  /** VS Code's language id, for instance `python`. */
  readonly languageId: string;
  /** Text before the cursor, with `\n` line ends; may begin inside the file, at the start of a line. */
  readonly prefix: string;
  /** Text after the cursor, with `\n` line ends; may end inside the file. */
  readonly suffix: string;
  /** `invoke` when a person asked for it, `automatic` while typing. */
  readonly trigger: 'invoke' | 'automatic';
}

/** What is offered at the cursor. */
export interface Suggestion {
  /** Text to insert, with `\n` line ends. Never empty, never only white space. */
  readonly text: string;
}

/** The rest of the cursor's line, after the cursor. */
export function restOfLine(request: CompletionRequest): string {
  const end = request.suffix.indexOf('\n');
  return end < 0 ? request.suffix : request.suffix.slice(0, end);
}

/** The cursor's line up to the cursor. */
export function lineBefore({ prefix }: CompletionRequest): string {
  return prefix.slice(prefix.lastIndexOf('\n') + 1);
}

/** The first line below the cursor's that is not blank, with its indentation. */
export function nextLine(request: CompletionRequest): string | undefined {
  const end = request.suffix.indexOf('\n');
  if (end < 0) return undefined;
  return request.suffix
    .slice(end + 1)
    .split('\n')
    .map((line) => line.trimEnd())
    .find((line) => line !== '');
}
