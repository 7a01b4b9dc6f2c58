import type { ViewState } from '../../src/core/chat/protocol';
import { AnswersMenu } from './answersMenu';
import { chip } from './chip';
import { ContextMeter } from './contextMeter';
import { el, setText } from './dom';
import type { Host } from './host';
import { icon } from './icons';
import { ModelMenu } from './modelMenu';

/** A second click this soon after Stop has become Send was meant for Stop, in milliseconds. */
const doubleClick = 400;

/** Safari ends a composition just before it reports the Enter that ended it, in milliseconds. */
const afterComposing = 30;

/** Where a person writes. What is written here is lost only when the conversation shows it as a question. */
export class Composer {
  readonly #input = el('textarea', { rows: '1', spellcheck: 'false' });
  readonly #send = el('button', { type: 'button', class: 'primary' });
  readonly #newChat = el('button', { type: 'button', class: 'quiet' });
  readonly #chips = el('div', { class: 'chips' });
  readonly #answers: AnswersMenu;
  readonly #models: ModelMenu;
  readonly #meter = new ContextMeter();
  readonly element: HTMLElement;
  #state: ViewState | undefined;
  /** The question that was sent and has not come back yet. */
  #asked: string | undefined;
  #idleSince = 0;
  #composedAt = -Infinity;

  constructor(
    private readonly host: Host,
    private readonly onAsk: () => void,
    announce: (words: string) => void,
  ) {
    this.#answers = new AnswersMenu(host, announce);
    this.#models = new ModelMenu(host, announce);
    this.element = el(
      'div',
      { class: 'composer' },
      this.#chips,
      this.#input,
      el(
        'div',
        { class: 'composer-bar' },
        el('div', { class: 'composer-how' }, this.#answers.button, this.#models.button, this.#meter.element),
        this.#newChat,
        this.#send,
      ),
      this.#answers.menu,
      this.#models.menu,
    );
    this.#input.value = host.readDraft();
    this.#input.addEventListener('input', () => this.#changed());
    this.#input.addEventListener('keydown', (event) => this.#keydown(event));
    this.#input.addEventListener('compositionend', (event) => (this.#composedAt = event.timeStamp));
    this.#send.addEventListener('click', () => this.#clicked());
    this.#newChat.addEventListener('click', () => {
      host.post({ type: 'newChat' });
      this.focus();
    });
    // A click anywhere in the box is meant for the text.
    this.element.addEventListener('click', (event) => {
      if (event.target === this.element || event.target === this.#chips) this.focus();
    });
  }

  focus(): void {
    this.#input.focus();
  }

  update(state: ViewState): void {
    const before = this.#state;
    this.#state = state;
    if (before?.busy === true && !state.busy) this.#idleSince = performance.now();
    this.#clearIfTaken(before, state);
    const { text } = state;
    this.#input.placeholder = text.composerPlaceholder;
    this.#input.setAttribute('aria-label', text.composerLabel);
    setText(this.#newChat, text.newChat);
    this.#newChat.hidden = state.messages.length === 0;
    this.#showSelection(before, state);
    this.#answers.update(state);
    this.#models.update(state);
    this.#meter.update(state.models?.context);
    this.#changed();
  }

  #clearIfTaken(before: ViewState | undefined, state: ViewState): void {
    const asked = this.#asked;
    if (asked === undefined) return;
    const known = new Set(before?.messages.map((message) => message.id));
    const taken = state.messages.some(
      (message) => message.role === 'user' && !known.has(message.id) && message.text.trim() === asked,
    );
    this.#asked = undefined;
    // What was typed meanwhile belongs to the next question.
    const written = this.#input.value.trimStart();
    if (taken && written.startsWith(asked)) this.#input.value = written.slice(asked.length).trimStart();
  }

  #showSelection(before: ViewState | undefined, state: ViewState): void {
    const { selection, selectionNote, text } = state;
    const same = before?.selection === selection && before?.selectionNote === selectionNote;
    if (before && same && before.text === text) return;
    const hadFocus = this.#chips.contains(document.activeElement);
    this.#chips.replaceChildren();
    this.#chips.hidden = selection === undefined && selectionNote === undefined;
    if (selection !== undefined) this.#chips.append(this.#selectionChip(selection, state));
    if (selectionNote !== undefined) this.#chips.append(el('span', { class: 'note' }, selectionNote));
    if (hadFocus) this.focus();
  }

  #selectionChip(selection: string, { text }: ViewState): HTMLElement {
    const remove = el(
      'button',
      {
        type: 'button',
        class: 'chip-remove',
        'aria-label': text.selectionRemove,
        title: text.selectionRemove,
      },
      icon('remove'),
    );
    remove.addEventListener('click', () => this.host.post({ type: 'removeSelection' }));
    const tag = chip(selection);
    tag.prepend(el('span', { class: 'hidden' }, `${text.selectionAttached} `));
    tag.append(remove);
    return tag;
  }

  #changed(): void {
    this.host.keepDraft(this.#input.value);
    this.#fit();
    if (!this.#state) return;
    const { busy, text } = this.#state;
    setText(this.#send, busy ? text.stop : text.send);
    this.#send.classList.toggle('stop', busy);
    // Not `disabled`, which would throw the focus of whoever has just pressed it to the top of the page.
    this.#send.setAttribute('aria-disabled', String(!busy && this.#input.value.trim() === ''));
  }

  /** Firefox does not size a field by its content; elsewhere the style sheet does it. */
  #fit(): void {
    if (CSS.supports('field-sizing', 'content')) return;
    this.#input.style.height = 'auto';
    this.#input.style.height = `${this.#input.scrollHeight}px`;
  }

  #keydown(event: KeyboardEvent): void {
    const composing = event.isComposing || event.timeStamp - this.#composedAt < afterComposing;
    if (event.key !== 'Enter' || event.shiftKey || composing) return;
    event.preventDefault();
    if (!event.repeat) this.#ask();
  }

  #clicked(): void {
    if (this.#state?.busy === true) {
      this.host.post({ type: 'stop' });
      return;
    }
    if (performance.now() - this.#idleSince < doubleClick) return;
    this.#ask();
    this.focus();
  }

  #ask(): void {
    const question = this.#input.value.trim();
    if (question === '' || this.#state?.busy !== false) return;
    this.#asked = question;
    this.host.post({ type: 'ask', text: question });
    this.onAsk();
  }
}
