/** A line that begins or ends fenced code, also inside a list item: indentation, marker, fence, rest. */
const fenceLine = /^([ \t]*)((?:[-*+]|\d{1,9}[.)])[ \t]+)?(`{3,}|~{3,})(.*)$/;

/** Stands for a tab while Markdown is cut into tokens. A code point that Unicode keeps free for such use. */
const shieldedTab = '\uFDD0';

interface Fence {
  readonly mark: string;
  /** Columns before the fence; as many belong to the list and not to each line of code. */
  readonly indent: number;
}

function columns(space: string): number {
  let at = 0;
  for (const char of space) at = char === '\t' ? at - (at % 4) + 4 : at + 1;
  return at;
}

function next(open: Fence | undefined, line: string): Fence | undefined {
  const [, space = '', marker = '', mark = '', rest = ''] = fenceLine.exec(line) ?? [];
  if (mark === '') return open;
  if (open === undefined) {
    // Backticks after backticks on one line are inline code.
    if (mark.startsWith('`') && rest.includes('`')) return undefined;
    return { mark, indent: columns(space + marker) };
  }
  const closes = marker === '' && mark.startsWith(open.mark) && rest.trim() === '';
  return closes ? undefined : open;
}

function shieldLine(line: string, indent: number): string {
  let cut = 0;
  while (cut < line.length && /[ \t]/.test(line.charAt(cut)) && columns(line.slice(0, cut + 1)) <= indent)
    cut++;
  return line.slice(0, cut) + line.slice(cut).replaceAll('\t', shieldedTab);
}

/**
 * Protects the tabs of fenced code: `marked` writes tabs inside list items as spaces, and a copied Makefile or
 * Go file would come out broken. Lengths stay the same; `restoreTabs` brings the tabs back.
 */
export function shieldTabs(source: string): string {
  if (!source.includes('\t')) return source;
  let open: Fence | undefined;
  return source
    .split('\n')
    .map((line) => {
      const shielded = open && line.includes('\t') ? shieldLine(line, open.indent) : line;
      open = next(open, line);
      return shielded;
    })
    .join('\n');
}

export function restoreTabs(text: string): string {
  return text.replaceAll(shieldedTab, '\t');
}

/** Whether `source` ends inside fenced code. */
export function endsInFence(source: string): boolean {
  return source.split('\n').reduce<Fence | undefined>(next, undefined) !== undefined;
}
