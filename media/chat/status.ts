import type { MessageStatus, ViewState, ViewText } from '../../src/core/chat/protocol';
import { el } from './dom';

function wordsFor(status: MessageStatus, text: ViewText): string {
  switch (status) {
    case 'streaming':
      return text.statusAnswering;
    case 'done':
      return text.statusDone;
    case 'cut':
      return text.cutNote;
    case 'stopped':
      return text.statusStopped;
    case 'failed':
      return text.statusFailed;
  }
}

/**
 * The one live region of the page. Screen readers hear when an answer begins and how it ended; the growing
 * text itself is never live, because it would be read again with every word.
 */
export class Status {
  readonly element = el('div', { class: 'hidden', role: 'status' });
  #last: string | undefined;

  say(words: string): void {
    this.element.textContent = words;
  }

  /** Says what has happened to the newest answer since the state before. */
  follow(state: ViewState): void {
    const answer = state.messages.findLast((message) => message.role === 'assistant');
    const translating = state.messages.some((message) => message.translating);
    // That it is asked for once more; what is said of it later is there to be read.
    const aside = answer?.status === 'streaming' ? answer.aside : undefined;
    const now = answer ? `${answer.id} ${answer.status} ${translating} ${aside}` : '';
    const changed = now !== this.#last;
    const first = this.#last === undefined;
    this.#last = now;
    if (!answer || !changed) return;
    // An old conversation that is shown again is not news.
    if (first && answer.status !== 'streaming') return;
    if (translating) this.say(state.text.statusTranslating);
    else if (aside !== undefined) this.say(aside);
    else this.say(wordsFor(answer.status, state.text));
  }
}
