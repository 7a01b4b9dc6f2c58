import Markdown, { type MarkdownIt, type Token } from 'markdown-it';
import { allowedAddress } from './addresses';
import { leaveMath } from './math';
import { tasks } from './tasks';

/** Link definitions by their normalised label, as markdown-it keeps them. */
export type References = Readonly<Record<string, { readonly href: string; readonly title: string }>>;

interface Cut {
  /** The source of the block, from its first line to the end of its last. */
  readonly raw: string;
  /** Where `raw` begins in the source that was cut, in UTF-16 units. */
  readonly start: number;
}

/** Code at the top level. It goes to the page as text, past HTML and the sanitiser. */
export interface CodeBlock extends Cut {
  readonly kind: 'code';
  readonly text: string;
  readonly info: string;
  /** The marks that a fence opened with, while it has not ended. */
  readonly openFence?: { readonly marks: string; readonly indent: number };
}

export interface RichBlock extends Cut {
  readonly kind: 'rich';
  readonly tokens: readonly Token[];
}

/** Text that is shown as it is: too long or nested too deep to be drawn while a person waits. */
export interface PlainBlock extends Cut {
  readonly kind: 'plain';
}

export type Block = CodeBlock | RichBlock | PlainBlock;

export interface Parsed {
  readonly blocks: readonly Block[];
  /** Those that were handed in, and those defined in this source. */
  readonly references: References;
}

/** markdown-it stops here, and says nothing of what lay deeper. */
const deepest = 100;

/** A block with more parts is shown as plain text: a table can grow to many more cells than were written. */
const mostTokens = 9000;

/** So much formatting by tags in one block; what is more is shown as text, since each may stand inside the one before. */
const mostTags = 100;

/** Formatting that answers write as HTML for want of Markdown. Without attributes it is harmless. */
const plainTag = /<\/?(?:br|kbd|sub|sup|b|i|u|s|em|strong|code|del|mark)\s{0,9}\/?>/iy;

function create(): MarkdownIt {
  const markdown = new Markdown({ html: false, linkify: true, maxNesting: deepest });
  markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false });
  // What may not be opened stays as it was written: nothing is hidden, and nothing can be clicked.
  markdown.validateLink = (href) => allowedAddress(href) !== undefined;
  markdown.use(leaveMath);
  markdown.use(tasks);
  markdown.inline.ruler.before('autolink', 'plain_tag', (state, silent) => {
    plainTag.lastIndex = state.pos;
    const [found = ''] = plainTag.exec(state.src) ?? [];
    const env = state.env as { tags?: number };
    if (found === '' || (env.tags ?? 0) >= mostTags) return false;
    if (!silent) env.tags = (env.tags ?? 0) + 1;
    if (!silent) state.push('html_inline', '', 0).content = found;
    state.pos += found.length;
    return true;
  });
  const { rules } = markdown.renderer;
  const { escapeHtml } = markdown.utils;
  // All on one level: each answer stands under its own heading, and a model may skip levels.
  rules.heading_open = (tokens, at) => `<h3 class="depth-${tokens[at]?.tag.slice(1) ?? '3'}">`;
  rules.heading_close = () => '</h3>\n';
  rules.link_open = (tokens, at) => linkStart(String(tokens[at]?.attrGet('href') ?? ''), escapeHtml);
  for (const name of ['th_open', 'td_open'] as const) {
    rules[name] = (tokens, at, options, _env, self) => {
      const token = tokens[at];
      const [, side] = /^text-align:(\w+)$/.exec(String(token?.attrGet('style') ?? '')) ?? [];
      if (token && side !== undefined) token.attrs = [['align', side]];
      return self.renderToken(tokens, at, options);
    };
  }
  // Loading an image would tell a stranger that the answer was read.
  rules.image = (tokens, at, options, env, self) => {
    const token = tokens[at];
    const address = String(token?.attrGet('src') ?? '');
    const alt = self.renderInlineAsText(token?.children ?? [], options, env);
    if (alt === '') return image(address, address, insideLink(tokens, at), escapeHtml);
    return `${image(address, alt, insideLink(tokens, at), escapeHtml)} (${escapeHtml(address)})`;
  };
  return markdown;
}

const whole = create();
/** Only finds the blocks: what stands in them is read when they are drawn. */
const cutter = create();
cutter.core.ruler.enableOnly(['normalize', 'block']);
/** Only reads what stands in blocks that were found. */
const reader = create();
reader.core.ruler.enableOnly(['inline', 'linkify', 'tasks', 'text_join']);

type Escape = (text: string) => string;

function linkStart(href: string, escape: Escape): string {
  const allowed = allowedAddress(href);
  if (allowed === undefined) return '<a>';
  const address = escape(allowed.address);
  return allowed.kind === 'file'
    ? `<a class="file" title="${address}">`
    : `<a href="${address}" title="${address}">`;
}

function image(address: string, label: string, linked: boolean, escape: Escape): string {
  return linked ? escape(label) : `${linkStart(address, escape)}${escape(label)}</a>`;
}

function insideLink(tokens: readonly Token[], at: number): boolean {
  const last = tokens.slice(0, at).findLast(({ type }) => type === 'link_open' || type === 'link_close');
  return last?.type === 'link_open';
}

/** Where each line of `source` begins, and its end. */
function lineStarts(source: string): number[] {
  const starts = [0];
  for (let at = source.indexOf('\n'); at >= 0; at = source.indexOf('\n', at + 1)) starts.push(at + 1);
  starts.push(source.length);
  return starts;
}

/**
 * Cuts Markdown into its top-level blocks; `references` are link definitions from the text before it.
 * @param source with `\n` at the ends of its lines.
 */
export function cutBlocks(source: string, references: References = {}): Parsed {
  const env = { references: { ...references } };
  const starts = lineStarts(source);
  const blocks = topLevel(cutter.parse(source, env)).map((tokens): Block => {
    const [first = 0, end = first + 1] = tokens[0]?.map ?? [];
    const start = starts[Math.min(first, starts.length - 1)] ?? 0;
    const raw = source.slice(start, starts[Math.min(end, starts.length - 1)]);
    return blockOf(tokens, raw, start);
  });
  return { blocks, references: env.references };
}

function topLevel(tokens: readonly Token[]): Token[][] {
  const groups: Token[][] = [];
  let depth = 0;
  for (const token of tokens) {
    if (depth === 0) groups.push([]);
    groups.at(-1)?.push(token);
    depth += token.nesting;
  }
  return groups;
}

function blockOf(tokens: readonly Token[], raw: string, start: number): Block {
  const token = tokens[0];
  if (token?.type === 'fence' || token?.type === 'code_block') {
    const openFence = token.type === 'fence' ? fenceLeftOpen(raw, token.markup) : undefined;
    const text = token.content.replace(/\n$/, '');
    return { kind: 'code', raw, start, text, info: token.info.trim(), ...(openFence ? { openFence } : {}) };
  }
  if (tokens.length > mostTokens || tokens.some(({ level }) => level > deepest - 3))
    return { kind: 'plain', raw, start };
  return { kind: 'rich', raw, start, tokens };
}

function fenceLeftOpen(raw: string, marks: string): CodeBlock['openFence'] {
  const lines = raw.replace(/\n$/, '').split('\n');
  if (lines.length > 1 && closesFence(lines.at(-1) ?? '', marks)) return undefined;
  return { marks, indent: /^ {0,3}/.exec(raw)?.[0].length ?? 0 };
}

/** Whether a line ends the code that `marks` began. */
export function closesFence(line: string, marks: string): boolean {
  const found = /^ {0,3}([`~]{3,})[ \t]*$/.exec(line)?.[1] ?? '';
  return found.startsWith(marks) && found.replaceAll(marks.charAt(0), '') === '';
}

/** HTML of one block. It is not safe before `sanitize`. */
export function blockHtml({ tokens }: RichBlock, references: References): string {
  const state = new reader.core.State('', reader, { references: { ...references } });
  // Reading writes into the tokens; they may be drawn again with other references.
  state.tokens = tokens.map((token) =>
    Object.assign(Object.create(Object.getPrototypeOf(token) as object) as Token, token),
  );
  reader.core.process(state);
  return whole.renderer.render(state.tokens, whole.options, state.env);
}
