/** What is left of a generated text once a part of it has been typed. */
export interface Rest {
  /** The text that would come next. */
  readonly text: string;
  /** White space before the cursor that the text brings along itself, in other form. In characters. */
  readonly replacePrefix: number;
}

/**
 * How generated text and typed text go together: what is left of `generated`; `'behind'` where all of it has
 * been typed and more, so that only what is still to come can tell; `undefined` where they disagree.
 *
 * Indentation may differ: the editor indents a new line by its own rules, and the person may correct it. Where
 * the cursor stands in it, the generated indentation takes its place; further down the lines that are left move
 * along with what was typed.
 */
export function restAfter(
  generated: string,
  typed: string,
  startsLine: boolean,
): Rest | 'behind' | undefined {
  let at = 0;
  let lineStart = startsLine;
  let moved: { readonly from: string; readonly to: string } | undefined;
  for (let index = 0; index < typed.length;) {
    if (lineStart) {
      const there = blanksAt(typed, index);
      const here = blanksAt(generated, at);
      if (index + there.length === typed.length) {
        const line = generated.slice(at + here.length);
        if (line === '' && here.length < there.length) return 'behind';
        if (line.startsWith('\n')) return { text: line, replacePrefix: 0 };
        const isOwnLine = startsLine && !typed.includes('\n');
        if (isOwnLine && !here.startsWith(there)) moved = { from: here, to: there };
        const text = moved === undefined ? line : reindented(line, moved.from, moved.to);
        const indent = moved === undefined ? here : shiftedIndent(here, moved.from, moved.to);
        return indent.startsWith(there)
          ? { text: indent.slice(there.length) + text, replacePrefix: 0 }
          : { text: indent + text, replacePrefix: there.length };
      }
      index += there.length;
      at += here.length;
      if (typed.charAt(index) !== '\n') moved = here === there ? undefined : { from: here, to: there };
      lineStart = false;
      continue;
    }
    if (at >= generated.length) return 'behind';
    const character = typed.charAt(index);
    if (generated.charAt(at) !== character) {
      const trailing = blanksAt(generated, at).length;
      if (character !== '\n' || trailing === 0 || generated.charAt(at + trailing) !== '\n') return undefined;
      at += trailing;
    }
    lineStart = character === '\n';
    index += 1;
    at += 1;
  }
  const text = generated.slice(at);
  return { text: moved === undefined ? text : reindented(text, moved.from, moved.to), replacePrefix: 0 };
}

function blanksAt(text: string, index: number): string {
  let end = index;
  while (text.charAt(end) === ' ' || text.charAt(end) === '\t') end += 1;
  return text.slice(index, end);
}

function shiftedIndent(indent: string, from: string, to: string): string {
  return indent.startsWith(from) ? to + indent.slice(from.length) : indent;
}

/** Moves the lines after the first that stand at least as deep as `from`. */
function reindented(text: string, from: string, to: string): string {
  return text
    .split('\n')
    .map((line, index) => (index > 0 && line.trim() !== '' ? shiftedIndent(line, from, to) : line))
    .join('\n');
}
