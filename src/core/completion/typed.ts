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
  if (last?.now !== now) last = seen(now);
  const { typed } = last;
  if (!typed.has(from)) typed.set(from, compare(from, last));
  return typed.get(from);
}

/** The place of the cursor, read once: it is held against the same generations in several steps of a question. */
interface Seen {
  readonly now: Place;
  readonly reach: string;
  readonly behind: string;
  readonly typed: Map<Place, string | undefined>;
}

let last: Seen | undefined;

function seen(now: Place): Seen {
  const reach = now.prefix.slice(-(longestTyped + tailLength));
  return { now, reach, behind: behind(now), typed: new Map() };
}

function compare(from: Place, { now, reach, behind: stands }: Seen): string | undefined {
  if (from.languageId !== now.languageId || behind(from) !== stands) return undefined;
  const tail = from.prefix.slice(-tailLength);
  // The nearest first: where text repeats itself, the person has most likely typed least.
  for (let at = reach.lastIndexOf(tail); at >= 0; at = at === 0 ? -1 : reach.lastIndexOf(tail, at - 1)) {
    // A short text is only itself at its very beginning.
    if (tail.length < tailLength && (at > 0 || reach.length < now.prefix.length)) continue;
    return reach.slice(at + tail.length);
  }
  return undefined;
}

const closers = /^[\s)\]}>"'`;,]*/;
/** The text behind a place, without closing signs that an editor adds and a person types over. */
function behind({ suffix }: Place): string {
  const start = suffix.slice(0, behindLength * 2);
  const white = closers.exec(start)?.[0].length ?? 0;
  return start.slice(white, white + behindLength);
}
