import { syntaxOf } from '../language/programming/syntaxOf';
import type { Place } from './request';
import { scan } from './scan';

/** As much of the text behind the cursor may come next, in characters. */
const compared = 2_000;

/**
 * The lines that will not grow any more: those that have ended, and in a language of braces a last one that ends with
 * `;` or `{` outside of parentheses. It may still go on, but what stands there stays, and a token's time is won.
 */
export function settledLines(text: string, { languageId, suffix }: Place): string {
  const ended = text.slice(0, text.lastIndexOf('\n') + 1);
  const last = text.slice(ended.length);
  if (!/\S.*[;{]$/.test(last)) return ended;
  // It may be the line that follows: that shows only at its end.
  if (suffix.slice(0, compared).includes(last.trim())) return ended;
  const syntax = syntaxOf(languageId, text);
  if (syntax.blocks !== 'braces') return ended;
  const { open, inside } = scan(last, syntax);
  const isOpen = inside !== undefined || open.some((bracket) => bracket.text !== '{');
  return isOpen ? ended : text;
}

/** Without the word at the end, which may be half of one. */
export function wholeWords(text: string): string {
  return text.replace(/[\p{L}\p{N}_$]+$/u, '');
}

/**
 * Up to the end of the first line that says something new.
 * @param behind the rest of the cursor's line: closing signs that stand there already are nothing new.
 */
export function firstLine(text: string, behind: string): string {
  const closers = behind.trim();
  const start = text.search(/\S/);
  if (start < 0) return text;
  const repeated = closers !== '' && text.startsWith(closers, start) ? start + closers.length : start;
  const next = text.slice(repeated).search(/\S/);
  const end = text.indexOf('\n', repeated + Math.max(0, next));
  return end < 0 ? text : text.slice(0, end);
}
