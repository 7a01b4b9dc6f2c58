import { nextLine, restOfLine, type CompletionRequest } from './request';

/**
 * Fits generated text to what stands around the cursor.
 * @param text with `\n` line ends.
 * @returns the text to insert, or `undefined` where nothing worth showing is left.
 */
export function trim(text: string, request: CompletionRequest): string | undefined {
  const fitted = withoutRest(withoutNextLine(withoutStraySpace(text, request), request), request).trimEnd();
  return fitted.trim() === '' ? undefined : fitted;
}

/** The family's tokenizer may begin a continuation with a space of its own. */
function withoutStraySpace(text: string, { prefix }: CompletionRequest): string {
  return /[ \t]$/.test(prefix) && /^ \S/.test(text) ? text.slice(1) : text;
}

/** Ends before the last line where it, or its beginning, repeats the first line below the cursor. */
function withoutNextLine(text: string, request: CompletionRequest): string {
  const below = nextLine(request);
  const lastEnd = text.trimEnd().lastIndexOf('\n');
  if (below === undefined) return text;
  const last = text.slice(lastEnd + 1).trim();
  if (lastEnd < 0) return last === below && restOfLine(request).trim() === '' ? '' : text;
  return last === below ? text.slice(0, lastEnd) : text;
}

/** Leaves out the end of the text that already stands behind the cursor on its line. */
function withoutRest(text: string, request: CompletionRequest): string {
  const rest = restOfLine(request).trimEnd();
  const longest = Math.min(rest.length, text.length);
  for (let length = longest; length > 0; length -= 1) {
    if (text.endsWith(rest.slice(0, length))) return text.slice(0, -length);
  }
  return text;
}
