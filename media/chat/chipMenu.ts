import { el } from './dom';
import { giveFocus } from './focus';

/**
 * A menu of choices above the composer, opened by a chip in its bar: with arrows, Home, End and Escape, closed by a click
 * beside it. What stands in it is drawn by whoever owns it, each time it opens.
 */
export class ChipMenu {
  readonly element = el('div', { class: 'answers-menu', role: 'menu' });
  #redrawing = false;

  /** @param draw fills the menu. @returns the entry that has the focus first. */
  constructor(
    readonly button: HTMLButtonElement,
    private readonly draw: () => HTMLElement | undefined,
  ) {
    button.setAttribute('aria-haspopup', 'menu');
    button.setAttribute('aria-expanded', 'false');
    this.element.hidden = true;
    button.addEventListener('click', () => (this.isOpen ? this.close() : this.open()));
    button.addEventListener('keydown', (event) => {
      if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
      event.preventDefault();
      this.open();
    });
    this.element.addEventListener('keydown', (event) => this.#keydown(event));
    this.element.addEventListener('focusout', ({ relatedTarget }) => {
      const inside = relatedTarget instanceof Node && this.element.contains(relatedTarget);
      if (!inside && relatedTarget !== button && !this.#redrawing) this.#hide();
    });
    document.addEventListener('pointerdown', ({ target }) => {
      if (target instanceof Node && !this.element.contains(target) && !button.contains(target)) this.#hide();
    });
  }

  get isOpen(): boolean {
    return !this.element.hidden;
  }

  open(): void {
    const first = this.draw();
    this.element.hidden = false;
    this.button.setAttribute('aria-expanded', 'true');
    const entry = first ?? this.items[0];
    if (entry) giveFocus(entry);
  }

  /** Draws the open menu anew: the entry that has the focus goes away meanwhile, and that closes nothing. */
  redraw(draw: () => void): void {
    this.#redrawing = true;
    draw();
    this.#redrawing = false;
  }

  /** Closes and gives the focus back. */
  close(): void {
    this.#hide();
    giveFocus(this.button);
  }

  get items(): readonly HTMLElement[] {
    return [...this.element.querySelectorAll<HTMLElement>('[role^="menuitem"]')];
  }

  #hide(): void {
    this.element.hidden = true;
    this.button.setAttribute('aria-expanded', 'false');
  }

  #keydown(event: KeyboardEvent): void {
    const { items } = this;
    const at = items.findIndex((item) => item === document.activeElement);
    const next: Readonly<Record<string, number>> = {
      ArrowDown: (at + 1) % items.length,
      ArrowUp: (at - 1 + items.length) % items.length,
      Home: 0,
      End: items.length - 1,
    };
    const index = next[event.key];
    const entry = index === undefined ? undefined : items[index];
    if (entry) giveFocus(entry);
    else if (event.key === 'Escape' || event.key === 'Tab') this.close();
    else return;
    // Escape here is for the menu, not for the answer that is being written.
    event.stopPropagation();
    if (event.key !== 'Tab') event.preventDefault();
  }
}
