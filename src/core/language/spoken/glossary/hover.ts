import { syntaxOf } from '../../programming/syntaxOf';
import type { AnswerLanguage } from '../languages';
import type { GlossaryEntry } from './entry';
import type { Glossary } from './glossary';

/** What can be known of a place without reading the whole document. */
export interface Place {
  readonly languageId: string;
  readonly line: string;
  /** Counted from 0. */
  readonly column: number;
  /** Some lines above it, for a comment that began there. */
  readonly above: string;
}

/** The entry to show at a place, and the columns it is about. */
export interface Found {
  readonly entry: GlossaryEntry;
  readonly start: number;
  readonly end: number;
}

/** A line longer than this was not written by a person. */
const longestLine = 1_000;

/** The entry for the keyword at a place, or for the term there where it stands in a comment. */
export function entryAt(place: Place, glossary: Glossary, language: AnswerLanguage): Found | undefined {
  if (place.line.length > longestLine) return undefined;
  const { comment, string } = insideOf(place);
  if (string) return undefined;
  if (comment) {
    const found = glossary
      .matches(place.line, language)
      .find(({ start, end }) => start <= place.column && place.column <= end);
    return found && { entry: found.entry, start: found.start, end: found.end };
  }
  for (const match of place.line.matchAll(/[\p{L}_][\p{L}\p{N}_]*/gu)) {
    const end = match.index + match[0].length;
    if (match.index > place.column || end < place.column) continue;
    // `x.class` and `@import` are names here, and `for-each` is one word.
    if (/[.\-$]$/.test(place.line.slice(0, match.index)) || place.line[end] === '-') return undefined;
    const entry = glossary.keyword(match[0], place.languageId);
    return entry && { entry, start: match.index, end };
  }
  return undefined;
}

/** Whether a place is in a comment or a string, as far as the line and some lines above it tell. */
function insideOf({ languageId, line, column, above }: Place): { comment: boolean; string: boolean } {
  const { lineComments, blockComments, strings } = syntaxOf(languageId, above + line);
  const opened = blockComments.find(([open, close]) => above.lastIndexOf(open) > above.lastIndexOf(close));
  const end = opened === undefined ? -1 : line.indexOf(opened[1]);
  if (opened !== undefined && (end < 0 || column <= end)) return { comment: true, string: false };
  let quote: string | undefined;
  for (let at = opened === undefined ? 0 : end + opened[1].length; at < column; at += 1) {
    if (quote !== undefined) {
      if (line[at] === '\\') at += 1;
      else if (line.startsWith(quote, at)) quote = undefined;
      continue;
    }
    if (lineComments.some((mark) => line.startsWith(mark, at))) return { comment: true, string: false };
    const block = blockComments.find(([open]) => line.startsWith(open, at));
    if (block !== undefined) {
      const close = line.indexOf(block[1], at + block[0].length);
      if (close < 0 || close >= column) return { comment: true, string: false };
      at = close + block[1].length - 1;
      continue;
    }
    quote = strings.find(({ open }) => line.startsWith(open, at))?.close;
  }
  return { comment: false, string: quote !== undefined };
}
