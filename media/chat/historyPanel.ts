import type { HistoryRequest, ViewHistory, ViewHistoryItem } from '../../src/core/chat/history/viewProtocol';
import type { ViewText } from '../../src/core/chat/protocol';
import { el, setText } from './dom';
import { giveFocus } from './focus';
import { historyRow, renamingRow, type RowAction } from './historyRow';
import type { Host } from './host';
import { icon } from './icons';

/** How long a person may go on typing before it is searched for, in milliseconds. */
const typing = 150;

/** The list of conversations, over the chat. */
export class HistoryPanel {
  readonly element = el('section', { class: 'history', role: 'dialog', 'aria-modal': 'true' });
  readonly #back = el('button', { type: 'button', class: 'quiet' }, icon('back'));
  readonly #title = el('h2', {});
  readonly #deleteAll = el('button', { type: 'button', class: 'quiet history-delete-all' });
  readonly #search = el('input', { type: 'search', autocomplete: 'off', spellcheck: 'false' });
  readonly #list = el('div', { class: 'history-list' });
  readonly #end = el('div', { class: 'history-end' });
  readonly #note = el('p', { class: 'history-note' });
  #text: ViewText | undefined;
  #history: ViewHistory | undefined;
  #renaming: string | undefined;
  /** The row that takes the focus when it is drawn. */
  #active: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** How many conversations there were when more were asked for. */
  #askedAt = 0;

  constructor(
    private readonly host: Host,
    private readonly announce: (words: string) => void,
  ) {
    this.element.hidden = true;
    this.element.append(
      el('div', { class: 'history-head' }, this.#back, this.#title, this.#deleteAll),
      this.#search,
      el('div', { class: 'history-scroll' }, this.#list, this.#end, this.#note),
    );
    this.#back.addEventListener('click', () => this.#post({ action: 'hide' }));
    this.#deleteAll.addEventListener('click', () => this.#post({ action: 'deleteAll' }));
    this.#search.addEventListener('input', () => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#post({ action: 'search', query: this.#search.value }), typing);
    });
    this.element.addEventListener('keydown', (event) => this.#keydown(event));
    this.#list.addEventListener('focusin', ({ target }) => this.#activate(target));
    new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) this.#wantMore();
    }).observe(this.#end);
  }

  get isOpen(): boolean {
    return !this.element.hidden;
  }

  useWords(text: ViewText): void {
    if (this.#text === text) return;
    this.#text = text;
    const words = text.history;
    this.element.setAttribute('aria-label', words.title);
    setText(this.#title, words.title);
    setText(this.#deleteAll, words.deleteAll);
    this.#back.setAttribute('aria-label', words.close);
    this.#back.title = words.close;
    this.#search.placeholder = words.search;
    this.#search.setAttribute('aria-label', words.search);
    this.#draw();
  }

  show(history: ViewHistory | undefined): void {
    const opens = !this.isOpen && history !== undefined;
    this.element.hidden = history === undefined;
    this.#history = history;
    if (history === undefined) {
      this.#renaming = undefined;
      this.#active = undefined;
      this.#askedAt = 0;
      return;
    }
    if (opens) {
      this.#search.value = history.query;
      giveFocus(this.#search);
    }
    // A name that is being written stays as it is; the list is drawn anew when it is whole.
    if (this.#renamingInput() === null) this.#draw();
  }

  #draw(): void {
    const [history, text] = [this.#history, this.#text?.history];
    if (!history || !text) return;
    const focused = document.activeElement;
    const held =
      focused instanceof HTMLElement && this.#list.contains(focused) ? focused.dataset.row : undefined;
    const items = history.groups.flatMap((group) => group.items);
    if (!items.some(({ id }) => id === this.#active)) this.#active = items[0]?.id;
    this.#deleteAll.hidden = items.length === 0;
    const groups = history.groups.map(({ label, items: rows }, index) => {
      const heading = el('h3', { id: `history-group-${index}` }, label);
      const list = el('ul', { 'aria-labelledby': heading.id }, ...rows.map((item) => this.#row(item)));
      return el('div', { class: 'history-group' }, heading, list);
    });
    const words = this.#emptyWords(history, items.length);
    this.#list.replaceChildren(
      ...(history.problem === undefined ? [] : [el('p', { class: 'note' }, history.problem)]),
      ...groups,
      ...(words === undefined ? [] : [el('p', { class: 'history-empty' }, words)]),
    );
    setText(this.#note, history.note);
    this.#setTabStops();
    if (this.#renaming !== undefined) this.#selectName();
    else if (held !== undefined) this.#focusRow(held);
    this.#watchEnd();
  }

  #emptyWords({ searching, query }: ViewHistory, count: number): string | undefined {
    const text = this.#text?.history;
    if (searching) return text?.searching;
    if (count > 0) return undefined;
    return query.trim() === '' ? text?.none : text?.nothingFound;
  }

  #row(item: ViewHistoryItem): HTMLElement {
    const text = this.#text?.history;
    if (!text) return el('li');
    if (item.id !== this.#renaming) return historyRow(item, text, (action) => this.#act(item, action));
    return renamingRow(item, text, (title) => {
      this.#renaming = undefined;
      this.#active = item.id;
      if (title !== undefined && title !== item.title) this.#post({ action: 'rename', id: item.id, title });
      this.#draw();
      this.#focusRow('open');
    });
  }

  #act(item: ViewHistoryItem, action: RowAction): void {
    this.#active = item.id;
    if (action === 'rename') {
      this.#renaming = item.id;
      this.#draw();
      return;
    }
    this.#post({ action, id: item.id });
    if (action === 'delete') this.announce(`${this.#text?.history.deleted ?? ''}: ${item.title}`);
  }

  #keydown(event: KeyboardEvent): void {
    if (event.isComposing) return;
    if (event.key === 'Escape') this.#post({ action: 'hide' });
    else if (event.key === 'Tab') {
      this.#keepInside(event);
      return;
    } else if (!this.#moves(event.key) && !this.#keyOnRow(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** The list lies over the rest: Tab goes round in it. */
  #keepInside(event: KeyboardEvent): void {
    const stops = [...this.element.querySelectorAll<HTMLElement>('button, input')].filter(
      (one) => one.tabIndex >= 0 && one.checkVisibility(),
    );
    const edge = event.shiftKey ? stops[0] : stops.at(-1);
    if (document.activeElement !== edge) return;
    event.preventDefault();
    const other = event.shiftKey ? stops.at(-1) : stops[0];
    if (other) giveFocus(other);
  }

  #moves(key: string): boolean {
    const rows = this.#rows();
    const inList = this.#list.contains(document.activeElement);
    const at = rows.findIndex(({ dataset }) => dataset.id === this.#active);
    const next: Readonly<Record<string, number>> = {
      ArrowDown: inList ? at + 1 : 0,
      ArrowUp: at - 1,
      ...(inList ? { Home: 0, End: rows.length - 1 } : {}),
    };
    const index = next[key];
    if (index === undefined || (key === 'ArrowUp' && !inList)) return false;
    if (index < 0) {
      giveFocus(this.#search);
      return true;
    }
    const row = rows[index];
    if (row === undefined) return true;
    this.#active = row.dataset.id;
    this.#setTabStops();
    this.#focusRow('open');
    return true;
  }

  #keyOnRow(key: string): boolean {
    const action = { F2: 'rename', Delete: 'delete' }[key] as RowAction | undefined;
    const focused = document.activeElement;
    if (action === undefined || !(focused instanceof HTMLButtonElement)) return false;
    if (!this.#list.contains(focused)) return false;
    const item = this.#history?.groups.flatMap(({ items }) => items).find(({ id }) => id === this.#active);
    if (!item || item.deleted) return false;
    this.#act(item, action);
    return true;
  }

  #activate(target: EventTarget | null): void {
    const row = target instanceof Element ? target.closest<HTMLElement>('.history-row') : undefined;
    if (!row || row.dataset.id === this.#active) return;
    this.#active = row.dataset.id;
    this.#setTabStops();
  }

  /** Tab reaches one row and what can be done with it; the arrows go to the others. */
  #setTabStops(): void {
    for (const row of this.#rows()) {
      const stop = row.dataset.id === this.#active ? '0' : '-1';
      for (const button of row.querySelectorAll('button')) button.setAttribute('tabindex', stop);
    }
  }

  /** Puts the focus on a part of the active row, or on what is there in its place. */
  #focusRow(part: string): void {
    const row = this.#rows().find(({ dataset }) => dataset.id === this.#active);
    const button = row?.querySelector<HTMLElement>(`[data-row="${part}"]`) ?? row?.querySelector('button');
    giveFocus(button ?? this.#search);
  }

  #rows(): readonly HTMLElement[] {
    return [...this.#list.querySelectorAll<HTMLElement>('.history-row')];
  }

  #selectName(): void {
    const input = this.#renamingInput();
    if (input === null) return;
    giveFocus(input);
    input.setSelectionRange(0, input.value.length);
  }

  #renamingInput(): HTMLInputElement | null {
    return this.#list.querySelector('.renaming input');
  }

  #watchEnd(): void {
    this.#end.hidden = this.#history?.more !== true;
  }

  #wantMore(): void {
    const count = this.#rows().length;
    if (this.#history?.more !== true || count === this.#askedAt) return;
    this.#askedAt = count;
    this.#post({ action: 'more' });
  }

  #post(request: HistoryRequest): void {
    this.host.post({ type: 'history', ...request });
  }
}
