import { reindent } from './indent';

import { lineBefore, restOfLine, type Place, type Fitted } from './request';
import { fitRest } from './rest';
import { surroundings, type Surroundings } from './surroundings';
import { bodyOf } from './body';

/**
 * Fits generated text to what stands around the cursor. What is right already stays as it is.
 * @param text up to where it is whole, with `\n` line ends.
 * @returns what to insert, or `undefined` where nothing worth showing is left.
 */
export function trim(text: string, place: Place): Fitted | undefined {
  const around = surroundings(place);
  const { from, to, add } = bodyOf(text, place, around);
  const own = add + text.slice(from, to);
  const fitted = fitRest(
    withEnd(reindent(withoutLineEnd(own), around, true) + lineEndOf(own), around),
    around,
  );
  return fitted.text.trim() === '' || isDuplicate(fitted.text, place) ? undefined : fitted;
}

/** The end of a text: the line end that stands behind the cursor is not said twice, and none is missing. */
function withEnd(text: string, { head, rest }: Surroundings): string {
  if (rest.trim() === '') return withoutLineEnd(text);
  const isWholeLines = head.trim() === '' && /\n[ \t]*$/.test(text);
  if (isWholeLines) return `${withoutLineEnd(text)}\n${head}`;
  return text.replace(/(?:\n[ \t]*)+$/, '');
}

function withoutLineEnd(text: string): string {
  return text.replace(/(?:\n[ \t]*)+$/, '');
}

function lineEndOf(text: string): string {
  return text.slice(withoutLineEnd(text).length);
}

function isDuplicate(text: string, place: Place): boolean {
  const rest = restOfLine(place).trim();
  return rest !== '' && text.trim() === rest && lineBefore(place).trim() !== '';
}
