import { lineBefore, nextLine, restOfLine, type CompletionRequest } from './request';
import { withoutRest } from './rest';

/**
 * Fits generated text to what stands around the cursor.
 * @param text with `\n` line ends.
 * @returns the text to insert, or `undefined` where nothing worth showing is left.
 */
export function trim(text: string, request: CompletionRequest): string | undefined {
  const alone = withoutStraySpace(text, request);
  const fitted = withoutRest(withoutNextLine(alone, request), request).trimEnd();
  return fitted.trim() === '' ? undefined : fitted;
}

/** The family's tokenizer may begin a continuation with a space of its own. */
function withoutStraySpace(text: string, { prefix }: CompletionRequest): string {
  return /[ \t]$/.test(prefix) && /^ \S/.test(text) ? text.slice(1) : text;
}

/** Leaves out a last line that stands below the cursor already, indentation and all. */
function withoutNextLine(text: string, request: CompletionRequest): string {
  const below = nextLine(request);
  if (below === undefined) return text;
  const lines = text.trimEnd().split('\n');
  const last = lines.at(-1) ?? '';
  if (lines.length > 1) return last.trimEnd() === below ? lines.slice(0, -1).join('\n') : text;
  const whole = (lineBefore(request) + last).trimEnd();
  return whole === below && restOfLine(request).trim() === '' ? '' : text;
}
