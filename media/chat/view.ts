import type { ViewComposer } from '../../src/core/chat/composer/protocol';
import type { MessageAction, ViewHistory } from '../../src/core/chat/history/viewProtocol';
import type {
  RemedyAction,
  TranslationAction,
  ViewMessage,
  ViewState,
  ViewText,
} from '../../src/core/chat/protocol';
import { listenForCodeActions } from './codeActions';
import { Composer } from './composer';
import { Demonstration } from './demonstration';
import { el } from './dom';
import { EmptyState } from './emptyState';
import { FollowUps } from './followUps';
import { Header } from './header';
import { HistoryPanel } from './historyPanel';
import type { Host } from './host';
import { LaterDrawing } from './laterDrawing';
import { listenForLinks } from './links';
import { MessageView } from './message';
import type { Direction } from './messageActions';
import { Status } from './status';
import { StickyScroll } from './stickyScroll';

/** So many of the last messages are drawn at once; a longer conversation shows the others as soon as there is time. */
const drawnAtOnce = 12;

/** The whole view: it shows the state it was given and decides nothing. */
export class ChatView {
  readonly #status = new Status();
  readonly #conversation = el('div', { class: 'conversation' });
  readonly #box = el('div', { class: 'scroll', role: 'region', tabindex: '0' }, this.#conversation);
  readonly #composer: Composer;
  readonly #scroll: StickyScroll;
  readonly #messages = new Map<string, MessageView>();
  #empty: EmptyState | undefined;
  readonly #later = new LaterDrawing(this.#box);
  readonly #header: Header;
  readonly #followUps: FollowUps;
  readonly #demonstration: Demonstration;
  readonly #history: HistoryPanel;
  /** The message that a person went on to from its neighbour, and how. */
  #steppedTo: { readonly id: string; readonly direction: Direction } | undefined;
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
      copiedUnseen: this.#text?.code.copiedUnseen ?? '',
      announce: (words) => this.#status.say(words),
    }));
    listenForLinks(this.#conversation, host);
    document.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || event.isComposing || !this.#busy || this.#history.isOpen) return;
      event.preventDefault();
      host.post({ type: 'stop' });
    });
    this.#header = new Header(() => host.post({ type: 'history', action: 'show' }));
    this.#followUps = new FollowUps((index) => {
      host.post({ type: 'followUp', index });
      this.#scroll.toEnd();
      this.#composer.focus();
    });
    this.#demonstration = new Demonstration((action) => host.post({ type: 'remedy', action }));
    this.#history = new HistoryPanel(host, (words) => this.#status.say(words));
    root.append(
      this.#header.element,
      this.#box,
      this.#demonstration.element,
      this.#composer.element,
      this.#history.element,
      this.#status.element,
    );
  }

  /** Shows `state`, leaving alone all that it does not change. */
  show(state: ViewState): void {
    this.#busy = state.busy;
    const text = this.#useWords(state);
    this.#showMessages(state.messages, text);
    this.#showEmpty(state.messages.length === 0, text);
    this.#empty?.update(state.composer);
    this.#state = { ...state, text };
    this.#header.update(this.#state);
    this.#followUps.update(this.#state);
    this.#conversation.append(this.#followUps.element);
    this.#history.useWords(text);
    this.#demonstration.update(state.models);
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

  /** Shows the list of conversations, or takes it away. */
  showHistory(history: ViewHistory | undefined): void {
    const wasOpen = this.#history.isOpen;
    this.#history.show(history);
    const isOpen = this.#history.isOpen;
    const behind = [this.#header, this.#demonstration, this.#composer].map(({ element }) => element);
    for (const part of [this.#box, ...behind]) part.inert = isOpen;
    if (!wasOpen || isOpen) return;
    this.#scroll.toEnd();
    this.#composer.focus();
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
    for (const message of this.#messages.values()) this.#dispose(message);
    this.#messages.clear();
    this.#showEmpty(false, state.text);
    return state.text;
  }

  #showMessages(messages: readonly ViewMessage[], text: ViewText): void {
    const wanted = new Set(messages.map((message) => message.id));
    for (const [id, view] of this.#messages) {
      if (wanted.has(id)) continue;
      this.#dispose(view);
      this.#messages.delete(id);
    }
    let before: Element | null = null;
    const near = messages.length - drawnAtOnce;
    for (const [index, message] of messages.entries()) {
      const element = this.#messageView(message, text, index < near).element;
      const place: Element | null = before ? before.nextElementSibling : this.#conversation.firstElementChild;
      if (place !== element) this.#conversation.insertBefore(element, place);
      before = element;
    }
    const stepped = this.#steppedTo && this.#messages.get(this.#steppedTo.id);
    if (!stepped || !this.#steppedTo) return;
    stepped.focusStep(this.#steppedTo.direction);
    this.#steppedTo = undefined;
  }

  #dispose(message: MessageView): void {
    this.#later.remove(message);
    message.dispose();
  }

  #act(id: string, action: MessageAction): void {
    if (action === 'edit') {
      const question = this.#state?.messages.find((message) => message.id === id);
      if (question) this.#messages.get(id)?.edit(question.typed ?? question.text);
      return;
    }
    this.host.post({ type: 'message', id, action });
    if (action !== 'copy') {
      // The button is not there any more while it is being answered.
      this.#composer.focus();
      return;
    }
    this.#messages.get(id)?.confirmCopy();
    this.#status.say(this.#text?.copied ?? '');
  }

  #messageView(message: ViewMessage, text: ViewText, isFar: boolean): MessageView {
    const known = this.#messages.get(message.id);
    if (known) {
      known.update(message);
      return known;
    }
    const around = {
      text,
      actions: {
        onAction: (id: string, action: MessageAction) => this.#act(id, action),
        onAlternative: (id: string, direction: Direction) => {
          this.#steppedTo = { id, direction };
          this.host.post({ type: 'alternative', id });
        },
      },
      onEdited: (id: string, edited: string) => {
        this.host.post({ type: 'edit', id, text: edited });
        this.#scroll.toEnd();
        this.#composer.focus();
      },
      onRemedy: (action: RemedyAction) => this.host.post({ type: 'remedy', action }),
      onTranslation: (id: string, action: TranslationAction) =>
        this.host.post({ type: 'translation', id, action }),
      onDrawn: () => this.#scroll.follow(),
    };
    const view = new MessageView(message, around, isFar);
    this.#messages.set(message.id, view);
    if (!view.isDrawn) this.#later.add(view);
    return view;
  }

  #showEmpty(empty: boolean, text: ViewText): void {
    if (empty && this.#empty) return;
    this.#empty?.element.remove();
    this.#empty = empty ? new EmptyState(text, (id) => this.host.post({ type: 'start', id })) : undefined;
    if (this.#empty) this.#conversation.append(this.#empty.element);
  }
}
