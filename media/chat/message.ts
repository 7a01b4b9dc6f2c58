import type { RemedyAction, TranslationAction, ViewMessage, ViewText } from '../../src/core/chat/protocol';
import { chip } from './chip';
import { el, setText } from './dom';
import { failureBox } from './failure';
import type { Drawable } from './laterDrawing';
import { languageNote } from './languageNote';
import { MessageActions, type ActionListener, type Direction } from './messageActions';
import { QuestionEditor } from './questionEditor';
import { StreamingMarkdown } from './streamingMarkdown';

/** What a message needs from the view around it. */
export interface MessageSurroundings {
  readonly text: ViewText;
  readonly onRemedy: (action: RemedyAction) => void;
  readonly onTranslation: (id: string, action: TranslationAction) => void;
  readonly onDrawn: () => void;
  readonly actions: ActionListener;
  /** A question was written anew. */
  readonly onEdited: (id: string, text: string) => void;
}

/** One question or answer. It lives as long as its id, so focus and selection in it survive new states. */
export class MessageView implements Drawable {
  readonly element: HTMLElement;
  readonly #body: HTMLElement;
  readonly #markdown: StreamingMarkdown | undefined;
  readonly #foot = el('div', { class: 'foot' });
  readonly #actions: MessageActions;
  #editor: QuestionEditor | undefined;
  /** The text that stands there plain until there is time to draw it. */
  #undrawn: string | undefined;
  /** All but the text, as last shown. */
  #shown = '';
  #streaming = false;

  /** @param isFar it is far from what is seen: its text is not drawn before it is asked to. */
  constructor(
    message: ViewMessage,
    private readonly around: MessageSurroundings,
    isFar = false,
  ) {
    this.#actions = new MessageActions(around.text.actions, around.actions);
    const answer = message.role === 'assistant';
    const name = answer ? around.text.assistant : around.text.you;
    const heading = el('h2', { class: 'who', id: `who-${message.id}` }, name);
    if (answer) this.#markdown = new StreamingMarkdown(around.text, around.onDrawn);
    this.#body = this.#markdown?.element ?? el('div', { class: 'question' });
    this.element = el(
      'article',
      // The role is implied, but said again for screen readers that only look for the attribute.
      {
        class: `message ${message.role}`,
        role: 'article',
        'aria-labelledby': heading.id,
        'data-id': message.id,
      },
      heading,
      this.#body,
      this.#foot,
      this.#actions.element,
    );
    if (isFar) {
      this.element.classList.add('far');
      if (this.#markdown && message.status !== 'streaming') this.#leave(message.text);
    }
    this.update(message);
  }

  get isDrawn(): boolean {
    return this.#undrawn === undefined;
  }

  draw(): void {
    const text = this.#undrawn;
    if (text === undefined) return;
    this.#undrawn = undefined;
    this.#body.classList.remove('undrawn');
    this.#body.replaceChildren();
    this.#markdown?.set(text);
    this.#markdown?.finish();
  }

  /** Puts the question's text into a field in its place. */
  edit(question: string): void {
    if (this.#editor) return;
    this.#editor = new QuestionEditor(question, this.around.text.actions, (text) => {
      // What was sent stays until the new question takes the place of this one: it may be refused.
      if (text !== undefined) this.around.onEdited(this.element.dataset.id ?? '', text);
      else this.#endEditing();
    });
    this.element.classList.add('editing');
    this.#body.after(this.#editor.element);
    this.#editor.focus();
  }

  focusStep(direction: Direction): void {
    this.#actions.focusStep(direction);
  }

  confirmCopy(): void {
    this.#actions.confirmCopy();
  }

  /** Text that has just arrived for this answer. */
  append(text: string): void {
    this.draw();
    this.#markdown?.append(text);
  }

  update(message: ViewMessage): void {
    this.#body.lang = message.lang;
    this.#updateText(message);
    this.#actions.update(message);
    const now = JSON.stringify({ ...message, text: '' });
    if (now === this.#shown) return;
    this.#shown = now;
    this.#foot.replaceChildren(...this.#footOf(message));
  }

  dispose(): void {
    this.#markdown?.dispose();
    this.element.remove();
  }

  #endEditing(): void {
    this.#editor?.element.remove();
    this.#editor = undefined;
    this.element.classList.remove('editing');
    this.#actions.focusEdit();
  }

  #leave(text: string): void {
    this.#undrawn = text;
    this.#body.classList.add('undrawn');
    this.#body.textContent = text;
  }

  #updateText(message: ViewMessage): void {
    if (this.#undrawn === message.text) return;
    this.draw();
    if (!this.#markdown) {
      setText(this.#body, message.text);
      return;
    }
    const streaming = message.status === 'streaming';
    const ended = this.#streaming && !streaming;
    this.#streaming = streaming;
    // Code that is still being written can be copied, but not be put anywhere half done.
    this.#body.classList.toggle('growing', streaming);
    const changed = this.#markdown.set(message.text);
    if (!streaming && (changed || ended)) this.#markdown.finish();
  }

  #footOf(message: ViewMessage): HTMLElement[] {
    const { text, onRemedy, onTranslation } = this.around;
    const parts: HTMLElement[] = [];
    if (message.attachments.length > 0) {
      parts.push(
        el('div', { class: 'chips' }, ...message.attachments.map(({ label, kind }) => chip(label, kind))),
      );
    }
    if (message.status === 'streaming') parts.push(el('p', { class: 'answering' }, text.statusAnswering));
    if (message.status === 'stopped') {
      const words = message.interrupted ? text.actions.interruptedNote : text.stoppedNote;
      parts.push(el('p', { class: 'note' }, words));
    }
    if (message.status === 'cut') parts.push(el('p', { class: 'note' }, text.cutNote));
    if (message.note !== undefined) parts.push(el('p', { class: 'note' }, message.note));
    if (message.translating) parts.push(el('p', { class: 'answering' }, text.statusTranslating));
    const { translation } = message;
    if (message.aside !== undefined || translation) {
      const act = (action: TranslationAction): void => onTranslation(message.id, action);
      parts.push(languageNote(message.aside, translation, act));
    }
    if (message.failure) parts.push(failureBox(message.failure, onRemedy));
    if (message.source) {
      parts.push(el('p', { class: 'source' }, `${message.source.model} \u00b7 ${message.source.host}`));
    }
    return parts;
  }
}
