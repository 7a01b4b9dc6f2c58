import { diffArrays } from 'diff';

/** A place where a text becomes another one. Lines are counted from 0 in the text as it was. */
export interface Hunk {
  /** Names the hunk for as long as its proposal stands. */
  readonly id: number;
  readonly start: number;
  /** Behind the last line that goes; the same as `start` where lines only come. */
  readonly end: number;
  /** What stands there then. */
  readonly lines: readonly string[];
}

/**
 * More edits than this are not told apart: Myers' algorithm takes time with the square of them, and nobody decides on so
 * many one by one.
 */
const mostEdits = 1_000;

/** Where `before` becomes `after`, from top to bottom; between two hunks there is at least one line that stays. */
export function hunksBetween(before: string, after: string): readonly Hunk[] {
  const from = linesOf(before);
  const to = linesOf(after);
  const same = commonStart(from, to);
  const tail = commonEnd(from, to, same);
  const found = diffArrays<string>(from.slice(same, from.length - tail), to.slice(same, to.length - tail), {
    maxEditLength: mostEdits,
  });
  if (found === undefined) {
    return [{ id: 0, start: same, end: from.length - tail, lines: to.slice(same, to.length - tail) }];
  }
  const hunks: Hunk[] = [];
  let line = same;
  let open: Hunk | undefined;
  for (const { added, removed, value } of found) {
    if (!added && !removed) {
      if (open !== undefined) hunks.push(open);
      open = undefined;
      line += value.length;
      continue;
    }
    open ??= { id: hunks.length, start: line, end: line, lines: [] };
    if (removed) {
      line += value.length;
      open = { ...open, end: line };
    } else open = { ...open, lines: [...open.lines, ...value] };
  }
  return open === undefined ? hunks : [...hunks, open];
}

/** The text with these hunks in it; they do not overlap and stand from top to bottom. */
export function withHunks(text: string, hunks: readonly Hunk[]): string {
  const lines = linesOf(text);
  const result: string[] = [];
  let at = 0;
  for (const { start, end, lines: put } of hunks) {
    for (const line of lines.slice(at, start)) result.push(line);
    for (const line of put) result.push(line);
    at = end;
  }
  for (const line of lines.slice(at)) result.push(line);
  return result.join('\n');
}

/** How many lines longer the text becomes by a hunk. */
export function growthOf({ start, end, lines }: Hunk): number {
  return lines.length - (end - start);
}

/** A text's lines without their ends. The text ends with a line end where the last is empty. */
export function linesOf(text: string): readonly string[] {
  return text.split('\n');
}

function commonStart(a: readonly string[], b: readonly string[]): number {
  let same = 0;
  while (same < a.length && same < b.length && a[same] === b[same]) same += 1;
  return same;
}

function commonEnd(a: readonly string[], b: readonly string[], start: number): number {
  let same = 0;
  const most = Math.min(a.length, b.length) - start;
  while (same < most && a[a.length - 1 - same] === b[b.length - 1 - same]) same += 1;
  return same;
}
