import type { ViewChoice, ViewComposer } from '../../src/core/chat/composer/protocol';
import { el } from './dom';

/** What the list completes: a word behind `/` at the beginning, or behind `#` anywhere. */
type Kind = 'command' | 'source';

/** The word that is being typed. */
interface Word {
  readonly kind: Kind;
  /** Where it begins in the text, with its sign. */
  readonly start: number;
  readonly query: string;
}

export interface CompletionEvents {
  /** The entry takes the place of the text from `start` to the cursor. */
  onTake(kind: Kind, choice: ViewChoice, start: number): void;
  announce(words: string): void;
}

const patterns = {
  command: /^\s*\/([\p{L}\p{M}·]*)$/u,
  source: /(?:^|\s)#([\p{L}\p{M}·]*)$/u,
} as const;

/**
 * The list of commands or attachments under a word that is being typed. The focus stays in the field: the field names
 * the active entry (`aria-activedescendant`), and the list can be left alone by whoever does not want it.
 */
export class CompletionList {
  readonly element = el('div', { class: 'completion', id: 'completion', role: 'listbox' });
  #composer: ViewComposer | undefined;
  #word: Word | undefined;
  #shown: readonly ViewChoice[] = [];
  #active = 0;
  /** The word at which a person closed the list; it stays closed for as long as that word is typed. */
  #dismissedAt: number | undefined;
  /** Opened by the button, with no word typed. */
  #asked = false;

  constructor(
    private readonly input: HTMLTextAreaElement,
    private readonly events: CompletionEvents,
  ) {
    this.element.hidden = true;
    input.setAttribute('aria-autocomplete', 'list');
    input.setAttribute('aria-haspopup', 'listbox');
    input.addEventListener('blur', () => this.close());
    // The focus stays where the text is.
    this.element.addEventListener('pointerdown', (event) => event.preventDefault());
    this.element.addEventListener('click', ({ target }) => {
      const option = target instanceof Element ? target.closest<HTMLElement>('[role="option"]') : null;
      const choice = this.#shown.find(({ id }) => id === option?.dataset.id);
      if (choice !== undefined) this.#take(choice);
    });
  }

  get isOpen(): boolean {
    return !this.element.hidden;
  }

  update(composer: ViewComposer): void {
    this.#composer = composer;
    if (this.isOpen) this.#draw();
  }

  /** All that can be attached, for whoever does not know the words. */
  openSources(): void {
    this.#asked = true;
    this.#word = { kind: 'source', start: this.input.selectionStart, query: '' };
    this.#active = 0;
    this.#draw();
  }

  /** Follows what was typed, and where the cursor went. */
  follow(): void {
    const word = this.#wordAtCursor();
    if (this.#asked && word === undefined) {
      this.close();
      return;
    }
    this.#asked = false;
    if (word?.start !== this.#dismissedAt) this.#dismissedAt = undefined;
    const before = this.#word;
    this.#word = this.#dismissedAt === undefined ? word : undefined;
    if (before?.query !== this.#word?.query || before?.kind !== this.#word?.kind) this.#active = 0;
    this.#draw();
  }

  /** Closes; the word stays as it is. */
  close(): void {
    this.#asked = false;
    this.#word = undefined;
    this.#draw();
  }

  /** @returns true where the key was for the list. */
  keydown(event: KeyboardEvent): boolean {
    if (!this.isOpen || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return false;
    const count = this.#shown.length;
    const choice = this.#shown[this.#active];
    switch (event.key) {
      case 'ArrowDown':
        this.#activate((this.#active + 1) % count);
        break;
      case 'ArrowUp':
        this.#activate((this.#active - 1 + count) % count);
        break;
      case 'Escape':
        this.#dismissedAt = this.#word?.start;
        this.close();
        break;
      case 'Tab':
        if (event.shiftKey || choice === undefined) return false;
        this.#take(choice);
        break;
      case 'Enter':
        // A command that is already written out is sent.
        if (event.shiftKey || choice === undefined || this.#isWhole(choice)) return false;
        this.#take(choice);
        break;
      default:
        return false;
    }
    event.preventDefault();
    // Escape is for the list, not for the answer that is being written.
    event.stopPropagation();
    return true;
  }

  #isWhole(choice: ViewChoice): boolean {
    return this.#word?.kind === 'command' && choice.words.includes(comparable(this.#word.query));
  }

  #take(choice: ViewChoice): void {
    const word = this.#word;
    this.close();
    if (word !== undefined) this.events.onTake(word.kind, choice, word.start);
  }

  #wordAtCursor(): Word | undefined {
    const { selectionStart, selectionEnd, value } = this.input;
    if (selectionStart !== selectionEnd) return undefined;
    const before = value.slice(0, selectionStart);
    for (const kind of ['command', 'source'] as const) {
      const query = patterns[kind].exec(before)?.[1];
      if (query !== undefined) return { kind, start: selectionStart - query.length - 1, query };
    }
    return undefined;
  }

  #draw(): void {
    const composer = this.#composer;
    const word = this.#word;
    const before = this.#shown.map(({ id }) => id).join();
    this.#shown = composer && word ? matching(choicesOf(composer, word.kind), word.query) : [];
    this.element.hidden = this.#shown.length === 0;
    if (!composer || !word || this.#shown.length === 0) {
      this.element.replaceChildren();
      this.input.removeAttribute('aria-controls');
      this.input.removeAttribute('aria-activedescendant');
      return;
    }
    this.element.setAttribute(
      'aria-label',
      word.kind === 'command' ? composer.commandsLabel : composer.sourcesLabel,
    );
    this.element.replaceChildren(...this.#shown.map(optionOf));
    this.input.setAttribute('aria-controls', this.element.id);
    this.#activate(Math.min(this.#active, this.#shown.length - 1));
    if (this.#shown.map(({ id }) => id).join() !== before) {
      this.events.announce(composer.choicesCount.replace('{0}', String(this.#shown.length)));
    }
  }

  #activate(index: number): void {
    this.#active = index;
    for (const [at, option] of [...this.element.children].entries()) {
      option.setAttribute('aria-selected', String(at === index));
      if (at !== index) continue;
      this.input.setAttribute('aria-activedescendant', option.id);
      option.scrollIntoView({ block: 'nearest' });
    }
  }
}

function choicesOf(composer: ViewComposer, kind: Kind): readonly ViewChoice[] {
  return kind === 'command' ? composer.commands : composer.sources;
}

/** Those with a word that begins so; by the word that is shown first, then by the words of other languages. */
function matching(choices: readonly ViewChoice[], query: string): readonly ViewChoice[] {
  const typed = comparable(query);
  return choices
    .map((choice) => ({ choice, rank: choice.words.findIndex((word) => word.startsWith(typed)) }))
    .filter(({ rank }) => rank >= 0)
    .sort((a, b) => Math.min(a.rank, 1) - Math.min(b.rank, 1))
    .map(({ choice }) => choice);
}

/** As the extension prepares the words: without accents, in small letters. */
function comparable(word: string): string {
  return word
    .normalize('NFD')
    .replaceAll(/[\p{M}·]/gu, '')
    .toLowerCase();
}

function optionOf({ id, name, description }: ViewChoice): HTMLElement {
  return el(
    'div',
    { class: 'option', id: `option-${id}`, role: 'option', 'data-id': id, 'aria-selected': 'false' },
    el('span', { class: 'option-name' }, name),
    el('span', { class: 'option-description' }, description),
  );
}
