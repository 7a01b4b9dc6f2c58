import type { ViewText } from '../../src/core/chat/protocol';
import { CodeText } from './codeText';
import { el } from './dom';
import { icon, type IconName } from './icons';

/** What a person can do with a block of code. */
export type CodeAction = 'copy' | 'insert' | 'apply' | 'newFile' | 'terminal';

/** Words after a fence for code that a terminal takes. */
const shells =
  /^(?:ba|z|k|fi|c|tc)?sh$|^(?:shell(?:script|-session)?|console|terminal|powershell|pwsh|ps1|bat|batch|cmd|dos)$/i;

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
export function languageOf(info: string): string {
  return (/^[\w+#.-]{1,40}/.exec(info) ?? [''])[0];
}

function buttons(language: string, text: ViewText): HTMLButtonElement[] {
  const { code } = text;
  const found = [
    actionButton('copy', text.copy, text.copyCode),
    actionButton('insert', text.insert, text.insertCode),
    actionButton('apply', code.apply, code.applyName),
    actionButton('newFile', code.newFile, code.newFileName),
  ];
  if (shells.test(language)) found.push(actionButton('terminal', code.terminal, code.terminalName));
  return found;
}

/** What a block says of characters that cannot be seen, should there be some. */
const warnings = new WeakMap<Element, string>();
/** What fills a block, by the block. */
const texts = new WeakMap<Element, CodeText>();

/** A block of code under a bar with its language and what can be done with it. */
export function codeBlock(code: string, language: string, text: ViewText): HTMLElement {
  const head = el('div', { class: 'code-head' }, el('span', { class: 'code-language' }, language));
  head.append(el('div', { class: 'code-actions' }, ...buttons(language, text)));
  // Focusable, so that a keyboard can scroll long lines into sight.
  const body = el('pre', { tabindex: '0' }, el('code', {}, code));
  const block = el('div', { class: 'code', 'data-language': language }, head, body);
  warnings.set(block, text.code.unseen);
  if (language !== '') {
    block.setAttribute('role', 'group');
    block.setAttribute('aria-label', language);
  }
  return block;
}

/** The code in a block, letter by letter, as it would be copied. */
export function codeIn(block: Element): string {
  return block.querySelector('pre > code')?.textContent ?? '';
}

/** Whether the code in a block has characters that cannot be seen. */
export function hasUnseenIn(block: Element): boolean {
  return texts.get(block)?.hasUnseen ?? false;
}

/** Where the code of a block on the page grows: the first call takes up the code that the block was made with. */
export function codeTextOf(block: Element): CodeText | undefined {
  const shown = block.querySelector('pre > code');
  if (!block.matches('.code') || shown === null) return undefined;
  const known = texts.get(block);
  if (known) return known;
  const code = shown.textContent;
  const fresh = new CodeText(shown, block.getAttribute('data-language') ?? '');
  texts.set(block, fresh);
  fresh.set(code);
  warn(block, fresh);
  return fresh;
}

/** Adds code at the end of a block. */
export function appendCode(block: Element, code: string): void {
  const text = codeTextOf(block);
  text?.append(code);
  if (text) warn(block, text);
}

/**
 * Brings a block up to date in place and says whether that was possible. Only the new end of the code is
 * written: a selection in the code and the focus on its buttons live through streaming.
 */
export function updateCodeBlock(block: Element, code: string, language: string): boolean {
  if (block.getAttribute('data-language') !== language) return false;
  const text = codeTextOf(block);
  text?.set(code);
  if (text) warn(block, text);
  return text !== undefined;
}

function warn(block: Element, { hasUnseen }: CodeText): void {
  const shown = block.querySelector('.code-warning');
  if (!hasUnseen) shown?.remove();
  else if (!shown) {
    const words = warnings.get(block) ?? '';
    block.querySelector('pre')?.before(el('p', { class: 'code-warning' }, icon('problem'), words));
  }
}
