import type { ActionText } from '../../src/core/chat/history/viewProtocol';
import { el } from './dom';
import { giveFocus } from './focus';

/** A second click this soon was part of the first, in milliseconds. */
const doubleClick = 400;

/** The field in which a question is written anew, in the question's own place. */
export class QuestionEditor {
  readonly element: HTMLElement;
  readonly #input: HTMLTextAreaElement;
  #sentAt = -Infinity;

  /** @param onEnd told the new text, or nothing where it stays as it was. */
  constructor(
    question: string,
    text: ActionText,
    private readonly onEnd: (text: string | undefined) => void,
  ) {
    this.#input = el('textarea', { rows: '1', spellcheck: 'false', 'aria-label': text.editLabel });
    this.#input.value = question;
    const cancel = el('button', { type: 'button', class: 'secondary' }, text.cancel);
    const send = el('button', { type: 'button', class: 'primary' }, text.sendEdited);
    cancel.addEventListener('click', () => this.onEnd(undefined));
    send.addEventListener('click', () => this.#send());
    this.#input.addEventListener('input', () => this.#fit());
    this.#input.addEventListener('keydown', (event) => this.#keydown(event));
    this.element = el(
      'div',
      { class: 'question-editor' },
      this.#input,
      el('div', { class: 'question-editor-bar' }, cancel, send),
    );
  }

  focus(): void {
    this.#fit();
    giveFocus(this.#input);
    this.#input.setSelectionRange(this.#input.value.length, this.#input.value.length);
  }

  #send(): void {
    const text = this.#input.value.trim();
    if (text === '' || performance.now() - this.#sentAt < doubleClick) return;
    this.#sentAt = performance.now();
    this.onEnd(text);
  }

  #keydown(event: KeyboardEvent): void {
    if (event.isComposing) return;
    if (event.key === 'Escape') this.onEnd(undefined);
    else if (event.key !== 'Enter' || event.shiftKey) return;
    else if (!event.repeat) this.#send();
    event.preventDefault();
    event.stopPropagation();
  }

  /** Firefox does not size a field by its content; elsewhere the style sheet does it. */
  #fit(): void {
    if (CSS.supports('field-sizing', 'content')) return;
    this.#input.style.height = 'auto';
    this.#input.style.height = `${this.#input.scrollHeight}px`;
  }
}
