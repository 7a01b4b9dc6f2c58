import type { Surroundings } from './surroundings';
import { isSaidAfter, isSaidBefore } from './talk';

/** A part of a text. */
export interface Part {
  readonly from: number;
  readonly to: number;
  /** True where something after the part proves that it is whole. */
  readonly closed: boolean;
  /** True where something before the part was left out: its first line ends may not be its own. */
  readonly led: boolean;
}

const fenceLine = /^[ \t]*(?:```|~~~)[ \t]*([\w+#.-]*)[^\n`]*$/;

/** The tags with which people mark fenced text of the same kind as the document's. */
const ownTags: Readonly<Record<string, readonly string[]>> = {
  markdown: ['markdown', 'md'],
  issue: ['markdown', 'md'],
  rmarkdown: ['markdown', 'md', 'rmarkdown', 'rmd'],
  rmd: ['markdown', 'md', 'rmarkdown', 'rmd'],
  latex: ['latex', 'tex'],
  tex: ['latex', 'tex'],
  restructuredtext: ['restructuredtext', 'rst'],
};

/**
 * Takes code out of the fence in which a chat model puts it, with what it says before and after; where there is no
 * fence, out of what it says alone.
 */
export function unfence(text: string, around: Surroundings, languageId: string): Part | undefined {
  const { syntax } = around;
  const strict = syntax.blocks === 'prose' || isProse(around);
  const lines = text.split('\n');
  const starts: number[] = [];
  let at = 0;
  for (const line of lines) {
    starts.push(at);
    at += line.length + 1;
  }
  const first = lines.findIndex((line) => fenceLine.test(line));
  if (first >= 0) {
    const start = starts[first] ?? 0;
    const said = text.slice(0, start);
    const tag = fenceLine.exec(lines[first] ?? '')?.[1]?.toLowerCase() ?? '';
    const isOpening =
      said.trim() === ''
        ? !strict || !usesFences(around, languageId) || (ownTags[languageId] ?? [languageId]).includes(tag)
        : isSaidBefore(said, strict) ||
          (!strict && tag !== '' && isSaidBefore(said.split('\n')[0] ?? '', false));
    if (isOpening) {
      const closers = lines.flatMap((line, index) =>
        index > first && /^[ \t]*(?:```|~~~)[ \t]*$/.test(line) ? [index] : [],
      );
      const close = strict ? closers.at(-1) : closers[0];
      const to = close === undefined ? text.length : (starts[close] ?? 0) - 1;
      const from = Math.min(start + (lines[first] ?? '').length + 1, text.length);
      return { from, to: Math.max(from, to), closed: close !== undefined, led: true };
    }
    const after = lines.slice(first + 1).find((line) => line.trim() !== '');
    if (!strict || (tag === '' && after !== undefined && isSaidAfter(after, true))) {
      return withoutTalk(text, Math.max(0, start - 1), strict, true);
    }
  }
  return withoutTalk(text, text.length, strict, false);
}

/** Languages in which people write fences themselves. */
const fenced = /markdown|^(?:issue|r?md|mdx|quarto|prompt|instructions|chatagent|skill)$/;

/** True where a fence may be the document's own. */
function usesFences({ prefix, suffix }: Surroundings, languageId: string): boolean {
  return fenced.test(languageId) || /^[ \t]*(?:```|~~~)/m.test(prefix) || /^[ \t]*(?:```|~~~)/m.test(suffix);
}

/** True where the cursor stands in a comment or text of several lines that people write as they like. */
function isProse({ inside, rest, head, above }: Surroundings): boolean {
  if (!(inside?.multiline ?? false) || rest.includes(inside?.close ?? '')) return false;
  const line = head.trim() === '' ? (above.at(-1)?.text ?? '') : head;
  return !/^\s/.test(line) && !/^[*#;%-]/.test(line.trim());
}

/** Without what is said before and after code that stands in no fence. */
function withoutTalk(text: string, end: number, strict: boolean, cut: boolean): Part | undefined {
  let from = 0;
  let to = end;
  let closed = cut;
  const first = /^\s*([^\n]*)\n+/.exec(text.slice(0, end));
  const said = first?.[1]?.trimEnd() ?? '';
  if (first !== null && said.endsWith(':') && isSaidBefore(said, strict)) from = first[0].length - 1;
  for (const match of text.slice(0, end).matchAll(/\n[ \t]*\n(?=\S)/g)) {
    const start = match.index + match[0].length;
    if (start <= from || start >= to) continue;
    const paragraph = /^[^\n]*/.exec(text.slice(start))?.[0] ?? '';
    if (!isSaidAfter(paragraph, strict)) continue;
    to = match.index;
    closed = true;
    break;
  }
  return from === 0 && !closed ? undefined : { from, to, closed, led: from > 0 };
}
