import { columns, leading } from './indentation';
import type { Surroundings } from './surroundings';

/** Where a text runs into what follows the cursor. */
export interface Match {
  /** Where the text would be cut. */
  readonly index: number;
  /** How many lines are the same, not counting blank ones. */
  readonly lines: number;
  /** How many letters and digits are. */
  readonly weight: number;
  /** True where all the rest of the text is the same. */
  readonly toEnd: boolean;
  /** True where the lines stand to the left or right of where they should. */
  readonly aside: boolean;
}

/** Most lines that are compared. */
const mostLines = 30;

/**
 * All places from which a text says what follows the cursor.
 * @param shift columns by which the text's lines stand deeper than they should.
 * @param ended false while the text still grows: its last line is not compared then.
 */
export function matches(text: string, around: Surroundings, shift: number, ended: boolean): Match[] {
  return around.rest.trim() === ''
    ? matchesBelow(text, around, shift, ended)
    : matchesOfRest(text, around, ended);
}

function matchesBelow(text: string, around: Surroundings, shift: number, ended: boolean): Match[] {
  const { below, head } = around;
  if (below.length === 0) return [];
  const found: Match[] = [];
  // The text's first line may already be the one below.
  if (head.trim() === '') {
    const first = compare(head + text, 0, around, 0, ended);
    if (first !== undefined && (first.lines > 1 || (first.toEnd && first.lines > 0))) {
      found.push({ ...first, index: 0 });
    }
  }
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    // Of several blank lines the first one counts.
    if (at > 0 && text.charAt(at - 1) === '\n') continue;
    const match = compare(text, at + 1, around, shift, ended);
    if (match !== undefined) found.push({ ...match, index: at });
  }
  return found;
}

function compare(
  text: string,
  from: number,
  { below, style }: Surroundings,
  shift: number,
  ended: boolean,
): Match | undefined {
  let start = from;
  let lines = 0;
  let weight = 0;
  /** Columns by which all the lines stand aside, as the first of them does. */
  let offset: number | undefined;
  const met = (toEnd: boolean): Match | undefined =>
    lines === 0 ? undefined : { index: from, lines, weight, toEnd, aside: offset !== 0 };
  while (lines < mostLines) {
    while (text.charAt(start) === '\n') start += 1;
    if (start >= text.length) return met(true);
    const end = text.indexOf('\n', start);
    const line = text.slice(start, end < 0 ? undefined : end);
    if (line.trim() === '') {
      if (end < 0) return met(true);
      start = end + 1;
      continue;
    }
    const next = below[lines];
    if (next === undefined) return met(true);
    const aside = columns(leading(line), style.tab) - shift - next.indent;
    offset ??= aside;
    const same = aside === offset;
    const said = line.trim();
    const stands = next.text.trim();
    if (end < 0) {
      // A line that still grows says nothing, neither for nor against.
      if (!ended) return met(true);
      const partial = same && stands.startsWith(said);
      if (!partial) return met(false);
      const whole = said === stands;
      return {
        index: from,
        lines: lines + (whole ? 1 : 0),
        weight: weight + letters(said),
        toEnd: whole || lines > 0 || letters(said) >= 3,
        aside: offset !== 0,
      };
    }
    if (!same || said !== stands) return met(false);
    lines += 1;
    weight += letters(said);
    start = end + 1;
  }
  return met(false);
}

function matchesOfRest(text: string, around: Surroundings, ended: boolean): Match[] {
  const { rest, suffix } = around;
  const trimmed = rest.trimEnd();
  const found: Match[] = [];
  const [first] = trimmed;
  // A ruler is found everywhere in a ruler.
  if (first === undefined || (trimmed.length > 3 && trimmed === first.repeat(trimmed.length))) return found;
  for (let at = text.indexOf(first); at >= 0; at = text.indexOf(first, at + 1)) {
    if (text.startsWith(trimmed, at)) {
      const end = at + trimmed.length;
      const lineEnd = text.indexOf('\n', end);
      const blank = text.slice(end, lineEnd < 0 ? undefined : lineEnd).trim() === '';
      if (!blank) continue;
      if (lineEnd < 0 && !ended) continue;
      const after = lineEnd < 0 ? undefined : compare(text, lineEnd + 1, around, 0, ended);
      found.push({
        index: at,
        lines: 1 + (after?.lines ?? 0),
        weight: letters(trimmed) + (after?.weight ?? 0),
        toEnd: isNothingMore(text, lineEnd, ended) || (after?.toEnd ?? false),
        aside: false,
      });
    } else if (ended && suffix.startsWith(text.slice(at)) && letters(text.slice(at)) >= 3) {
      found.push({ index: at, lines: 0, weight: letters(text.slice(at)), toEnd: true, aside: false });
    }
  }
  return found;
}

/** True where a text has no line after a place that could be compared. */
function isNothingMore(text: string, lineEnd: number, ended: boolean): boolean {
  if (lineEnd < 0 || text.slice(lineEnd).trim() === '') return true;
  return !ended && text.slice(0, text.lastIndexOf('\n')).trimEnd().length <= lineEnd;
}

/** How many letters and digits a text has. */
function letters(text: string): number {
  return text.replace(/[^\p{L}\p{N}]/gu, '').length;
}
