import { joined } from './blocks';
import { bodyOf } from './body';
import { blockEnd } from './blockEnd';
import { shiftOf } from './indent';
import { loopAt } from './loop';
import { matches, type Match } from './match';
import type { Place } from './request';
import { closerOf, scan } from './scan';
import { surroundings, type Surroundings } from './surroundings';

/**
 * Where a text is whole, in characters from its start, or `undefined` while it is not: the earliest proof among
 * the text that follows the cursor, the end of the block, repetition, and what a chat model says after code.
 * @param text what has been generated so far, with `\n` line ends.
 * @param options `ended`: nothing more will come. While more may, a line that still grows is no proof.
 */
export function stopAt(text: string, place: Place, { ended }: { ended: boolean }): number | undefined {
  const around = surroundings(place);
  const { from, to, add, closed } = bodyOf(text, place, around);
  const end = endOf(add + text.slice(from, to), around, ended || closed);
  if (end !== undefined) return Math.max(from, from + end - add.length);
  return closed ? to : undefined;
}

/** Most lines of one suggestion. */
const mostLines = 64;

/** Most characters of one suggestion. */
const mostCharacters = 12_000;

/** Where the text for the file is whole. */
function endOf(said: string, around: Surroundings, finished: boolean): number | undefined {
  const limit = lineEnd(said, mostLines) ?? (said.length > mostCharacters ? mostCharacters : undefined);
  const text = said.slice(0, limit);
  const ended = finished || limit !== undefined;
  let reached = reachesSuffix(text, around, 0, ended);
  const shift = reached === undefined ? shiftOf(text, around, ended) : 0;
  if (shift !== 0) reached = reachesSuffix(text, around, shift, ended);
  const ends = [
    reached,
    blockEnd(text, around, shift, ended),
    ended || text.length > 200 ? loopAt(text) : undefined,
    limit,
  ].filter((end) => end !== undefined);
  return ends.length === 0 ? undefined : Math.min(...ends);
}

function reachesSuffix(
  text: string,
  around: Surroundings,
  shift: number,
  ended: boolean,
): number | undefined {
  const found = matches(text, around, shift, ended).filter((match) => isProof(match, text, around));
  const [best] = found.sort((a, b) => b.lines - a.lines || b.weight - a.weight || a.index - b.index);
  return best?.index;
}

/** Lines that stand elsewhere have to say this much to be those that follow, in letters and digits. */
const leastAside = 16;

/** True where a match is no chance. */
function isProof(match: Match, text: string, around: Surroundings): boolean {
  if (match.aside) return match.toEnd && match.lines >= 2 && match.weight >= leastAside;
  if (match.lines >= 3 || (match.lines >= 2 && match.weight >= 6)) return true;
  const kept = scan(joined(text.slice(0, match.index)), around.syntax, around.inside);
  const first = around.rest.trim() === '' ? (around.below[0]?.text.trim() ?? '') : around.rest.trim();
  const closes = closerOf[kept.open.at(-1)?.text ?? ''];
  const isRest = around.rest.trim() !== '' && match.lines >= 1 && !text.slice(0, match.index).includes('\n');
  // What the text has opened itself is closed by the text, unless nothing else can be meant by what stands there.
  if (closes !== undefined && first.startsWith(closes)) {
    const innermost = around.open.at(-1);
    return isRest && (innermost === undefined || closerOf[innermost.text] !== closes);
  }
  if (match.toEnd || (isRest && match.weight >= 2)) return true;
  return match.lines >= 1 && match.weight >= (closes === undefined ? 4 : 6);
}

/** Where a line of a text ends, by its number from 1. */
function lineEnd(text: string, number: number): number | undefined {
  let at = -1;
  for (let count = 0; count < number; count += 1) {
    at = text.indexOf('\n', at + 1);
    if (at < 0) return undefined;
  }
  return at;
}
