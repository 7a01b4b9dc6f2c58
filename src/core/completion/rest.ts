import { isBalanced, topLevel } from './brackets';
import { lineBefore, restOfLine, type CompletionRequest } from './request';

/** An overlap of this many characters is no chance. */
const sureOverlap = 3;

/**
 * The text without what already stands behind the cursor on its line: cut where it closes a bracket or a
 * string that is closed there, where it runs into the rest of the line, or where its end is the rest's
 * beginning. What it opens and closes itself stays.
 */
export function withoutRest(text: string, request: CompletionRequest): string {
  const rest = restOfLine(request).trim();
  if (rest === '') return text;
  const string = stringAround(rest, request);
  for (const { index, character, unmatched } of topLevel(text, string)) {
    if (unmatched || string !== undefined) {
      if (character === rest.charAt(0)) return text.slice(0, index);
    } else if (isPunctuation(rest) ? character === rest : startsSurely(text, index, rest)) {
      return text.slice(0, index);
    }
  }
  return withoutOverlap(text, rest);
}

/** The quote of the string that the cursor stands in, where the rest of the line closes it. */
function stringAround(rest: string, request: CompletionRequest): string | undefined {
  const quote = rest.charAt(0);
  if (!/["'`]/.test(quote)) return undefined;
  const opened = lineBefore(request).split(quote).length - 1;
  return opened % 2 === 1 ? quote : undefined;
}

function isPunctuation(rest: string): boolean {
  return rest === ';' || rest === ',';
}

function startsSurely(text: string, index: number, rest: string): boolean {
  return rest.length >= sureOverlap && text.startsWith(rest, index);
}

function withoutOverlap(text: string, rest: string): string {
  for (let length = Math.min(rest.length, text.length); length >= sureOverlap; length -= 1) {
    const overlap = rest.slice(0, length);
    if (text.endsWith(overlap) && isBalanced(overlap)) return text.slice(0, -length);
  }
  return text;
}
