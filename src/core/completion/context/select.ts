import type { Snippet } from '../snippet';

/** A piece that might help. */
export interface Candidate extends Snippet {
  /** The document that it stands in. */
  readonly document: string;
  /** How much it would help, about 0 to 1. */
  readonly worth: number;
}

/** Most pieces in a prompt. */
const mostPieces = 6;
/** Characters that a prompt adds to a piece and to each of its lines. */
const wrapping = { piece: 12, line: 3 };
/** A piece that is in the prompt already is worth so much more: the server has read it. */
const incumbentTimes = 1.25;
/** A piece of which more than this share of the lines can be seen says nothing new. */
const mostSeen = 0.5;
/** Shorter lines stand everywhere. In characters. */
const shortestLine = 5;

/**
 * The pieces that are worth most and fit.
 * @param visible what the prompt shows anyway.
 * @param most in characters.
 * @param before what was taken the last time: it stays where it was, so that the prompt begins alike.
 */
export function select(
  candidates: readonly Candidate[],
  visible: string,
  most: number,
  before: readonly Candidate[],
): readonly Candidate[] {
  const old = new Set(before.map(nameOf));
  const worth = (one: Candidate): number => one.worth * (old.has(nameOf(one)) ? incumbentTimes : 1);
  const seen = new Set(linesOf(visible));
  const taken: Candidate[] = [];
  let left = most;
  for (const one of [...candidates].sort((a, b) => worth(b) - worth(a))) {
    if (taken.length === mostPieces) break;
    const length = lengthInPrompt(one);
    const lines = linesOf(one.text);
    if (length > left || lines.length === 0) continue;
    if (lines.filter((line) => seen.has(line)).length > lines.length * mostSeen) continue;
    taken.push(one);
    left -= length;
    for (const line of lines) seen.add(line);
  }
  return inOrder(taken, before);
}

/** Characters that a piece takes. */
export function lengthInPrompt({ path, text }: Snippet): number {
  const lines = text.split('\n').length + 1;
  return path.length + text.length + wrapping.piece + wrapping.line * lines;
}

/** Old pieces first, as they stood; then the new ones, the one that is worth most nearest to the cursor. */
function inOrder(taken: readonly Candidate[], before: readonly Candidate[]): readonly Candidate[] {
  const place = new Map(before.map((one, index) => [nameOf(one), index]));
  const placeOf = (one: Candidate): number => place.get(nameOf(one)) ?? Infinity;
  return [...taken].reverse().sort((a, b) => {
    const [one, other] = [placeOf(a), placeOf(b)];
    return one === other ? 0 : one - other;
  });
}

function nameOf({ document, text }: Candidate): string {
  return `${document}\n${text}`;
}

function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.length >= shortestLine);
}
