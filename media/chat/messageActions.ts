import type { ActionText, MessageAction } from '../../src/core/chat/history/viewProtocol';
import type { ViewMessage } from '../../src/core/chat/protocol';
import { el, setText } from './dom';
import { giveFocus } from './focus';
import { icon, type IconName } from './icons';

/** What a click below a message asks for. */
export interface ActionListener {
  readonly onAction: (id: string, action: MessageAction) => void;
  /** Another message is to be shown in the place of this one. */
  readonly onAlternative: (id: string, direction: Direction) => void;
}

/** Which of the neighbours a person went to. */
export type Direction = 'previous' | 'next';

/** How long the tick of a copy stays, in milliseconds. */
const confirmationTime = 1600;

const shapes: Readonly<Record<Exclude<MessageAction, 'continue'>, IconName>> = {
  copy: 'copy',
  regenerate: 'again',
  edit: 'rename',
};

/** The quiet row below a message. Its buttons live as long as the message, so the focus on one is kept. */
export class MessageActions {
  readonly element = el('div', { class: 'actions' });
  readonly #buttons = new Map<MessageAction, HTMLButtonElement>();
  readonly #alternatives = el('div', { class: 'alternatives', role: 'group' });
  readonly #label = el('span', { class: 'alternatives-label', 'aria-hidden': 'true' });
  readonly #steps: Readonly<Record<Direction, HTMLButtonElement>>;
  #message: ViewMessage | undefined;

  constructor(
    text: ActionText,
    private readonly listener: ActionListener,
  ) {
    this.#steps = { previous: this.#step('previous', text), next: this.#step('next', text) };
    this.#alternatives.append(this.#steps.previous, this.#label, this.#steps.next);
    const names = { copy: text.copyAnswer, regenerate: text.regenerate, edit: text.edit };
    const goOn = el('button', { type: 'button', class: 'secondary' }, text.continue);
    this.#add('continue', goOn);
    for (const action of ['copy', 'regenerate', 'edit'] as const) {
      const name = names[action];
      const attributes = { type: 'button', class: 'quiet', 'aria-label': name, title: name };
      this.#add(action, el('button', attributes, icon(shapes[action])));
    }
    this.element.append(this.#alternatives);
  }

  update(message: ViewMessage): void {
    this.#message = message;
    for (const [action, button] of this.#buttons) button.hidden = !message.actions?.includes(action);
    const { alternatives } = message;
    this.#alternatives.hidden = alternatives === undefined;
    this.element.hidden = !message.actions?.length && alternatives === undefined;
    if (alternatives === undefined) return;
    setText(this.#label, alternatives.label);
    this.#alternatives.setAttribute('aria-label', alternatives.description);
    for (const direction of ['previous', 'next'] as const) {
      const end = alternatives[direction] === undefined;
      this.#steps[direction].setAttribute('aria-disabled', String(end));
    }
  }

  /** Puts the focus where a person has just gone on to this message. */
  focusStep(direction: Direction): void {
    giveFocus(this.#steps[direction]);
  }

  focusEdit(): void {
    const edit = this.#buttons.get('edit');
    if (edit) giveFocus(edit);
  }

  /** Shows for a moment that the answer was copied. */
  confirmCopy(): void {
    const button = this.#buttons.get('copy');
    const shape = button?.querySelector('.icon');
    if (!button || !shape || button.classList.contains('confirmed')) return;
    const tick = icon('copied');
    button.classList.add('confirmed');
    shape.replaceWith(tick);
    setTimeout(() => {
      button.classList.remove('confirmed');
      tick.replaceWith(shape);
    }, confirmationTime);
  }

  #add(action: MessageAction, button: HTMLButtonElement): void {
    button.dataset.action = action;
    button.hidden = true;
    button.addEventListener('click', () => {
      if (this.#message) this.listener.onAction(this.#message.id, action);
    });
    this.#buttons.set(action, button);
    this.element.append(button);
  }

  #step(direction: Direction, text: ActionText): HTMLButtonElement {
    const name = text[direction];
    const attributes = { type: 'button', class: 'quiet', 'aria-label': name, title: name };
    const button = el('button', attributes, icon(direction));
    button.addEventListener('click', () => {
      const id = this.#message?.alternatives?.[direction];
      if (id !== undefined) this.listener.onAlternative(id, direction);
    });
    return button;
  }
}
