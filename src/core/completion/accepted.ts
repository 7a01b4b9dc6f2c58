/** A change of a document, in characters from its start. */
export interface TextChange {
  readonly offset: number;
  readonly removed: number;
  readonly text: string;
}

/** Fewer characters at once are typing. */
const leastTaken = 2;
/** As many of its lines have to be there still. */
const keptShare = 2 / 3;

/**
 * Whether a change is a part of a suggestion that was taken, as with VS Code's "accept next word": more than a key
 * at once, at the cursor, and just what the suggestion begins with.
 * @param offered what was on offer, and where its text begins.
 */
export function isPartOf(
  change: TextChange,
  offered: { readonly offset: number; readonly text: string },
): boolean {
  const { text, offset } = change;
  if (text.length < leastTaken || text.length >= offered.text.length) return false;
  // An editor's own pairs and indentation come in one piece as well.
  if (/^(?:\s+|\(\)|\[\]|\{\}|""|''|``|<>)$/.test(text)) return false;
  return offset === offered.offset && offered.text.startsWith(text);
}

/** Where a piece of text that begins at `start` is after a change; `undefined` where its beginning is gone. */
export function shifted(start: number, { offset, removed, text }: TextChange): number | undefined {
  if (offset >= start) return start;
  if (offset + removed > start) return undefined;
  return start + text.length - removed;
}

/** Whether a suggestion that was taken still stands at its place. */
export function isKept(suggestion: string, nowThere: string): boolean {
  const lines = linesOf(suggestion);
  if (lines.length === 0) return false;
  const there = new Set(linesOf(nowThere));
  const kept = lines.length === 1 ? nowThere.includes(lines[0] ?? '') : undefined;
  return kept ?? lines.filter((line) => there.has(line)).length / lines.length >= keptShare;
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
