import type { ViewState } from '../../src/core/chat/protocol';
import { AnswersMenu } from './answersMenu';
import { AttachedChips } from './attachedChips';
import { isOnEdgeLine } from './caretLine';
import { CompletionList } from './completionList';
import { ContextMeter } from './contextMeter';
import { el, setText } from './dom';
import { giveFocus } from './focus';
import type { Host } from './host';
import { icon } from './icons';
import { ModelMenu } from './modelMenu';
import { PastQuestions } from './pastQuestions';

/** A second click this soon after Stop has become Send was meant for Stop, in milliseconds. */
const doubleClick = 400;

/** Safari ends a composition just before it reports the Enter that ended it, in milliseconds. */
const afterComposing = 30;

/** Where a person writes. What is written here is lost only when the conversation shows it as a question. */
export class Composer {
  readonly #input = el('textarea', { rows: '1', spellcheck: 'false' });
  readonly #send = el('button', { type: 'button', class: 'primary' });
  readonly #newChatLabel = el('span', { class: 'button-label' });
  readonly #newChat = el(
    'button',
    { type: 'button', class: 'quiet new-chat' },
    icon('add'),
    this.#newChatLabel,
  );
  readonly #attach = el('button', { type: 'button', class: 'quiet attach' }, icon('attach'));
  readonly #attached: AttachedChips;
  readonly #list: CompletionList;
  readonly #past = new PastQuestions();
  readonly #answers: AnswersMenu;
  readonly #models: ModelMenu;
  readonly #meter = new ContextMeter();
  readonly element: HTMLElement;
  #state: ViewState | undefined;
  /** The question that was sent and has not come back yet. */
  #asked: string | undefined;
  /** True where a question was asked before there was a state. */
  #askedEarly = false;
  #idleSince = 0;
  #composedAt = -Infinity;

  constructor(
    private readonly host: Host,
    private readonly onAsk: () => void,
    announce: (words: string) => void,
  ) {
    this.#answers = new AnswersMenu(host, announce);
    this.#attached = new AttachedChips(host, () => this.focus(), announce);
    this.#list = new CompletionList(this.#input, {
      onTake: (kind, { id, name }, start) => {
        if (kind === 'command') this.#replace(start, `${name} `);
        else {
          this.#replace(start, '');
          host.post({ type: 'attach', source: id });
        }
      },
      announce,
    });
    this.#models = new ModelMenu(host, announce);
    this.element = el(
      'div',
      { class: 'composer' },
      this.#attached.element,
      this.#input,
      el(
        'div',
        { class: 'composer-bar' },
        el('div', { class: 'composer-how' }, this.#answers.button, this.#models.button, this.#meter.element),
        this.#attach,
        this.#newChat,
        this.#send,
      ),
      this.#answers.menu,
      this.#models.menu,
      this.#list.element,
    );
    this.#input.value = host.readDraft();
    this.#input.addEventListener('input', () => {
      this.#changed();
      this.#list.follow();
    });
    // Where the cursor goes without a letter, by mouse or arrow key, the word is another.
    this.#input.addEventListener('click', () => this.#list.follow());
    this.#input.addEventListener('keyup', ({ key }) => {
      if (['ArrowLeft', 'ArrowRight', 'Home', 'End'].includes(key)) this.#list.follow();
    });
    this.#input.addEventListener('keydown', (event) => this.#keydown(event));
    this.#input.addEventListener('compositionend', (event) => (this.#composedAt = event.timeStamp));
    this.#send.addEventListener('click', () => this.#clicked());
    this.#attach.addEventListener('click', () => {
      this.focus();
      if (this.#list.isOpen) this.#list.close();
      else this.#list.openSources();
    });
    // The field keeps the focus, and the list is still there to be closed by the click.
    this.#attach.addEventListener('pointerdown', (event) => event.preventDefault());
    this.#newChat.addEventListener('click', () => {
      host.post({ type: 'newChat' });
      this.focus();
    });
    // A click anywhere in the box is meant for the text.
    this.element.addEventListener('click', (event) => {
      if (event.target === this.element || event.target === this.#attached.element) this.focus();
    });
  }

  focus(): void {
    giveFocus(this.#input);
  }

  update(state: ViewState): void {
    const before = this.#state;
    this.#state = state;
    if (before?.busy === true && !state.busy) this.#idleSince = performance.now();
    this.#clearIfTaken(before, state);
    const { text } = state;
    this.#input.placeholder = text.composerPlaceholder;
    this.#input.setAttribute('aria-label', text.composerLabel);
    setText(this.#newChatLabel, text.newChat);
    this.#newChat.setAttribute('aria-label', text.newChat);
    this.#newChat.title = text.newChat;
    this.#newChat.hidden = state.messages.length === 0;
    this.#attach.setAttribute('aria-label', state.composer.attachLabel);
    this.#attach.title = state.composer.attachLabel;
    this.#attached.update(state);
    this.#list.update(state.composer);
    this.#past.update(
      state.messages.flatMap((message) => (message.role === 'user' ? (message.typed ?? message.text) : [])),
    );
    this.#answers.update(state);
    this.#models.update(state);
    this.#meter.update(state.models?.context);
    this.#changed();
    if (this.#askedEarly) this.#ask();
  }

  #clearIfTaken(before: ViewState | undefined, state: ViewState): void {
    const asked = this.#asked;
    if (asked === undefined) return;
    const known = new Set(before?.messages.map((message) => message.id));
    const taken = state.messages.some(
      (message) =>
        message.role === 'user' && !known.has(message.id) && (message.typed ?? message.text).trim() === asked,
    );
    // What goes along may be told anew before the question is there.
    if (!taken) return;
    this.#asked = undefined;
    // What was typed meanwhile belongs to the next question.
    const written = this.#input.value.trimStart();
    if (written.startsWith(asked)) this.#input.value = written.slice(asked.length).trimStart();
  }

  /** Puts `text` in the place of what stands between `start` and the cursor, and the cursor behind it. */
  #replace(start: number, text: string): void {
    this.#input.setRangeText(text, start, this.#input.selectionStart, 'end');
    this.#changed();
    this.focus();
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
    if (!composing && this.#list.keydown(event)) return;
    if (event.key === 'ArrowUp' || event.key === 'ArrowDown') this.#arrow(event);
    if (event.key !== 'Enter' || event.shiftKey || composing) return;
    event.preventDefault();
    if (!event.repeat) this.#ask();
  }

  /** On the first line up leads to the question before, on the last line down to the one after. */
  #arrow(event: KeyboardEvent): void {
    if (event.shiftKey || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    if (this.#input.selectionStart !== this.#input.selectionEnd) return;
    const by = event.key === 'ArrowUp' ? -1 : 1;
    if (isOnEdgeLine(this.#input, by) && this.#walk(by)) event.preventDefault();
  }

  /** @returns false at the end of the questions, where the key does what it does elsewhere. */
  #walk(by: -1 | 1): boolean {
    const text = this.#past.step(by, this.#input.value);
    if (text === undefined) return false;
    this.#input.value = text;
    this.#changed();
    // Up again goes on to the one before, though it has several lines.
    const at = by < 0 ? 0 : text.length;
    this.#input.setSelectionRange(at, at);
    // Of one line there is only one edge, and people go on writing at its end.
    if (isOnEdgeLine(this.#input, 1)) this.#input.setSelectionRange(text.length, text.length);
    return true;
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
    // Whoever is faster than the conversation that is still being read has asked all the same.
    this.#askedEarly = this.#state === undefined && question !== '';
    if (question === '' || this.#state?.busy !== false) return;
    this.#list.close();
    this.#asked = question;
    this.host.post({ type: 'ask', text: question });
    this.onAsk();
  }
}
