import { columns, leading, whiteOf } from './indentation';
import { closesBlock } from './blocks';
import { isLoose, misfit, misfitInside } from './layout';
import type { Line, Surroundings } from './surroundings';

/** So much better have moved lines to fit. */
const clearly = 1.3;
/** How odd it is that the block is left without being closed, on the line after its first. */
const lost = 1.5;

/** The block styles in which the indentation of a line follows from the line before it. */
const movableStyles = new Set(['braces', 'words', 'indent', 'markup']);

/** A move of a text's lines, from one of them on. */
interface Shift {
  /** The first line that moves. */
  readonly from: number;
  /** Columns to the right. */
  readonly by: number;
}

/**
 * A text with its lines where the block around the cursor has them, in the file's tabs or spaces. What fits already
 * stays as it is.
 * @param whole true where nothing is to come between the text and the line below.
 */
export function reindent(text: string, around: Surroundings, whole: boolean): string {
  const bare = withoutRepeatedIndent(text, around);
  if (!bare.includes('\n') && around.head !== '') return bare;
  return stylings(bare, around)
    .map((styled) => moved(styled, around, whole))
    .reduce((best, each) => (each.misfit < best.misfit ? each : best)).text;
}

/** The cursor's line is already indented: the text's first line is not, once more. */
function withoutRepeatedIndent(text: string, { head }: Surroundings): string {
  if (head === '' || head.trim() !== '' || !/^[ \t]+\S/.test(text)) return text;
  return text.trimStart();
}

/** The text with the kind of white space that the file has; where tabs may mean several widths, each of them. */
function stylings(text: string, { style, inside }: Surroundings): string[] {
  if (!style.known || style.mixed || (inside !== undefined && !inside.comment)) return [text];
  const whites = text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map(leading);
  if (!style.tabs) {
    if (!whites.some((white) => white.startsWith('\t'))) return [text];
    return [...new Set([style.unit, 4, 2, 8])].map((width) =>
      text.replace(/^\t+/gm, (tabs) => ' '.repeat(tabs.length * width)),
    );
  }
  const spaced = whites.filter((white) => white.startsWith('  '));
  if (spaced.length === 0 || whites.some((white) => white.startsWith('\t'))) return [text];
  const units = [4, 2, 8, 3].filter((unit) => spaced.every((white) => white.length % unit === 0));
  if (units.length === 0) return [text];
  return units.map((unit) =>
    text.replace(/^ +/gm, (spaces) => '\t'.repeat(Math.floor(spaces.length / unit))),
  );
}

function moved(text: string, around: Surroundings, whole: boolean): { text: string; misfit: number } {
  const { style, syntax, inside, rest } = around;
  const movable = movableStyles.has(syntax.blocks);
  const lines = text.split('\n');
  const places = lines.flatMap((line, index) => (line.trim() === '' ? [] : [index]));
  const isStarred = inside?.comment === true && lines.slice(1).every((line) => /^\s*(?:\*|$)/.test(line));
  if (!movable || (inside !== undefined && !isStarred) || !style.known || rest.trim() !== '' || style.mixed) {
    return { text, misfit: 0 };
  }
  const base =
    around.head === '' ? (around.above.at(-1)?.indent ?? 0) : columns(leading(around.head), style.tab);
  const read = (line: string): Line => ({ text: line.trimEnd(), indent: columns(leading(line), style.tab) });
  const { before, fixed } = lineAbove(places, around);
  if (before === undefined || places.length <= fixed) return { text, misfit: 0 };
  const said = places.map((place, index) =>
    index === 0 && fixed === 1 ? read(around.head + (lines[place] ?? '')) : read(lines[place] ?? ''),
  );
  // A text that has lost the block's indentation, as a model writes it for itself: all but its first line.
  const second = said[1];
  const isLost =
    base > 0 &&
    (places[1] ?? 0) - (places[0] ?? 0) === 1 &&
    second?.indent === 0 &&
    places.length > fixed + (fixed === 1 ? 0 : 1) &&
    !isLoose(second.text) &&
    !closesBlock(second.text, syntax) &&
    !syntax.middle.test(second.text);
  const cost = ({ from, by }: Shift): number => {
    const at = (index: number): Line | undefined => {
      const line = said[index];
      return line === undefined || index < from ? line : { ...line, indent: line.indent + by };
    };
    const pairs: (readonly [Line | undefined, Line | undefined])[] = [[before, at(0)]];
    if (fixed === 1) pairs.pop();
    pairs.push([at(0), at(1)]);
    if (whole) pairs.push([at(said.length - 1), around.below[0]]);
    let sum = isLost && (from > 1 || by <= 0) ? lost : 0;
    for (const [first, second] of pairs) {
      if (first !== undefined && second !== undefined) sum += misfit(first, second, around);
    }
    const inside = said.map((line, index) => at(index) ?? line);
    sum += misfitInside(inside, fixed, around);
    const least = Math.min(...said.map((_, index) => at(index)?.indent ?? 0));
    return least < 0 ? Infinity : sum;
  };
  const stay = cost({ from: 0, by: 0 });
  let best: Shift & { cost: number } = { from: 0, by: 0, cost: stay };
  if (stay >= clearly) {
    // After a blank line at the margin something else begins.
    const ends = places[1] !== undefined && said[1]?.indent === 0 && lines[places[1] - 1]?.trim() === '';
    for (const shift of shifts(said, before, fixed, around)) {
      if (ends && shift.from === 1) continue;
      const its = cost(shift);
      if (its < best.cost) best = { ...shift, cost: its };
    }
  }
  if (stay - best.cost < clearly) return { text, misfit: stay };
  const start = places[best.from] ?? 0;
  const result = lines.map((line, index) => {
    if (index < start || line.trim() === '') return line;
    const white = leading(line);
    return whiteOf(columns(white, style.tab) + best.by, style) + line.slice(white.length);
  });
  return { text: result.join('\n'), misfit: best.cost };
}

/** The line that the text's first line follows, and how many of the text's lines cannot move. */
function lineAbove(
  places: readonly number[],
  { head, above, style }: Surroundings,
): { before: Line | undefined; fixed: number } {
  if (head === '') return { before: above.at(-1), fixed: 0 };
  const own: Line = { text: head.trimEnd(), indent: columns(leading(head), style.tab) };
  if (places[0] !== 0) return { before: head.trim() === '' ? undefined : own, fixed: 0 };
  return { before: own, fixed: 1 };
}

/** The moves that would make the text's first lines fit. */
function shifts(said: readonly Line[], before: Line, fixed: number, around: Surroundings): Shift[] {
  const { style, open } = around;
  const found: Shift[] = [];
  const first = said[0];
  const second = said[1];
  const add = (from: number, line: Line | undefined, base: number): void => {
    if (line === undefined) return;
    for (const indent of [base, base + style.unit]) {
      if (indent !== line.indent) found.push({ from, by: indent - line.indent });
    }
  };
  if (fixed === 0) add(0, first, before.indent);
  add(1, second, first?.indent ?? 0);
  const closer = said.findLast((line) => /^\s*[)\]}]/.test(line.text));
  const opener = open.at(-1);
  if (closer !== undefined && opener !== undefined && closer.indent !== opener.indent) {
    found.push({ from: 1, by: opener.indent - closer.indent });
  }
  return found;
}

/** Columns by which the lines of a text after the first stand to the right of where they will be; `whole` as for `reindent`. */
export function shiftOf(text: string, around: Surroundings, whole: boolean): number {
  if (!text.includes('\n')) return 0;
  const lines = text.split('\n');
  const result = reindent(text, around, whole).split('\n');
  for (let index = lines.length - 1; index > 0; index -= 1) {
    const line = lines[index] ?? '';
    if (line.trim() === '') continue;
    const { tab } = around.style;
    return columns(leading(line), tab) - columns(leading(result[index] ?? ''), tab);
  }
  return 0;
}
