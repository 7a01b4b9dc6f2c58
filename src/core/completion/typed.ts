import type { Place } from './request';

/** As much of the text before a place says which place it is, in characters. */
const tailLength = 80;
/** More than this is no typing along any more, in characters. */
const longestTyped = 4_000;
/** As much of the text behind a place has to be the same, in characters. */
const behindLength = 200;

/**
 * What has been typed since the cursor stood at `from`, or `undefined` where `now` cannot have come from there
 * by typing. Looks at the surroundings of the cursor only: edits further away change nothing, and the cost does
 * not grow with the file.
 */
export function typedSince(from: Place, now: Place): string | undefined {
  if (from.languageId !== now.languageId || !sameBehind(from.suffix, now.suffix)) return undefined;
  const tail = from.prefix.slice(-tailLength);
  const reach = now.prefix.slice(-(longestTyped + tailLength));
  // The nearest first: where text repeats itself, the person has most likely typed least.
  for (let at = reach.lastIndexOf(tail); at >= 0; at = at === 0 ? -1 : reach.lastIndexOf(tail, at - 1)) {
    // A short text is only itself at its very beginning.
    if (tail.length < tailLength && (at > 0 || reach.length < now.prefix.length)) continue;
    return reach.slice(at + tail.length);
  }
  return undefined;
}

/** True where the text behind differs at most in closing signs that the editor added or that were typed over. */
function sameBehind(before: string, now: string): boolean {
  return withoutClosers(before) === withoutClosers(now);
}

const closers = /^[\s)\]}>"'`;,]*/;

function withoutClosers(text: string): string {
  const rest = text.slice(0, behindLength * 2);
  return rest.replace(closers, '').slice(0, behindLength);
}
