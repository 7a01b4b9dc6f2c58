import type { OpenText } from './openText';

/** A longer line is generated or minified text. In characters. */
export const longestLine = 300;

/**
 * Lines of a document, without the indentation that they share and without blank lines around them.
 * @param last the last line, itself included; beyond the end it is the end.
 * @param most in characters; whole lines are left out at the end.
 * @returns an empty text where a line is too long to be a person's.
 */
export function pieceOf(text: OpenText, first: number, last: number, most: number): string {
  const lines: string[] = [];
  let length = 0;
  for (let at = Math.max(0, first); at <= Math.min(last, text.lineCount - 1); at += 1) {
    const line = text.line(at).trimEnd();
    if (line.length > longestLine) return '';
    length += line.length + 1;
    if (length > most) break;
    lines.push(line);
  }
  while (lines.at(-1) === '') lines.pop();
  while (lines[0] === '') lines.shift();
  return dedented(lines).join('\n');
}

function dedented(lines: readonly string[]): readonly string[] {
  const [first] = lines
    .filter((line) => line !== '')
    .map(indentation)
    .sort((a, b) => a.length - b.length);
  if (first === undefined || first === '') return lines;
  return lines.map((line) => (line.startsWith(first) ? line.slice(first.length) : line));
}

function indentation(line: string): string {
  return /^\s*/.exec(line)?.[0] ?? '';
}
