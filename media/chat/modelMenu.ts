import type { ViewModels, ViewState } from '../../src/core/chat/protocol';
import { ChipMenu } from './chipMenu';
import { el, setText } from './dom';
import { giveFocus } from './focus';
import type { Host } from './host';
import { icon } from './icons';
import { optionGroup, ScopeOptions } from './menuOptions';

/** The chip with the model that will be asked, and the menu in which a person chooses another, here or elsewhere. */
export class ModelMenu {
  readonly #name = el('span', { class: 'answers-name' });
  readonly button = el('button', { type: 'button', class: 'quiet model' }, icon('model'), this.#name);
  readonly #menu = new ChipMenu(this.button, () => this.#open());
  readonly menu = this.#menu.element;
  readonly #scope = new ScopeOptions(() => this.#menu.items);
  #state: ViewState | undefined;
  #chosen = false;

  constructor(
    private readonly host: Host,
    private readonly announce: (words: string) => void,
  ) {
    this.button.hidden = true;
    this.menu.classList.add('models-menu');
  }

  update(state: ViewState): void {
    const before = this.#state?.models;
    this.#state = state;
    const { models } = state;
    this.button.hidden = models === undefined;
    if (models === undefined) {
      if (this.#menu.isOpen) this.#menu.close();
      return;
    }
    if (JSON.stringify(before) === JSON.stringify(models)) return;
    setText(this.#name, models.name);
    this.button.setAttribute('aria-label', models.description);
    this.button.title = models.description;
    if (this.#chosen && before?.description !== models.description) {
      this.announce(models.description);
      this.#chosen = false;
    }
    if (this.#menu.isOpen) this.#menu.redraw(() => this.#redraw(state, models));
  }

  /** What the servers offer is asked for each time: the menu fills up while it is open. */
  #open(): HTMLElement | undefined {
    if (!this.#state?.models) return undefined;
    this.#draw(this.#scope.group(this.#state.text), this.#state.models);
    this.host.post({ type: 'listModels' });
    return this.#checked();
  }

  /** With the focus, and the scope that was chosen, where they were. */
  #redraw({ text }: ViewState, models: ViewModels): void {
    const focused = document.activeElement;
    const value = focused instanceof HTMLElement ? focused.dataset.value : undefined;
    const hadFocus = this.menu.contains(focused);
    const scope = this.menu.querySelector<HTMLElement>('.answers-group') ?? this.#scope.group(text);
    this.#draw(scope, models);
    if (!hadFocus) return;
    const same = this.#menu.items.find((item) => item.dataset.value === value);
    const entry = same ?? this.#checked() ?? this.#menu.items[0];
    if (entry) giveFocus(entry);
  }

  #draw(scope: HTMLElement, models: ViewModels): void {
    this.menu.setAttribute('aria-label', models.text.menu);
    const another = el(
      'button',
      { type: 'button', role: 'menuitem', tabindex: '-1', 'data-value': 'another' },
      models.text.another,
    );
    another.addEventListener('click', () => {
      this.#menu.close();
      this.host.post({ type: 'remedy', action: 'setUp' });
    });
    const asking = el('div', { class: 'answers-note' }, models.asking ? models.text.asking : '');
    asking.hidden = !models.asking;
    const groups = models.groups.map(({ host, note, options }) =>
      optionGroup({ label: host, what: 'model', options, note, onChoose: (value) => this.#choose(value) }),
    );
    this.menu.replaceChildren(
      scope,
      ...groups,
      el('div', { class: 'answers-group' }, asking, el('div', { class: 'answers-options' }, another)),
    );
  }

  #checked(): HTMLElement | undefined {
    return this.#menu.items.find(({ dataset }) => dataset.what === 'model' && dataset.checked === 'true');
  }

  #choose(id: string): void {
    this.#chosen = true;
    this.host.post({ type: 'chooseModel', id, forGood: this.#scope.forGood });
    this.#menu.close();
  }
}
