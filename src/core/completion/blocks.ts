import type { Syntax } from '../language/programming/syntax';
import { scan } from './scan';

const openingEnd = /[{:]\s*$|(?:->|=>|=|\b(?:then|do|begin|loop|is|of|where|try|else))\s*$/i;

const openTag =
  /<(?!(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)\b)[a-z][^<>]*(?<!\/)>\s*$/i;

/** True where a line opens a block: a brace, a word, a colon at its end. */
export function opensBlock(line: string, syntax: Syntax): boolean {
  if (syntax.blocks === 'markup') return openTag.test(line);
  const { code, open } = scan(line, syntax);
  if (openingEnd.test(code) || open.at(-1)?.text === '{') return true;
  if (syntax.opener === undefined) return false;
  const count = (words: RegExp | undefined): number =>
    words === undefined ? 0 : [...code.matchAll(words)].length;
  return count(syntax.opener) > count(syntax.closer);
}

/** True where a line begins with what closes a block. */
export function closesBlock(line: string, syntax: Syntax): boolean {
  const code = line.trim();
  if (/^(?:[)\]}]|<\/)/.test(code)) return true;
  if (syntax.closer === undefined) return false;
  syntax.closer.lastIndex = 0;
  return syntax.closer.exec(code)?.index === 0;
}

/**
 * A text whose lines like `} else {` neither close nor open: the block that was open before them is the one that is
 * closed after them. Of the same length.
 */
export function joined(text: string): string {
  return text.includes('}') ? text.replace(/^([ \t]*)\}([^{}\n]*)\{(?=[ \t]*$)/gm, '$1 $2 ') : text;
}
