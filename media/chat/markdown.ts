import { Lexer, Marked, type Links, type Token, type Tokens } from 'marked';
import { shieldTabs, restoreTabs } from './fences';

/** Formatting that answers write as HTML for want of Markdown. Without attributes it is harmless. */
const plainTag = /^<\/?(?:br|kbd|sub|sup|b|i|u|s|em|strong|code|del|mark)\s*\/?>$/i;

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** The address in its normal form if the view may link to it: only https, never a command or a script. */
function allowedAddress(href: string): string | undefined {
  if (!URL.canParse(href)) return undefined;
  const url = new URL(href);
  return url.protocol === 'https:' ? url.href : undefined;
}

/**
 * A link whose title shows where it leads. An address that may not be opened stays readable beside its text,
 * so that nothing is hidden and nothing can be clicked.
 */
function link(href: string, label: string, plainLabel: string): string {
  const address = allowedAddress(href);
  if (address !== undefined) {
    return `<a href="${escapeHtml(address)}" title="${escapeHtml(address)}">${label}</a>`;
  }
  const said = href.includes(plainLabel) || /^(?:data|javascript|command|vbscript):/i.test(href.trim());
  return said ? label : `${label} (${escapeHtml(href)})`;
}

const marked = new Marked({
  gfm: true,
  renderer: {
    // HTML in an answer is shown as the text it is: explanations of HTML are full of it.
    html({ text }: Tokens.HTML | Tokens.Tag): string {
      return plainTag.test(text.trim()) ? text : escapeHtml(text);
    },
    // All on one level: each answer stands under its own heading, and a model may skip levels.
    heading({ tokens, depth }: Tokens.Heading): string {
      return `<h3 class="depth-${depth}">${this.parser.parseInline(tokens)}</h3>`;
    },
    link({ href, text, tokens }: Tokens.Link): string {
      return link(href, this.parser.parseInline(tokens), text);
    },
    // Loading an image would tell a stranger that the answer was read.
    image({ href, text }: Tokens.Image): string {
      return link(href, escapeHtml(text === '' ? href : text), text);
    },
    listitem(item: Tokens.ListItem): string {
      return `<li${item.task ? ' class="task"' : ''}>${this.parser.parse(item.tokens)}</li>`;
    },
    checkbox({ checked }: Tokens.Checkbox): string {
      return checked ? '\u2611 ' : '\u2610 ';
    },
  },
});

/** The blocks of a text, and the link definitions seen up to its end. */
export interface Lexed {
  readonly tokens: readonly Token[];
  readonly links: Links;
}

/**
 * Cuts Markdown into blocks; `links` are definitions from the text before it. A text that the lexer cannot
 * take (quotes nested thousands deep exhaust its stack) becomes one plain paragraph.
 */
export function lex(source: string, links: Links = {}): Lexed {
  const lexer = new Lexer(marked.defaults);
  Object.assign(lexer.tokens.links, links);
  try {
    const tokens = lexer.lex(shieldTabs(source));
    return { tokens, links: tokens.links };
  } catch {
    return { tokens: [plainParagraph(source)], links };
  }
}

/** HTML of one block. It is not safe before `sanitize`. */
export function blockHtml(token: Token): string {
  try {
    return restoreTabs(marked.parser([token]));
  } catch {
    return escapeHtml(restoreTabs(token.raw));
  }
}

function plainParagraph(text: string): Tokens.Paragraph {
  return { type: 'paragraph', raw: text, text, tokens: [{ type: 'text', raw: text, text, escaped: false }] };
}
