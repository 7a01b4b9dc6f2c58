import type { Fitted } from './request';
import { scan } from './scan';
import type { Surroundings } from './surroundings';

/** What an editor puts behind the cursor by itself. */
const autoClosed = /^[)\]}"'`]+$/;

/** True where the rest of a line is nothing but what an editor closes by itself. */
export function isAutoClosed(rest: string): boolean {
  return autoClosed.test(rest.trimEnd());
}

/**
 * The closers that an editor has put behind the cursor, where the text closes what they close and goes on after it:
 * the text stands for them then.
 */
export function replacedRest(text: string, around: Surroundings): number | undefined {
  const { rest, inside, syntax } = around;
  const closers = rest.trimEnd();
  if (!autoClosed.test(closers)) return undefined;
  const at = closingAt(text, closers.charAt(0), around);
  if (at === undefined || !text.startsWith(closers, at)) return undefined;
  const after = text.slice(at + closers.length);
  const more = /^[^\n]*/.exec(after)?.[0] ?? '';
  if (more.trim() === '') return undefined;
  const end = scan(text.slice(0, at + closers.length + more.length), syntax, inside);
  const brackets = closers.replace(/["'`]/g, '').length;
  const isWhole = end.inside === undefined && end.unmatched.length >= brackets;
  return isWhole && end.open.every(({ text: opener }) => opener === '{') ? closers.length : undefined;
}

/** Where a text closes the bracket or string that the cursor stands in. */
function closingAt(text: string, closer: string, { inside, syntax }: Surroundings): number | undefined {
  if (inside !== undefined && !inside.comment) {
    if (closer !== inside.close) return undefined;
    return quoteAt(text, closer);
  }
  return scan(text, syntax, inside).unmatched.find((mark) => mark.text === closer)?.index;
}

function quoteAt(text: string, quote: string): number | undefined {
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) {
    if (!/\\(?:\\\\)*$/.test(text.slice(0, at))) return at;
  }
  return undefined;
}

/**
 * Where a text says again what stands right behind the cursor: the quote that closes the string, a bracket that it
 * has not opened, a comma.
 */
export function repeatedRest(text: string, around: Surroundings): number | undefined {
  const { rest, inside, syntax } = around;
  const first = rest.charAt(0);
  if (first === '' || replacedRest(text, around) !== undefined) return undefined;
  if (inside !== undefined && !inside.comment && !inside.multiline && first === inside.close) {
    return quoteAt(text, first);
  }
  if (/[)\]}]/.test(first)) {
    const isText = inside !== undefined || syntax.blocks === 'prose' || syntax.blocks === 'markup';
    return isText && !text.includes('\n') ? bareClosing(text, first) : undefined;
  }
  if (rest.trim() === ';' && inside === undefined) {
    const end = scan(text, syntax).code.indexOf(';');
    if (end >= 0 && scan(text.slice(0, end), syntax).open.length === 0) return end;
  }
  const last = text.trimEnd();
  if (/[,;]/.test(first) && last.endsWith(first) && !last.endsWith(first + first)) return last.length - 1;
  if (/["'`]/.test(first) && last.endsWith(first) && last.split(first).length % 2 === 0)
    return last.length - 1;
  return undefined;
}

/** The first closing bracket of a kind that has no opening one, strings and comments not understood. */
function bareClosing(text: string, closer: string): number | undefined {
  const opener = { ')': '(', ']': '[', '}': '{' }[closer];
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === opener) depth += 1;
    else if (character === closer) {
      if (depth === 0) return at;
      depth -= 1;
    }
  }
  return undefined;
}

/** A text with what it replaces of the rest of the cursor's line. */
export function fitRest(text: string, around: Surroundings): Fitted {
  return { text, replaceSuffix: replacedRest(text, around) ?? 0 };
}
