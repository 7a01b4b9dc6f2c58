import type { ViewComposer } from '../../src/core/chat/composer/protocol';
import type { ViewMessage, ViewState, ViewText } from '../../src/core/chat/protocol';
import { listenForCodeActions } from './codeActions';
import { Composer } from './composer';
import { el } from './dom';
import { EmptyState } from './emptyState';
import type { Host } from './host';
import { MessageView } from './message';
import { Status } from './status';
import { StickyScroll } from './stickyScroll';

/** The whole view: it shows the state it was given and decides nothing. */
export class ChatView {
  readonly #status = new Status();
  readonly #conversation = el('div', { class: 'conversation' });
  readonly #box = el('div', { class: 'scroll', role: 'region', tabindex: '0' }, this.#conversation);
  readonly #composer: Composer;
  readonly #scroll: StickyScroll;
  readonly #messages = new Map<string, MessageView>();
  #empty: EmptyState | undefined;
  #words = '';
  #text: ViewText | undefined;
  #state: ViewState | undefined;
  #busy = false;

  constructor(
    root: HTMLElement,
    private readonly host: Host,
  ) {
    this.#composer = new Composer(
      host,
      () => this.#scroll.toEnd(),
      (words) => this.#status.say(words),
    );
    this.#scroll = new StickyScroll(this.#box, this.#conversation);
    listenForCodeActions(this.#conversation, host, () => ({
      copied: this.#text?.copied ?? '',
      announce: (words) => this.#status.say(words),
    }));
    document.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || event.isComposing || !this.#busy) return;
      event.preventDefault();
      host.post({ type: 'stop' });
    });
    root.append(this.#box, this.#composer.element, this.#status.element);
  }

  /** Shows `state`, leaving alone all that it does not change. */
  show(state: ViewState): void {
    this.#busy = state.busy;
    const text = this.#useWords(state);
    this.#showMessages(state.messages, text);
    this.#showEmpty(state.messages.length === 0, text);
    this.#empty?.update(state.composer);
    this.#state = { ...state, text };
    this.#composer.update(this.#state);
    this.#status.follow(state);
    this.#scroll.follow();
  }

  /** Text for an answer that is being written. For one that is gone there is nothing to do. */
  append(id: string, text: string): void {
    this.#messages.get(id)?.append(text);
  }

  /** What goes along with the next question, beside the state that is shown. */
  showComposer(composer: ViewComposer): void {
    if (this.#state === undefined) return;
    this.#state = { ...this.#state, composer };
    this.#empty?.update(composer);
    this.#composer.update(this.#state);
  }

  focusComposer(): void {
    this.#composer.focus();
  }

  /** In another language everything is drawn anew; that is rare, and simpler than relabelling each part. */
  #useWords(state: ViewState): ViewText {
    const words = JSON.stringify(state.text);
    if (this.#text && words === this.#words) return this.#text;
    this.#words = words;
    this.#text = state.text;
    document.documentElement.lang = state.lang;
    this.#box.setAttribute('aria-label', state.text.conversation);
    for (const message of this.#messages.values()) message.dispose();
    this.#messages.clear();
    this.#showEmpty(false, state.text);
    return state.text;
  }

  #showMessages(messages: readonly ViewMessage[], text: ViewText): void {
    const wanted = new Set(messages.map((message) => message.id));
    for (const [id, view] of this.#messages) {
      if (wanted.has(id)) continue;
      view.dispose();
      this.#messages.delete(id);
    }
    let before: Element | null = null;
    for (const message of messages) {
      const element = this.#messageView(message, text).element;
      const place: Element | null = before ? before.nextElementSibling : this.#conversation.firstElementChild;
      if (place !== element) this.#conversation.insertBefore(element, place);
      before = element;
    }
  }

  #messageView(message: ViewMessage, text: ViewText): MessageView {
    const known = this.#messages.get(message.id);
    if (known) {
      known.update(message);
      return known;
    }
    const view = new MessageView(message, {
      text,
      onRemedy: (action) => this.host.post({ type: 'remedy', action }),
      onTranslation: (id, action) => this.host.post({ type: 'translation', id, action }),
      onDrawn: () => this.#scroll.follow(),
    });
    this.#messages.set(message.id, view);
    return view;
  }

  #showEmpty(empty: boolean, text: ViewText): void {
    if (empty && this.#empty) return;
    this.#empty?.element.remove();
    this.#empty = empty ? new EmptyState(text, (id) => this.host.post({ type: 'start', id })) : undefined;
    if (this.#empty) this.#conversation.append(this.#empty.element);
  }
}
