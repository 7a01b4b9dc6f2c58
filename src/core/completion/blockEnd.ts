import { closesBlock, joined, opensBlock } from './blocks';
import { columns, leading } from './indentation';
import { isAutoClosed, repeatedRest, replacedRest } from './rest';
import { closerOf, scan } from './scan';
import type { Surroundings } from './surroundings';

/**
 * Where a text leaves the block of the cursor: before a closing bracket that has no opening one, after the last one
 * that was its to close, before a line that stands less deep, or at the end of a statement that has text behind it.
 */
export function blockEnd(
  text: string,
  around: Surroundings,
  shift: number,
  ended: boolean,
): number | undefined {
  // `}` may become `} else {`, and what follows a closer on its line may show that it is replaced.
  const settled = ended ? text : text.slice(0, text.lastIndexOf('\n') + 1);
  const isPlain = around.rest.trim() !== '' && !isAutoClosed(around.rest);
  const ends = [
    replacedRest(settled, around) === undefined ? closerTooMany(isPlain ? text : settled, around) : undefined,
    repeatedRest(settled, around),
    statementEnd(text, around),
    dedent(text, around, shift, ended),
  ].filter((end) => end !== undefined);
  return ends.length === 0 ? undefined : Math.min(...ends);
}

function closerTooMany(text: string, around: Surroundings): number | undefined {
  const { due, open, syntax, inside, rest } = around;
  if (due === undefined || syntax.blocks === 'prose' || syntax.blocks === 'markup') return undefined;
  if (inside !== undefined) return undefined;
  const { unmatched, open: opened } = scan(joined(text), syntax, inside);
  if (opened.length > 0 && opened.length >= unmatched.length - due && opensAtEnd(text, around))
    return undefined;
  const stack = [...open].reverse();
  let closed = 0;
  for (const mark of unmatched) {
    if (closerOf[stack[closed]?.text ?? ''] !== mark.text) return undefined;
    if (closed < due) {
      closed += 1;
      // A block is closed, all that was to close, and a blank line divides it from what follows.
      const after = /^[;,)]*[ \t]*(?=\n[ \t]*\n[\s]*\S)/.exec(text.slice(mark.index + 1));
      if (closed === due && mark.text === '}' && after !== null) return mark.index + 1 + after[0].length;
      continue;
    }
    const lineStart = text.lastIndexOf('\n', mark.index) + 1;
    const begins = text.slice(lineStart, mark.index).trim() === '';
    // Where the text is all about what comes after the block, and opens what follows it, there is nothing else to keep.
    if (text.slice(0, mark.index).trim() === '' && opened.length >= unmatched.length - due) return undefined;
    return begins && lineStart > 0 && rest.trim() === '' ? lineStart - 1 : mark.index;
  }
  return undefined;
}

/** True where a text closes as much as it opens, and what follows the cursor stands inside what it opens. */
function opensAtEnd(text: string, { below, style, rest }: Surroundings): boolean {
  const whole = text.trimEnd();
  const last = whole.slice(whole.lastIndexOf('\n') + 1);
  if (last === whole) return true;
  const [next] = below;
  if (next === undefined || rest.trim() !== '') return false;
  return /[{([]$/.test(last) && next.indent > columns(leading(last), style.tab);
}

/** With text behind the cursor, a suggestion ends with the line on which all is closed that it opens. */
function statementEnd(text: string, { rest, head, syntax, inside }: Surroundings): number | undefined {
  if (rest.trim() === '' || head.trim() === '') return undefined;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    if (text.slice(0, at).trim() === '') continue;
    const { open, unmatched, inside: within } = scan(text.slice(0, at), syntax, inside);
    // Between two brackets, lines stand below until the closing one.
    if (text.startsWith('\n') && /^[)\]}]/.test(rest) && unmatched.length === 0) continue;
    if (open.length === 0 && !(within?.multiline ?? false)) return at;
  }
  return undefined;
}

function dedent(text: string, around: Surroundings, shift: number, ended: boolean): number | undefined {
  const { head, style, syntax, inside, rest } = around;
  if (inside !== undefined || rest.trim() !== '') return undefined;
  const base = baseOf(text, around);
  if (base === undefined || base === 0) return undefined;
  const code = scan(text, syntax, inside).code;
  let blank = false;
  /** Where comments that may already belong to what stands behind the block begin. */
  let comments: number | undefined;
  let start = text.indexOf('\n') + 1;
  if (head.trim() === '' && text.slice(0, start).trim() === '' && start > 0) return undefined;
  while (start > 0) {
    const end = text.indexOf('\n', start);
    if (end < 0 && !ended) return undefined;
    const line = text.slice(start, end < 0 ? undefined : end);
    if (line.trim() === '') blank = true;
    else {
      const width = columns(leading(line), style.tab) - shift;
      const isComment = code.slice(start, start + line.length).trim() === '';
      const cut = text.slice(0, comments ?? start).trimEnd().length;
      if (isComment) {
        if (width < base && blank && width === 0) comments ??= start;
      } else if (width < base && leavesBlock(line.trim(), width, blank || comments !== undefined, around))
        return cut;
      else comments = undefined;
      blank = false;
    }
    if (end < 0) return comments === undefined ? undefined : text.slice(0, comments).trimEnd().length;
    start = end + 1;
  }
  return undefined;
}

function leavesBlock(line: string, width: number, blank: boolean, { syntax, below }: Surroundings): boolean {
  if (/^[)\]}]/.test(line)) return false;
  if (syntax.blocks === 'prose' || syntax.blocks === 'markup' || syntax.blocks === 'flat') return false;
  const [next] = below;
  if (syntax.middle.test(line)) return false;
  if (closesBlock(line, syntax)) return next?.indent === width && next.text.trim() === line;
  if (next !== undefined && next.indent > width) return true;
  return blank && width === 0;
}

/** Columns of the block that the cursor stands in. */
function baseOf(text: string, { head, style, syntax }: Surroundings): number | undefined {
  if (head.trim() !== '') return columns(leading(head), style.tab) + (opensBlock(head, syntax) ? 1 : 0);
  if (head !== '') return columns(head, style.tab);
  const first = /^(?:[ \t]*\n)*([ \t]*)\S/.exec(text)?.[1];
  return first === undefined ? undefined : columns(first, style.tab);
}
