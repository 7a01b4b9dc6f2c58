import type { ViewText } from '../../src/core/chat/protocol';
import { codeBlock, codeTextOf, languageOf, updateCodeBlock } from './codeBlock';
import { el } from './dom';
import { blockHtml, type Block, type References } from './markdown';
import { morph } from './morph';
import { PlainText } from './plainText';
import { sanitize } from './sanitize';
import { revealIn } from './unseen';

/** Gives code inside lists and quotes its bar, wide tables a box to scroll in, and links to files a way in. */
function furnish(fragment: DocumentFragment, text: ViewText): DocumentFragment {
  revealIn(fragment);
  for (const pre of fragment.querySelectorAll('pre')) {
    const language = (pre.firstElementChild?.getAttribute('class') ?? '').replace(/^language-/, '');
    pre.replaceWith(codeBlock(pre.textContent.replace(/\n$/, ''), languageOf(language), text));
  }
  for (const table of fragment.querySelectorAll('table')) {
    const box = el('div', { class: 'table', tabindex: '0' });
    table.replaceWith(box);
    box.append(table);
  }
  for (const link of fragment.querySelectorAll('a')) {
    if (link.matches('.file')) {
      link.setAttribute('role', 'link');
      link.setAttribute('tabindex', '0');
    }
  }
  return fragment;
}

function content(block: Block, references: References, text: ViewText): Node {
  switch (block.kind) {
    case 'code':
      return codeBlock(block.text, languageOf(block.info), text);
    case 'plain':
      return new PlainText(block.raw).element;
    case 'rich':
      return furnish(sanitize(blockHtml(block, references)), text);
  }
}

/** Takes up the code of blocks that have come to the page: from now on it is coloured. */
function takeUpCode(element: Element): void {
  for (const code of element.querySelectorAll('.code')) codeTextOf(code);
}

/** Draws one block of Markdown. */
export function createBlock(block: Block, references: References, text: ViewText): HTMLElement {
  const element = el('div', { class: 'block' }, content(block, references, text));
  takeUpCode(element);
  return element;
}

/** Redraws a block whose source has changed, touching as little of the page as it can. */
export function updateBlock(element: Element, block: Block, references: References, text: ViewText): void {
  const first = element.firstElementChild;
  if (block.kind === 'code' && first && updateCodeBlock(first, block.text, languageOf(block.info))) return;
  const fresh = document.createDocumentFragment();
  fresh.append(content(block, references, text));
  morph(element, fresh);
  takeUpCode(element);
}
