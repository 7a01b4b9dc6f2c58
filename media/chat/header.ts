import type { ViewState } from '../../src/core/chat/protocol';
import { el, setText } from './dom';
import { icon } from './icons';

/** The line above the conversation: its name, and the way to the others. */
export class Header {
  readonly #title = el('span', { class: 'chat-title' });
  readonly button = el('button', { type: 'button', class: 'quiet' }, icon('history'));
  readonly element = el('div', { class: 'chat-head' }, this.#title, this.button);

  constructor(onHistory: () => void) {
    this.button.addEventListener('click', onHistory);
  }

  update({ title = '', text }: ViewState): void {
    setText(this.#title, title);
    this.#title.title = title;
    this.button.setAttribute('aria-label', text.history.open);
    this.button.title = text.history.open;
  }
}
