import type { Token } from 'marked';
import type { ViewText } from '../../src/core/chat/protocol';
import { codeBlock, languageOf, updateCodeBlock } from './codeBlock';
import { el } from './dom';
import { restoreTabs } from './fences';
import { blockHtml } from './markdown';
import { morph } from './morph';
import { sanitize } from './sanitize';

interface Code {
  readonly text: string;
  readonly language: string;
}

/** The code of a top-level block. It goes to the page as text, past HTML and the sanitiser. */
function codeOf(token: Token): Code | undefined {
  if (token.type !== 'code' || typeof token.text !== 'string') return undefined;
  return {
    text: restoreTabs(token.text),
    language: languageOf(typeof token.lang === 'string' ? token.lang : undefined),
  };
}

/** Gives code blocks inside lists and quotes their bar, and wide tables a box of their own to scroll in. */
function furnish(fragment: DocumentFragment, text: ViewText): DocumentFragment {
  for (const pre of fragment.querySelectorAll('pre')) {
    const code = pre.firstElementChild;
    const language = (code?.getAttribute('class') ?? '').replace(/^language-/, '');
    pre.replaceWith(codeBlock(pre.textContent.replace(/\n$/, ''), language, text));
  }
  for (const table of fragment.querySelectorAll('table')) {
    const box = el('div', { class: 'table', tabindex: '0' });
    table.replaceWith(box);
    box.append(table);
  }
  return fragment;
}

function content(token: Token, text: ViewText): Node {
  const code = codeOf(token);
  if (code) return codeBlock(code.text, code.language, text);
  return furnish(sanitize(blockHtml(token)), text);
}

/** Draws one block of Markdown. */
export function createBlock(token: Token, text: ViewText): HTMLElement {
  return el('div', { class: 'block' }, content(token, text));
}

/** Redraws a block whose source has changed, touching as little of the page as it can. */
export function updateBlock(block: Element, token: Token, text: ViewText): void {
  const code = codeOf(token);
  const first = block.firstElementChild;
  if (code && first && updateCodeBlock(first, code.text, code.language)) return;
  const fresh = document.createDocumentFragment();
  fresh.append(content(token, text));
  morph(block, fresh);
}
