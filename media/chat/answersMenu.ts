import type { ViewAnswers, ViewOption, ViewState } from '../../src/core/chat/protocol';
import { el, setText } from './dom';
import type { Host } from './host';
import { icon } from './icons';

/** The chip with the language of the answers, and the menu in which a person chooses language and level. */
export class AnswersMenu {
  readonly #name = el('span', { class: 'answers-name' });
  readonly button = el(
    'button',
    { type: 'button', class: 'quiet answers', 'aria-haspopup': 'menu', 'aria-expanded': 'false' },
    icon('language'),
    this.#name,
  );
  readonly menu = el('div', { class: 'answers-menu', role: 'menu' });
  #state: ViewState | undefined;
  #forGood = false;
  /** True from a choice until the extension has taken it up. */
  #chosen = false;

  /** @param announce says to a screen reader what a choice has led to. */
  constructor(
    private readonly host: Host,
    private readonly announce: (words: string) => void,
  ) {
    this.menu.hidden = true;
    this.button.addEventListener('click', () => (this.#isOpen ? this.#close() : this.#open()));
    this.button.addEventListener('keydown', (event) => {
      if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
      event.preventDefault();
      this.#open();
    });
    this.menu.addEventListener('keydown', (event) => this.#keydown(event));
    this.menu.addEventListener('focusout', ({ relatedTarget }) => {
      const inside = relatedTarget instanceof Node && this.menu.contains(relatedTarget);
      if (!inside && relatedTarget !== this.button) this.#hide();
    });
    document.addEventListener('pointerdown', ({ target }) => {
      if (target instanceof Node && !this.menu.contains(target) && !this.button.contains(target))
        this.#hide();
    });
  }

  update(state: ViewState): void {
    const before = this.#state;
    this.#state = state;
    const { answers, text } = state;
    const drawn = before && JSON.stringify([before.answers, before.text]);
    if (drawn === JSON.stringify([answers, text])) return;
    this.#name.lang = answers.lang;
    setText(this.#name, answers.language);
    this.button.querySelector('.answers-level')?.remove();
    if (answers.level !== undefined)
      this.button.append(el('span', { class: 'answers-level' }, answers.level));
    this.button.setAttribute('aria-label', nameOf(answers));
    this.button.title = nameOf(answers);
    // Another language of the interface: the words in the menu are old.
    if (this.#isOpen) this.#close();
    if (this.#chosen) this.announce(nameOf(answers));
    this.#chosen = false;
  }

  get #isOpen(): boolean {
    return !this.menu.hidden;
  }

  #open(): void {
    if (!this.#state) return;
    this.#forGood = false;
    this.#draw(this.#state);
    this.menu.hidden = false;
    this.button.setAttribute('aria-expanded', 'true');
    const items = this.#items();
    const language = items.find(({ dataset }) => dataset.what === 'language' && dataset.checked === 'true');
    (language ?? items[0])?.focus();
  }

  /** Closes and gives the focus back. */
  #close(): void {
    this.#hide();
    this.button.focus();
  }

  #hide(): void {
    this.menu.hidden = true;
    this.button.setAttribute('aria-expanded', 'false');
  }

  #draw({ answers, text }: ViewState): void {
    this.menu.setAttribute('aria-label', text.answersMenu);
    const scopes = [
      { value: 'conversation', label: text.scopeConversation, checked: true },
      { value: 'forGood', label: text.scopeForGood, checked: false },
    ];
    this.menu.replaceChildren(
      group(text.scopeLabel, scopes, 'scope', (value) => this.#scope(value === 'forGood')),
      group(text.languagesLabel, answers.languages, 'language', (value) => this.#choose('language', value)),
      group(text.levelsLabel, answers.levels, 'level', (value) => this.#choose('level', value)),
    );
  }

  #scope(forGood: boolean): void {
    this.#forGood = forGood;
    for (const item of this.#items()) {
      if (item.dataset.what === 'scope') check(item, (item.dataset.value === 'forGood') === forGood);
    }
  }

  #choose(what: 'language' | 'level', value: string): void {
    this.#chosen = true;
    this.host.post({ type: 'choose', what, value, forGood: this.#forGood });
    this.#close();
  }

  #keydown(event: KeyboardEvent): void {
    const items = this.#items();
    const at = items.findIndex((item) => item === document.activeElement);
    const next: Readonly<Record<string, number>> = {
      ArrowDown: (at + 1) % items.length,
      ArrowUp: (at - 1 + items.length) % items.length,
      Home: 0,
      End: items.length - 1,
    };
    const index = next[event.key];
    if (index !== undefined) items[index]?.focus();
    else if (event.key === 'Escape' || event.key === 'Tab') this.#close();
    else return;
    // Escape here is for the menu, not for the answer that is being written.
    event.stopPropagation();
    if (event.key !== 'Tab') event.preventDefault();
  }

  #items(): readonly HTMLElement[] {
    return [...this.menu.querySelectorAll<HTMLElement>('[role="menuitemradio"]')];
  }
}

function nameOf({ description, level }: ViewAnswers): string {
  return level === undefined ? description : `${description} ${level}.`;
}

function group(
  label: string,
  options: readonly ViewOption[],
  what: string,
  onChoose: (value: string) => void,
): HTMLElement {
  const items = options.map(({ value, label: name, lang, checked }) => {
    const words = el('span', lang === undefined ? {} : { lang }, name);
    const item = el(
      'button',
      { type: 'button', role: 'menuitemradio', tabindex: '-1', 'data-what': what, 'data-value': value },
      icon('copied'),
      words,
    );
    check(item, checked);
    item.addEventListener('click', () => onChoose(value));
    return item;
  });
  return el(
    'div',
    { class: 'answers-group', role: 'group', 'aria-label': label },
    el('div', { class: 'answers-heading', 'aria-hidden': 'true' }, label),
    el('div', { class: 'answers-options', role: 'presentation' }, ...items),
  );
}

function check(item: HTMLElement, checked: boolean): void {
  item.setAttribute('aria-checked', String(checked));
  item.dataset.checked = String(checked);
}
