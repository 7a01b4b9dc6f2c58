import { lineBefore, type CompletionRequest } from '../request';
import { lengthInPrompt, type Candidate } from './select';

/** A selection at a fresh line may be as old as this, in milliseconds. */
const freshMs = 20_000;
/** One with nothing in it is looked over again after this, in milliseconds. */
const emptyMs = 500;
/** So far from the cursor lines are still near it, in characters. */
const reach = { before: 3_000, after: 1_500 };
/** Lines by which a place is known again, and the share of them that has to be there still. */
const mostAnchors = 6;
const leastAnchors = 1 / 3;
const shortestAnchor = 6;

/** Pieces that were chosen for a place. */
export interface Kept {
  readonly document: string;
  readonly chosen: readonly Candidate[];
  /** Lines that stood above the cursor. */
  readonly anchors: readonly string[];
  readonly at: number;
  /** How much was known by then. */
  readonly news: number;
}

/** Lines by which the place of a request is known again. */
export function anchorsOf({ prefix }: CompletionRequest): readonly string[] {
  return prefix
    .slice(-reach.before / 3)
    .split('\n')
    .slice(1, -1)
    .map((line) => line.trim())
    .filter((line) => line.length >= shortestAnchor)
    .slice(-mostAnchors);
}

/**
 * True while a selection serves a request as well: in the same place, until it is old and a fresh line begins. To
 * choose anew changes the beginning of the prompt, which the server then has to read again.
 */
export function stillServes(
  kept: Kept,
  request: CompletionRequest,
  most: number,
  now: { readonly at: number; readonly news: number },
): boolean {
  if (kept.document !== request.document || !isNear(kept.anchors, request)) return false;
  if (kept.chosen.reduce((sum, one) => sum + lengthInPrompt(one), 0) > most) return false;
  const age = now.at - kept.at;
  if (kept.chosen.length === 0) return age < emptyMs;
  const fresh = lineBefore(request).trim() === '';
  return !fresh || (age < freshMs && now.news === kept.news);
}

function isNear(anchors: readonly string[], { prefix, suffix }: CompletionRequest): boolean {
  if (anchors.length === 0) return true;
  const around = prefix.slice(-reach.before) + suffix.slice(0, reach.after);
  return anchors.filter((anchor) => around.includes(anchor)).length >= anchors.length * leastAnchors;
}
