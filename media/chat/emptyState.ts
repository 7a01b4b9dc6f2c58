import type { ViewComposer } from '../../src/core/chat/composer/protocol';
import type { ViewText } from '../../src/core/chat/protocol';
import { el } from './dom';
import { giveFocus } from './focus';

/** What stands in the view before the first question: what this is, and four things to try. */
export class EmptyState {
  readonly element: HTMLElement;
  readonly #starters = el('div', { class: 'starters', role: 'group' });
  #drawn = '';

  constructor(
    text: ViewText,
    private readonly onStart: (id: string) => void,
  ) {
    this.element = el(
      'div',
      { class: 'empty' },
      el('h2', {}, text.emptyTitle),
      el('p', {}, text.emptyBody),
      this.#starters,
      el('p', { class: 'independent' }, text.independent),
    );
  }

  /** The things to try follow what is open; a button keeps the focus while its words change. */
  update({ starters, startersLabel }: ViewComposer): void {
    const now = JSON.stringify([starters, startersLabel]);
    if (now === this.#drawn) return;
    this.#drawn = now;
    this.#starters.setAttribute('aria-label', startersLabel);
    const old = [...this.#starters.children];
    const focused = old.findIndex((button) => button === document.activeElement);
    const buttons = starters.map(({ id, label }) => {
      const button = el('button', { type: 'button', class: 'starter' }, label);
      button.addEventListener('click', () => this.onStart(id));
      return button;
    });
    this.#starters.replaceChildren(...buttons);
    const again = buttons[focused];
    if (again) giveFocus(again);
  }
}
