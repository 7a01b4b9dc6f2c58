const closerOf: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };
const closers = new Set(Object.values(closerOf));
const quotes = new Set(['"', "'", '`']);

/** A place in a text that lies in no bracket and no string that was opened inside the text. */
export interface TopLevelPlace {
  readonly index: number;
  readonly character: string;
  /** True for a closing bracket whose opening one stands before the text. */
  readonly unmatched: boolean;
}

/**
 * The places of `text` outside of all brackets and strings that it opens itself, in order, up to the first
 * closing bracket without an opening one. A quote that is not closed on its line is taken for an apostrophe.
 * @param insideString the quote of the string in which the text begins, where it does.
 */
export function* topLevel(text: string, insideString?: string): Generator<TopLevelPlace> {
  const open: string[] = [];
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charAt(index);
    if (insideString !== undefined) {
      if (character === '\\') index += 1;
      else yield { index, character, unmatched: false };
      continue;
    }
    if (quotes.has(character)) {
      const end = endOfString(text, index);
      if (end !== undefined) {
        index = end;
        continue;
      }
    }
    if (closers.has(character)) {
      if (open.length === 0) {
        yield { index, character, unmatched: true };
        return;
      }
      if (open.at(-1) === character) open.pop();
      continue;
    }
    if (open.length === 0) yield { index, character, unmatched: false };
    const closer = closerOf[character];
    if (closer !== undefined) open.push(closer);
  }
}

/** True where every bracket of `text` is closed in it and none is closed that it does not open. */
export function isBalanced(text: string): boolean {
  let depth = 0;
  for (const character of text) {
    if (character in closerOf) depth += 1;
    else if (closers.has(character)) depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

function endOfString(text: string, start: number): number | undefined {
  const quote = text.charAt(start);
  for (let index = start + 1; index < text.length; index += 1) {
    const character = text.charAt(index);
    if (character === '\\') index += 1;
    else if (character === quote) return index;
    else if (character === '\n' && quote !== '`') return undefined;
  }
  return undefined;
}
