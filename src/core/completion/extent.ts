import type { Syntax } from '../language/programming/syntax';
import { syntaxOf } from '../language/programming/syntaxOf';
import { isBetweenBraces } from './betweenBraces';
import { opensBlock } from './blocks';
import { lineBefore, restOfLine, type Place } from './request';

/**
 * How much is offered: the rest of the line, or the whole block. Decided when the model is asked, from the place
 * alone, and kept for as long as its text is served.
 */
export type Extent = 'line' | 'block';

/** A line that announces a block: it ends with an opening bracket, a colon, or a word that opens one. */
const header =
  /(?:[{([:]|=>|->|\b(?:then|do|begin|else|try|ensure|repeat|loop|of|is|where|struct|try|finally)|\bdo \|[^|]*\|)\s*$/i;
/** A declaration that opens a block without a sign at its end: the brace stands on the next line, or there is none. */
const declaration =
  /^\s*(?:(?:pure|elemental|recursive|local|public|private|protected|static|abstract|final|export|async) )*(?:def|function|subroutine|program|module|class|interface|sub|procedure|struct|enum|macro)\b/i;
const docstring = /^(?:"""|'''|\*)/;

/**
 * A block after a header line or a comment that says what comes, where nothing stands behind the cursor, and between
 * two braces; one line elsewhere.
 */
export function extentAt(place: Place): Extent {
  if (isBetweenBraces(place)) return 'block';
  if (restOfLine(place).trim() !== '') return 'line';
  const line = lineBefore(place);
  // A person who is still writing the line gets the line.
  if (line.trim() !== '') return isHeader(line) ? 'block' : 'line';
  const above = lineAbove(place);
  if (above === undefined) return 'line';
  const syntax = syntaxOf(place.languageId, place.prefix.slice(-lookedAt));
  return isHeader(above) || isComment(above, syntax) || opensByWord(above, syntax) ? 'block' : 'line';
}

/** `end do` ends with a word that opens, and closes all the same. */
function isHeader(line: string): boolean {
  return header.test(line) && !/^\s*end\b(?!\.)/i.test(line);
}

/** As much of the text before the cursor tells the shape of an unknown language, in characters. */
const lookedAt = 1_000;

/** The last line before the cursor's, where it is not blank. */
function lineAbove({ prefix }: Place): string | undefined {
  const end = prefix.lastIndexOf('\n');
  if (end < 0) return undefined;
  const line = prefix.slice(prefix.lastIndexOf('\n', end - 1) + 1, end);
  return line.trim() === '' ? undefined : line;
}

function isComment(line: string, { lineComments, blockComments, blocks }: Syntax): boolean {
  const text = line.trim().toLowerCase();
  const marks = [...lineComments, ...blockComments.map(([open]) => open)];
  if (marks.some((mark) => text.startsWith(mark.toLowerCase())) || docstring.test(text)) return true;
  // A heading says what comes as well.
  return blocks === 'prose' && text.startsWith('#');
}

/** With braces, `for (…)` stands at the head of one statement as well: there only declarations count. */
function opensByWord(line: string, syntax: Syntax): boolean {
  if (/[;{}]\s*$/.test(line) || /\bend\b/i.test(line)) return false;
  return declaration.test(line) || (syntax.opener !== undefined && opensBlock(line, syntax));
}
