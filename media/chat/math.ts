import type { MarkdownIt, StateBlock, StateInline } from 'markdown-it';

/** A formula within a line ends this soon, in characters, or it is none. It also bounds the search. */
const longest = 1000;

const closers: Readonly<Record<string, string>> = { '\\(': '\\)', '\\[': '\\]', $$: '$$', $: '$' };

function opener(text: string, at: number): string | undefined {
  const two = text.slice(at, at + 2);
  if (two in closers) return two;
  return text[at] === '$' ? '$' : undefined;
}

/** Where the formula ends, or -1. Prices and names of variables are no formulas: `$5 y $6`, `$HOME`. */
function endOf(text: string, at: number, open: string): number {
  const close = closers[open] ?? '';
  const found = text.slice(at + open.length, at + longest).indexOf(close);
  if (found < 1) return -1;
  const end = at + open.length + found;
  if (open === '$' && (/\s/.test(text[at + 1] ?? '') || /\s/.test(text[end - 1] ?? ''))) return -1;
  if (open === '$' && /\w/.test(text[end + 1] ?? '')) return -1;
  return end + close.length;
}

/** `$x_1$`, `\(x*y\)`: kept letter by letter, so that no asterisk or underscore becomes emphasis. */
function inline(state: StateInline, silent: boolean): boolean {
  const open = opener(state.src, state.pos);
  if (open === undefined) return false;
  const end = endOf(state.src, state.pos, open);
  if (end < 0 || end > state.posMax) return false;
  if (!silent) state.push('math_inline', 'code', 0).content = state.src.slice(state.pos, end);
  state.pos = end;
  return true;
}

/** Lines from one that begins with `$$` or `\[` to the one that ends it, or to an empty one: TeX allows none inside. */
function block(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const lineOf = (line: number): string =>
    state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]);
  if ((state.sCount[startLine] ?? 0) - state.blkIndent >= 4) return false;
  const first = lineOf(startLine);
  const open = first.slice(0, 2);
  if (open !== '$$' && open !== '\\[') return false;
  const close = closers[open] ?? '';
  const ends = (line: string): boolean => line.trimEnd().endsWith(close);
  const rest = first.slice(2);
  if (rest.includes(close) && !ends(rest)) return false;
  if (silent) return true;
  let next = startLine + 1;
  if (!ends(rest)) {
    while (next < endLine && (state.sCount[next] ?? 0) >= state.blkIndent) {
      const line = lineOf(next);
      if (line.trim() === '') break;
      next++;
      if (ends(line)) break;
    }
  }
  const token = state.push('math_block', 'p', 0);
  token.content = state.getLines(startLine, next, state.blkIndent, false).trimEnd();
  token.map = [startLine, next];
  token.block = true;
  state.line = next;
  return true;
}

/** Leaves formulas as they are written. Nothing is typeset: that would weigh more than all else in the view. */
export function leaveMath(markdown: MarkdownIt): void {
  markdown.inline.ruler.before('escape', 'math', inline);
  markdown.block.ruler.before('fence', 'math', block, {
    alt: ['paragraph', 'reference', 'blockquote', 'list'],
  });
  const { escapeHtml } = markdown.utils;
  markdown.renderer.rules.math_inline = (tokens, at) =>
    `<code class="math">${escapeHtml(tokens[at]?.content ?? '')}</code>`;
  markdown.renderer.rules.math_block = (tokens, at) =>
    `<p class="math">${escapeHtml(tokens[at]?.content ?? '')}</p>\n`;
}
