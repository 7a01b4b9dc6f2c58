/** What is drawn when there is time. */
export interface Drawable {
  readonly element: Element;
  draw(): void;
}

/** So far from what is seen, in pixels, messages are drawn before they are scrolled to. */
const ahead = 800;

/** So much of a pause must be left to begin another message, in milliseconds. */
const leastTime = 4;

/** Without idle callbacks (Safari), one message is drawn this often, in milliseconds. */
const withoutIdle = 50;

/**
 * Draws the messages of a long conversation from its end upwards when the page has nothing else to do, and at once what
 * a person scrolls to. Until then they are there as plain text: to be searched, and read by a screen reader.
 */
export class LaterDrawing {
  readonly #waiting = new Map<Element, Drawable>();
  readonly #observer: IntersectionObserver;
  #asked = false;

  constructor(box: Element) {
    const options = { root: box, rootMargin: `${ahead}px 0px` };
    this.#observer = new IntersectionObserver((entries) => {
      for (const { isIntersecting, target } of entries) if (isIntersecting) this.#draw(target);
    }, options);
  }

  /** @param drawable waits behind those that were added before it. */
  add(drawable: Drawable): void {
    this.#waiting.set(drawable.element, drawable);
    this.#observer.observe(drawable.element);
    this.#ask();
  }

  remove({ element }: Drawable): void {
    this.#waiting.delete(element);
    this.#observer.unobserve(element);
  }

  #ask(): void {
    if (this.#asked || this.#waiting.size === 0) return;
    this.#asked = true;
    if ('requestIdleCallback' in window) requestIdleCallback((pause) => this.#use(pause));
    else setTimeout(() => this.#use(undefined), withoutIdle);
  }

  #use(pause: IdleDeadline | undefined): void {
    this.#asked = false;
    do {
      const last = [...this.#waiting.keys()].at(-1);
      if (last === undefined) return;
      this.#draw(last);
    } while ((pause?.timeRemaining() ?? 0) > leastTime);
    this.#ask();
  }

  #draw(element: Element): void {
    const drawable = this.#waiting.get(element);
    if (drawable === undefined) return;
    this.remove(drawable);
    drawable.draw();
  }
}
