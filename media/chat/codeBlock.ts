import type { ViewText } from '../../src/core/chat/protocol';
import { el, setText } from './dom';
import { icon, type IconName } from './icons';

/** What a person can do with a block of code. */
type CodeAction = 'copy' | 'insert';

function actionButton(action: CodeAction, label: string, name: string): HTMLButtonElement {
  const shape: IconName = action;
  return el(
    'button',
    { type: 'button', class: 'quiet', 'data-code-action': action, 'aria-label': name, title: name },
    icon(shape),
    el('span', { class: 'button-label' }, label),
  );
}

/** The name of the language in a fence's info string (` ```python title="a.py" `). */
export function languageOf(info: string | undefined): string {
  return (/^\S{1,40}/.exec(info ?? '') ?? [''])[0];
}

/** A block of code under a bar with its language and what can be done with it. */
export function codeBlock(code: string, language: string, text: ViewText): HTMLElement {
  const head = el(
    'div',
    { class: 'code-head' },
    el('span', { class: 'code-language' }, language),
    actionButton('copy', text.copy, text.copyCode),
    actionButton('insert', text.insert, text.insertCode),
  );
  // Focusable, so that a keyboard can scroll long lines into sight.
  const body = el('pre', { tabindex: '0' }, el('code', {}, code));
  const block = el('div', { class: 'code', 'data-language': language }, head, body);
  if (language !== '') {
    block.setAttribute('role', 'group');
    block.setAttribute('aria-label', language);
  }
  return block;
}

/** The code in a block, as it would be copied. */
export function codeIn(block: Element): string {
  return block.querySelector('pre > code')?.textContent ?? '';
}

/**
 * Brings a block up to date in place and says whether that was possible. Only the new end of the code is
 * written: a selection in the code and the focus on its buttons live through streaming.
 */
export function updateCodeBlock(block: Element, code: string, language: string): boolean {
  const shown = block.querySelector('pre > code');
  if (!block.matches('.code') || shown === null || block.getAttribute('data-language') !== language)
    return false;
  const last = shown.firstChild;
  if (last instanceof Text && shown.childNodes.length === 1 && code.startsWith(last.data)) {
    if (code.length > last.data.length) last.appendData(code.slice(last.data.length));
  } else {
    setText(shown, code);
  }
  return true;
}
