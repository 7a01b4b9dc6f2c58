import type { RemedyAction, ViewModels } from '../../src/core/chat/protocol';
import { el } from './dom';
import { giveFocus } from './focus';

/** One line above the composer where the model only shows how all works, with the ways to a real one. */
export class Demonstration {
  readonly element = el('div', { class: 'demonstration', role: 'note' });
  #drawn = '';

  constructor(private readonly onRemedy: (action: RemedyAction) => void) {
    this.element.hidden = true;
  }

  update(models: ViewModels | undefined): void {
    const shown = models?.demonstration;
    const now = JSON.stringify(shown ?? '');
    if (now === this.#drawn) return;
    this.#drawn = now;
    this.element.hidden = shown === undefined;
    const focused = [...this.element.querySelectorAll('button')].findIndex(
      (one) => one === document.activeElement,
    );
    const buttons = (shown?.remedies ?? []).map(({ action, label }) => {
      const button = el('button', { type: 'button', class: 'link' }, label);
      button.addEventListener('click', () => this.onRemedy(action));
      return button;
    });
    this.element.replaceChildren(
      el('p', {}, shown?.note ?? ''),
      el('div', { class: 'demonstration-ways' }, ...buttons),
    );
    const again = buttons[focused];
    if (again) giveFocus(again);
  }
}
