import { growthOf, hunksBetween, linesOf, withHunks, type Hunk } from './hunks';

/** What a text could become. A value: every step makes a new one. All texts have `\n` for a line end. */
export interface Proposal {
  /** The text that the hunks count their lines in. */
  readonly text: string;
  /** What is still to be decided, from top to bottom. */
  readonly open: readonly Hunk[];
  /** What no longer fits, since the text has changed in the same place; with the line where that is now. */
  readonly outdated: readonly Hunk[];
}

/** Proposes that `text` becomes `wanted`. */
export function propose(text: string, wanted: string): Proposal {
  return { text, open: hunksBetween(text, wanted), outdated: [] };
}

/** The text as it would be with all that is open. */
export function resultOf({ text, open }: Proposal): string {
  return withHunks(text, open);
}

/** The line of a hunk in `resultOf`. */
export function lineInResult({ open }: Proposal, hunk: Hunk): number {
  return open
    .filter(({ start }) => start < hunk.start)
    .reduce((line, before) => line + growthOf(before), hunk.start);
}

/** The open hunk at a line of `resultOf`, or else the next one below it, or the last. */
export function hunkAtLine(proposal: Proposal, line: number): Hunk | undefined {
  const below = proposal.open.find(
    (hunk) => line < lineInResult(proposal, hunk) + Math.max(1, hunk.lines.length),
  );
  return below ?? proposal.open.at(-1);
}

/** The proposal once hunks are in the text: the rest counts on in the new one. */
export function accepted(proposal: Proposal, ids: ReadonlySet<number>): Proposal {
  const taken = proposal.open.filter(({ id }) => ids.has(id));
  return {
    text: withHunks(proposal.text, taken),
    open: moved(
      proposal.open.filter(({ id }) => !ids.has(id)),
      taken,
    ),
    outdated: moved(proposal.outdated, taken),
  };
}

export function refused(proposal: Proposal, ids: ReadonlySet<number>): Proposal {
  return {
    ...proposal,
    open: proposal.open.filter(({ id }) => !ids.has(id)),
    outdated: proposal.outdated.filter(({ id }) => !ids.has(id)),
  };
}

/**
 * The proposal for the text as it has become meanwhile. A change elsewhere moves the hunks; one in a hunk's own place
 * makes it outdated, since nobody knows what of the two was meant.
 */
export function rebased(proposal: Proposal, text: string): Proposal {
  if (text === proposal.text) return proposal;
  const changes = hunksBetween(proposal.text, text);
  const fits = (hunk: Hunk): boolean => !changes.some((change) => meets(hunk, change));
  const { open } = proposal;
  const lines = linesOf(text).length;
  const outdated = [...open.filter((hunk) => !fits(hunk)), ...proposal.outdated];
  return {
    text,
    open: moved(open.filter(fits), changes),
    outdated: moved(outdated, changes).map((hunk) => ({ ...hunk, start: Math.min(hunk.start, lines - 1) })),
  };
}

function moved(hunks: readonly Hunk[], by: readonly Hunk[]): readonly Hunk[] {
  return hunks.map((hunk) => {
    const shift = by
      .filter(({ end }) => end <= hunk.start)
      .reduce((lines, before) => lines + growthOf(before), 0);
    return { ...hunk, start: hunk.start + shift, end: hunk.end + shift };
  });
}

/** Whether a change is in a hunk's own place. Lines that only come stand between two that must be there still. */
function meets({ start, end }: Hunk, change: Hunk): boolean {
  if (start === end) return change.start <= start && start <= change.end;
  return change.start < end && start < change.end;
}
