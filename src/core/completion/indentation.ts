const space = 32;
const tabulator = 9;

/** The white space at a line's start. */
export function leading(line: string): string {
  let end = 0;
  while (line.charCodeAt(end) === space || line.charCodeAt(end) === tabulator) end += 1;
  return line.slice(0, end);
}

/** Columns of white space; a tab goes on to the next multiple of `tab`. */
export function columns(white: string, tab: number): number {
  let width = 0;
  for (let at = 0; at < white.length; at += 1) {
    width = white.charAt(at) === '\t' ? width + tab - (width % tab) : width + 1;
  }
  return width;
}

/** How a file indents. */
export interface IndentStyle {
  readonly tabs: boolean;
  /** Columns of one step; also the width of a tab where nothing else says it. */
  readonly unit: number;
  /** Columns of a tab. */
  readonly tab: number;
  /** True where some lines begin with tabs and some with spaces. */
  readonly mixed: boolean;
  /** False where the file shows no indented line. */
  readonly known: boolean;
}

/** Reads the style off some lines of a file. */
export function indentStyle(lines: readonly string[]): IndentStyle {
  let tabbed = 0;
  let spaced = 0;
  const steps = new Map<number, number>();
  let before = 0;
  for (const line of lines) {
    if (line.trim() === '') continue;
    const white = leading(line);
    if (white.startsWith('\t')) tabbed += 1;
    else if (white.length > 1) spaced += 1;
    if (!white.includes('\t')) {
      const step = white.length - before;
      if (step > 1 && step <= 8) steps.set(step, (steps.get(step) ?? 0) + 1);
      before = white.length;
    }
  }
  const tabs = tabbed > spaced;
  const [best] = [...steps].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  const unit = tabs ? (spaced > 0 && best !== undefined && tabbed < 2 * spaced ? 8 : 4) : (best?.[0] ?? 4);
  const tab = !tabs && tabbed > 0 ? 8 : tabs ? unit : 4;
  return { tabs, unit, tab, mixed: tabbed > 0 && spaced > 0, known: tabbed + spaced > 0 };
}

/** White space of a width, as the file writes it. */
export function whiteOf(width: number, { tabs, tab }: IndentStyle): string {
  if (!tabs) return ' '.repeat(Math.max(0, width));
  const full = Math.max(0, width);
  return '\t'.repeat(Math.floor(full / tab)) + ' '.repeat(full % tab);
}
