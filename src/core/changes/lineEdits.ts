import { linesOf, type Hunk } from './hunks';

/** A replacement in a text, by lines and characters counted from 0. */
export interface TextEdit {
  readonly from: Place;
  readonly to: Place;
  readonly text: string;
}

interface Place {
  readonly line: number;
  readonly character: number;
}

/** What an editor has to replace in `text` so that a hunk is in it; its line ends are `\n`. */
export function editOf({ start, end, lines }: Hunk, text: string): TextEdit {
  const all = linesOf(text);
  if (end < all.length) {
    return {
      from: { line: start, character: 0 },
      to: { line: end, character: 0 },
      text: lines.map((line) => `${line}\n`).join(''),
    };
  }
  // The last line has no end of its own: the one before it gives its.
  const last = { line: all.length - 1, character: all.at(-1)?.length ?? 0 };
  if (start === 0) return { from: { line: 0, character: 0 }, to: last, text: lines.join('\n') };
  return {
    from: { line: start - 1, character: all[start - 1]?.length ?? 0 },
    to: last,
    text: lines.map((line) => `\n${line}`).join(''),
  };
}
