import type { ViewAttached } from '../../src/core/chat/composer/protocol';
import type { ViewState } from '../../src/core/chat/protocol';
import { chip } from './chip';
import { el } from './dom';
import { giveFocus } from './focus';
import type { Host } from './host';
import { icon } from './icons';

/** What goes along with the next question, as chips above the field, and what there is to say of it. */
export class AttachedChips {
  readonly element = el('div', { class: 'attached' });
  readonly #chips = el('div', { class: 'chips' });
  readonly #sum = el('span', { class: 'attached-sum' });
  #drawn = '';
  #before: { readonly ids: ReadonlySet<string>; readonly notes: readonly string[] } | undefined;

  /** @param onEmpty called when the chip that had the focus is gone, and no other is there to take it. */
  constructor(
    private readonly host: Host,
    private readonly onEmpty: () => void,
    private readonly announce: (words: string) => void,
  ) {}

  update({ composer, text }: ViewState): void {
    const { attached, notes, sum } = composer;
    const now = JSON.stringify([attached, notes, sum, text.selectionAttached]);
    if (now === this.#drawn) return;
    this.#drawn = now;
    const focusedAt = this.#focusedAt();
    this.element.hidden = attached.length === 0 && notes.length === 0;
    this.#chips.hidden = attached.length === 0;
    this.#chips.replaceChildren(...attached.map((one) => this.#chip(one, text.selectionAttached)));
    this.#sum.textContent = sum ?? '';
    if (sum !== undefined) this.#chips.append(this.#sum);
    this.element.replaceChildren(this.#chips, ...notes.map((note) => el('span', { class: 'note' }, note)));
    if (focusedAt >= 0) this.#focus(focusedAt);
    this.#tell(attached, notes, text.selectionAttached);
  }

  #chip(one: ViewAttached, lead: string): HTMLElement {
    const remove = el(
      'button',
      { type: 'button', class: 'chip-remove', 'aria-label': one.removeLabel, title: one.removeLabel },
      icon('remove'),
    );
    const take = (): void => this.host.post({ type: 'detach', id: one.id });
    remove.addEventListener('click', take);
    remove.addEventListener('keydown', (event) => {
      if (event.key !== 'Delete' && event.key !== 'Backspace') return;
      event.preventDefault();
      take();
    });
    const tag = chip(one.label, one.kind);
    tag.title = one.description;
    tag.prepend(el('span', { class: 'hidden' }, `${lead} `));
    if (one.tokens !== undefined) {
      // A screen reader hears the description in its place, with the word for what is counted.
      tag.querySelector('.chip-name')?.setAttribute('aria-hidden', 'true');
      tag.append(el('span', { class: 'chip-tokens', 'aria-hidden': 'true' }, one.tokens));
      tag.append(el('span', { class: 'hidden' }, one.description));
    }
    if (one.state !== undefined) tag.classList.add(one.state);
    tag.append(remove);
    return tag;
  }

  #buttons(): readonly HTMLElement[] {
    return [...this.#chips.querySelectorAll<HTMLElement>('.chip-remove')];
  }

  #focusedAt(): number {
    return this.#buttons().findIndex((button) => button === document.activeElement);
  }

  /** The chip that came into the place of the one that is gone, or the last. */
  #focus(at: number): void {
    const buttons = this.#buttons();
    const next = buttons[Math.min(at, buttons.length - 1)];
    if (next === undefined) this.onEmpty();
    else giveFocus(next);
  }

  /** Says what came, but for the selection: that follows the cursor, and would be heard all the time. */
  #tell(attached: readonly ViewAttached[], notes: readonly string[], lead: string): void {
    const here = attached.filter(({ id, state }) => id !== 'selection' && state !== 'pending');
    const before = this.#before;
    this.#before = { ids: new Set(here.map(({ id }) => id)), notes };
    if (before === undefined) return;
    const came = here
      .filter(({ id }) => !before.ids.has(id))
      .map(({ description }) => `${lead} ${description}`);
    const said = notes.filter((note) => !before.notes.includes(note));
    if (came.length + said.length > 0) this.announce([...came, ...said].join(' '));
  }
}
