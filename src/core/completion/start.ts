import { opensBlock } from './blocks';
import { columns, leading } from './indentation';
import type { Surroundings } from './surroundings';

/** How a text's beginning is made to fit: so many characters left out, and what is put before the rest. */
export interface Start {
  readonly skip: number;
  readonly add: '' | '\n';
}

/**
 * Fits a text's beginning to the cursor: without the space that the family's tokenizer may add, without a line end
 * that the cursor's line has no use for, and with the one that a finished line needs.
 * @param led true where something before the text was left out; the line ends at its start say nothing then.
 */
export function fittingStart(text: string, around: Surroundings, led: boolean): Start {
  const { head, rest } = around;
  const breaks = /^(?:[ \t]*\n)+/.exec(text)?.[0].length ?? 0;
  if (head.trim() === '') {
    const from = head !== '' || led ? breaks : 0;
    return { skip: from + (isStraySpace(text.slice(from), around) ? 1 : 0), add: '' };
  }
  const line = text.slice(breaks);
  if (breaks > 0) {
    if (beginsLine(line, around, led)) {
      const ends = led ? text.slice(0, breaks).lastIndexOf('\n') : 0;
      return { skip: ends, add: '' };
    }
    if (!led) return { skip: text.length - line.trimStart().length, add: '' };
  } else if (rest.trim() === '' && missesBreak(text, around)) return { skip: 0, add: '\n' };
  return { skip: breaks + (isStraySpace(line, around) ? 1 : 0), add: '' };
}

const openEnd = /(?:[=+\-*/&|<.]|\b(?:return|in|and|or|not|new|import|from))\s*$/;

/** True where a line that the text begins may stand below the cursor's. */
function beginsLine(line: string, { head, style, rest, syntax }: Surroundings, led: boolean): boolean {
  if (line === '') return !led;
  const own = columns(leading(head), style.tab);
  const indent = columns(leading(line), style.tab);
  if (led) {
    if (indent > own) return opensBlock(head, syntax) || /[([,;}]$/.test(head);
    return rest.trim() === '' && /[;}]$/.test(head) && indent === own;
  }
  if (indent > own) return true;
  return rest.trim() === '' && !/\s$/.test(head) && !openEnd.test(head);
}

/** True where the cursor's line is finished and the text is the next one, without the line end between them. */
function missesBreak(text: string, { head, style, syntax }: Surroundings): boolean {
  const white = leading(text);
  if (white.length < 2 && white !== '\t') return false;
  const own = columns(leading(head), style.tab);
  const indent = columns(white, style.tab);
  if (opensBlock(head, syntax)) return indent > own;
  return /[;}]$/.test(head) && indent === own && /^\s*[^\s/#*-]/.test(text);
}

/** True where one space too many stands at the start of a text. */
function isStraySpace(text: string, { head, prefix, rest, below, above }: Surroundings): boolean {
  if (!/^ \S/.test(text)) return false;
  if (head === '')
    return !/(?:^|\n) \S[^\n]*\n$/.test(prefix) && below[0]?.indent !== 1 && !/^ \S/.test(rest);
  if (above.at(-1)?.text.startsWith(`${head} `) === true) return false;
  if (head.trim() === '' || /\S $/.test(head)) return true;
  return /[([.]$/.test(head) && !/[([] \S/.test(prefix);
}
