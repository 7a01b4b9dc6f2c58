import type { Syntax } from '../language/programming/syntax';
import { syntaxOf } from '../language/programming/syntaxOf';
import { columns, indentStyle, leading, type IndentStyle } from './indentation';
import { lastLines } from './lines';
import { lineBefore, restOfLine, type Place } from './request';
import { closerOf, scan, type Inside, type Mark } from './scan';

/** How much of the text before and after the cursor is looked at, in characters. */
const before = 12_000;
const after = 6_000;
/** How many lines before and after the cursor's tell the file's style. */
const linesAbove = 150;
const linesBelow = 100;

/** A line that is not blank. */
export interface Line {
  /** Without white space at its end. */
  readonly text: string;
  /** Columns. */
  readonly indent: number;
}

/** A bracket that is open at the cursor, and the indentation of the line that opens it. */
export interface OpenBracket extends Mark {
  readonly indent: number;
  /** The column where it stands. */
  readonly column: number;
}

/** What stands around the cursor, read once for a place. */
export interface Surroundings {
  readonly syntax: Syntax;
  readonly style: IndentStyle;
  /** The cursor's line up to the cursor, and after it. */
  readonly head: string;
  readonly rest: string;
  /** The near text before the cursor, and after it. */
  readonly prefix: string;
  readonly suffix: string;
  /** The lines above the cursor's that are not blank, the nearest last. */
  readonly above: readonly Line[];
  /** The lines below the cursor's that are not blank. */
  readonly below: readonly Line[];
  /** The string or comment that the cursor stands in. */
  readonly inside: Inside | undefined;
  /** Brackets open at the cursor, outermost first. */
  readonly open: readonly OpenBracket[];
  /** How many of them what follows the cursor leaves for the suggestion to close; `undefined` where it is cut off. */
  readonly due: number | undefined;
}

/** Places in use at the same time: where a text was begun, where the cursor is. */
const remembered = 4;
let known: readonly (readonly [place: Place, around: Surroundings])[] = [];

/** Reads what stands around a place; the second time for the same object it is remembered. */
export function surroundings(place: Place): Surroundings {
  const found = known.find(([one]) => one === place)?.[1];
  if (found !== undefined) return found;
  const around = read(place);
  known = [[place, around] as const, ...known].slice(0, remembered);
  return around;
}

function read(place: Place): Surroundings {
  const prefix = tail(place.prefix);
  const suffix = place.suffix.slice(0, after);
  const syntax = syntaxOf(place.languageId, prefix + suffix);
  const head = lineBefore(place);
  const rest = restOfLine(place);
  const aboveText = lastLines(prefix.slice(0, prefix.length - head.length), linesAbove);
  const belowText = suffix.slice(rest.length + 1).split('\n', linesBelow + 1);
  if (place.suffix.length > after || belowText.length > linesBelow) belowText.pop();
  const style = indentStyle([...aboveText, head + rest, ...belowText]);
  const lines = (texts: readonly string[]): Line[] =>
    texts
      .filter((text) => text.trim() !== '')
      .map((text) => ({ text: text.trimEnd(), indent: columns(leading(text), style.tab) }));
  const above = lines(aboveText.slice(-60));
  const below = lines(belowText);
  const { open: marks, inside } = scan(prefix, syntax);
  /** Of the line on which the brackets are opened that a line closes. */
  const statementIndent = (line: string, start: number): number => {
    const whole = scan(prefix.slice(0, start), syntax).open;
    const opener = whole.at(-scan(line, syntax).unmatched.length);
    const at = opener === undefined ? start : prefix.lastIndexOf('\n', opener.index) + 1;
    return columns(leading(prefix.slice(at)), style.tab);
  };
  const open = marks.map((mark) => {
    const start = prefix.lastIndexOf('\n', mark.index) + 1;
    const line = prefix.slice(start, mark.index);
    const indent = columns(leading(prefix.slice(start)), style.tab);
    const begins = scan(line, syntax).unmatched.length === 0 ? indent : statementIndent(line, start);
    return { ...mark, indent: begins, column: indent + line.trimStart().length };
  });
  const due = dueClosers(open, { suffix, syntax, inside, next: nextLine(head, rest, below, style) });
  return { syntax, style, head, rest, prefix, suffix, above, below, inside, open, due };
}

/** The last part of a text, from the start of a line. */
function tail(text: string): string {
  if (text.length <= before) return text;
  const start = text.indexOf('\n', text.length - before - 1) + 1;
  return text.slice(start === 0 ? text.length - before : start);
}

/** The line that will follow the suggestion, where it begins a line of its own. */
function nextLine(head: string, rest: string, below: readonly Line[], style: IndentStyle): Line | undefined {
  if (rest.trim() === '') return below[0];
  if (head.trim() !== '') return undefined;
  const text = (head + rest).trimEnd();
  return { text, indent: columns(leading(text), style.tab) };
}

interface After {
  readonly suffix: string;
  readonly syntax: Syntax;
  readonly inside: Inside | undefined;
  readonly next: Line | undefined;
}

/**
 * How many of the brackets open at the cursor are not closed after it. The next line tells it: by the bracket that it
 * begins with, else by its indentation; where text stands behind the cursor, the first closer that follows does.
 */
function dueClosers(open: readonly OpenBracket[], after: After): number | undefined {
  const { suffix, syntax, inside, next } = after;
  if (open.length === 0) return 0;
  if (suffix.trim() === '') return open.length;
  const innermost = [...open].reverse();
  const { unmatched } = scan(suffix, syntax, inside);
  const count = (closed: (bracket: OpenBracket) => boolean): number => {
    const kept = innermost.findIndex((bracket) => !closed(bracket));
    return kept < 0 ? innermost.length : kept;
  };
  if (next !== undefined) {
    const first = next.text.trim().charAt(0);
    if (!/[)\]}]/.test(first)) {
      if (syntax.blocks === 'parens') return count(({ column }) => column >= next.indent);
      const closer = unmatched[0]?.text;
      return count(
        ({ indent, text }) => next.indent <= indent || (text !== '{' && closerOf[text] !== closer),
      );
    }
    const exact = innermost.findIndex(
      ({ text, indent, column }) =>
        closerOf[text] === first && (indent === next.indent || column === next.indent),
    );
    if (exact >= 0) return exact;
  }
  const [first] = unmatched;
  if (first === undefined) return undefined;
  if (syntax.blocks === 'parens') return unmatched.length >= open.length ? 0 : undefined;
  const due = innermost.findIndex(({ text }) => closerOf[text] === first.text);
  return due < 0 ? undefined : due;
}
