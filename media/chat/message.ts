import type { RemedyAction, TranslationAction, ViewMessage, ViewText } from '../../src/core/chat/protocol';
import { chip } from './chip';
import { el, setText } from './dom';
import { failureBox } from './failure';
import { languageNote } from './languageNote';
import { StreamingMarkdown } from './streamingMarkdown';

/** What a message needs from the view around it. */
export interface MessageSurroundings {
  readonly text: ViewText;
  readonly onRemedy: (action: RemedyAction) => void;
  readonly onTranslation: (id: string, action: TranslationAction) => void;
  readonly onDrawn: () => void;
}

/** One question or answer. It lives as long as its id, so focus and selection in it survive new states. */
export class MessageView {
  readonly element: HTMLElement;
  readonly #body: HTMLElement;
  readonly #markdown: StreamingMarkdown | undefined;
  readonly #foot = el('div', { class: 'foot' });
  /** All but the text, as last shown. */
  #shown = '';
  #streaming = false;

  constructor(
    message: ViewMessage,
    private readonly around: MessageSurroundings,
  ) {
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
    );
    this.update(message);
  }

  /** Text that has just arrived for this answer. */
  append(text: string): void {
    this.#markdown?.append(text);
  }

  update(message: ViewMessage): void {
    this.#body.lang = message.lang;
    this.#updateText(message);
    const now = JSON.stringify({ ...message, text: '' });
    if (now === this.#shown) return;
    this.#shown = now;
    this.#foot.replaceChildren(...this.#footOf(message));
  }

  dispose(): void {
    this.#markdown?.dispose();
    this.element.remove();
  }

  #updateText(message: ViewMessage): void {
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
      parts.push(el('div', { class: 'chips' }, ...message.attachments.map(chip)));
    }
    if (message.status === 'streaming') parts.push(el('p', { class: 'answering' }, text.statusAnswering));
    if (message.status === 'stopped') parts.push(el('p', { class: 'note' }, text.stoppedNote));
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
