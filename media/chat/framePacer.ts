/** Drawing may take this share of the time; the rest belongs to typing and scrolling. */
const share = 0.25;

/**
 * Runs a piece of drawing at most once a frame, and less often when it proves slow: however large the block
 * that is being written, the page stays responsive.
 */
export class FramePacer {
  #frame: number | undefined;
  #notBefore = 0;

  constructor(private readonly draw: () => void) {}

  /** Asks for one drawing soon. Asking again before it has happened changes nothing. */
  request(): void {
    this.#frame ??= requestAnimationFrame((now) => this.#run(now));
  }

  cancel(): void {
    if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
    this.#frame = undefined;
  }

  #run(now: number): void {
    this.#frame = undefined;
    if (now < this.#notBefore) {
      this.request();
      return;
    }
    const start = performance.now();
    this.draw();
    const took = performance.now() - start;
    this.#notBefore = took < 4 ? 0 : start + took / share;
  }
}
