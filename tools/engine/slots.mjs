/**
 * A few things that are used by one at a time; who comes when none is free waits in line.
 *
 * @template T
 */
export class Slots {
  /** @type {T[]} */
  #free;
  /** @type {((slot: T) => void)[]} */
  #line = [];

  /** @param {T[]} slots */
  constructor(slots) {
    this.#free = [...slots];
  }

  /**
   * @param {AbortSignal} signal leaves the line
   * @returns {Promise<T>}
   */
  async take(signal) {
    signal.throwIfAborted();
    const free = this.#free.pop();
    if (free !== undefined) return free;
    return new Promise((resolve, reject) => {
      const leave = () => {
        this.#line = this.#line.filter((waiting) => waiting !== enter);
        reject(signal.reason);
      };
      const enter = (/** @type {T} */ slot) => {
        signal.removeEventListener('abort', leave);
        resolve(slot);
      };
      signal.addEventListener('abort', leave, { once: true });
      this.#line.push(enter);
    });
  }

  /** @param {T} slot */
  give(slot) {
    const first = this.#line.shift();
    if (first) first(slot);
    else this.#free.push(slot);
  }
}
