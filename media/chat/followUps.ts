import type { ViewState } from '../../src/core/chat/protocol';
import { el } from './dom';

/** The questions that are offered after the last answer. */
export class FollowUps {
  readonly element = el('div', { class: 'follow-ups', role: 'group' });
  #shown = '';

  constructor(private readonly onChosen: (index: number) => void) {
    this.element.hidden = true;
  }

  update({ followUps = [], text }: ViewState): void {
    const now = JSON.stringify([followUps, text.actions.followUps]);
    if (now === this.#shown) return;
    this.#shown = now;
    this.element.hidden = followUps.length === 0;
    this.element.setAttribute('aria-label', text.actions.followUps);
    this.element.replaceChildren(
      ...followUps.map((question, index) => {
        const button = el('button', { type: 'button', lang: question.lang }, question.text);
        button.addEventListener('click', () => this.onChosen(index));
        return button;
      }),
    );
  }
}
