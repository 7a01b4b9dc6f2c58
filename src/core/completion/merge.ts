import type { Fitted, Place } from './request';
import { restOfLine } from './request';

/** As much of the text behind a place is compared, in characters. */
const compared = 200;

/**
 * Fits what is left of a suggestion to the text that stands behind the cursor by now. While the person types, the
 * editor adds closing brackets and quotes, and a line with one after Enter between braces: those on the cursor's line
 * are replaced, since the suggestion has them itself; before one on a line of its own it ends.
 * @param said as it was fitted to `from`.
 * @param text what is left of it at `now`.
 * @returns `undefined` where it does not fit.
 */
export function merged(text: string, said: Fitted, from: Place, now: Place): Fitted | undefined {
  const added = addedBehind(from.suffix.slice(said.replaceSuffix), now.suffix);
  if (added === undefined) return undefined;
  const lineEnd = added.indexOf('\n');
  const inLine = lineEnd < 0 ? added : added.slice(0, lineEnd);
  const below = lineEnd < 0 ? '' : added.slice(lineEnd + 1);
  const fitting = endedBefore(text, below).trimEnd();
  if (fitting.trim() === '' || fitting === inLine) return undefined;
  if (!isWithin(inLine.trim(), fitting)) return undefined;
  // White space behind added closers stays where it is.
  const replaceSuffix = inLine.trim() === '' ? 0 : Math.min(inLine.trimEnd().length, restOfLine(now).length);
  return { text: fitting, replaceSuffix };
}

/** What stands before `rest` in `suffix`; empty where some of `rest` was typed over. */
function addedBehind(rest: string, suffix: string): string | undefined {
  const start = rest.slice(0, compared);
  if (start === '') return suffix.length <= compared ? suffix : undefined;
  // Near the end of a file what little stands there may stand in what was added as well.
  if (rest.length < compared && suffix.length <= 2 * compared && suffix.endsWith(rest)) {
    return suffix.slice(0, suffix.length - rest.length);
  }
  const at = suffix.slice(0, 2 * compared).indexOf(start);
  if (at >= 0) return suffix.slice(0, at);
  const typedOver = rest.slice(0, 2 * compared).indexOf(suffix.slice(0, compared));
  return typedOver >= 0 ? '' : undefined;
}

/** Before the line that stands below the cursor already. */
function endedBefore(text: string, below: string): string {
  const line = below.split('\n').find((one) => one.trim() !== '');
  if (line === undefined) return text;
  const lines = text.split('\n');
  const end = lines.findIndex((one, index) => index > 0 && one.startsWith(line.trimEnd()));
  return end < 0 ? text : lines.slice(0, end).join('\n');
}

/** True where the characters of `part` stand in `text` in their order: VS Code shows nothing else. */
function isWithin(part: string, text: string): boolean {
  let at = 0;
  for (const character of text) if (character === part.charAt(at)) at += 1;
  return at >= part.length;
}
