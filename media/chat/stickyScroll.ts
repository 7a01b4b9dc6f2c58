/** This near to the end counts as being there, in pixels: fractions and a stray wheel notch must not unstick. */
const near = 24;

/**
 * Keeps a growing box at its end, but only for a person who is there. Whoever scrolls up to read stays where
 * they are until they come back.
 */
export class StickyScroll {
  #atEnd = true;
  #top = 0;
  readonly #observer = new ResizeObserver(() => this.follow());

  constructor(
    private readonly box: HTMLElement,
    content: HTMLElement,
  ) {
    box.addEventListener('scroll', () => this.#look(), { passive: true });
    // The window, the composer's height and late layout change sizes without any new text.
    this.#observer.observe(box);
    this.#observer.observe(content);
  }

  /** To be called when the content has grown. */
  follow(): void {
    if (!this.#atEnd) return;
    this.box.scrollTop = this.box.scrollHeight;
    this.#top = this.box.scrollTop;
  }

  /** Goes to the end because the person asked for what is there. */
  toEnd(): void {
    this.#atEnd = true;
    this.follow();
  }

  #look(): void {
    const { scrollTop, scrollHeight, clientHeight } = this.box;
    const upwards = scrollTop < this.#top;
    this.#top = scrollTop;
    if (scrollHeight - clientHeight - scrollTop <= near) this.#atEnd = true;
    // Content that grows before our own scroll event arrives also leaves a gap; only a move up is a wish.
    else if (upwards) this.#atEnd = false;
  }
}
