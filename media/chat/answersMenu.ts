import type { ViewAnswers, ViewState } from '../../src/core/chat/protocol';
import { ChipMenu } from './chipMenu';
import { el, setText } from './dom';
import type { Host } from './host';
import { icon } from './icons';
import { optionGroup, ScopeOptions } from './menuOptions';

/** The chip with the language of the answers, and the menu in which a person chooses language and level. */
export class AnswersMenu {
  readonly #name = el('span', { class: 'answers-name' });
  readonly button = el('button', { type: 'button', class: 'quiet answers' }, icon('language'), this.#name);
  readonly #menu = new ChipMenu(this.button, () => this.#draw());
  readonly menu = this.#menu.element;
  readonly #scope = new ScopeOptions(() => this.#menu.items);
  #state: ViewState | undefined;
  /** True from a choice until the extension has taken it up. */
  #chosen = false;

  /** @param announce says to a screen reader what a choice has led to. */
  constructor(
    private readonly host: Host,
    private readonly announce: (words: string) => void,
  ) {}

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
    if (this.#menu.isOpen) this.#menu.close();
    if (this.#chosen) this.announce(nameOf(answers));
    this.#chosen = false;
  }

  #draw(): HTMLElement | undefined {
    if (!this.#state) return undefined;
    const { answers, text } = this.#state;
    this.menu.setAttribute('aria-label', text.answersMenu);
    this.menu.replaceChildren(
      this.#scope.group(text),
      optionGroup({
        label: text.languagesLabel,
        what: 'language',
        options: answers.languages,
        onChoose: (value) => this.#choose('language', value),
      }),
      optionGroup({
        label: text.levelsLabel,
        what: 'level',
        options: answers.levels,
        onChoose: (value) => this.#choose('level', value),
      }),
    );
    return this.#menu.items.find(({ dataset }) => dataset.what === 'language' && dataset.checked === 'true');
  }

  #choose(what: 'language' | 'level', value: string): void {
    this.#chosen = true;
    this.host.post({ type: 'choose', what, value, forGood: this.#scope.forGood });
    this.#menu.close();
  }
}

function nameOf({ description, level }: ViewAnswers): string {
  return level === undefined ? description : `${description} ${level}.`;
}
