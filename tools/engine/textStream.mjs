/** What a decoder writes for a character whose last bytes have not come yet. */
const INCOMPLETE = '\uFFFD';
/** A character has at most four bytes; after as many tokens what is still broken is really so. */
const MAX_PENDING = 4;

/** Turns tokens into text as they come: whole characters only, and nothing of a stop string. */
export class TextStream {
  /** @type {number[]} tokens that do not make a whole character yet */
  #pending = [];
  /** @type {number[]} */
  #before = [];
  /** Text that may be the beginning of a stop string. */
  #held = '';
  #stops;
  #decode;
  stopped = false;

  /**
   * @param {string[]} stops
   * @param {(tokens: number[], before: number[]) => string} decode
   */
  constructor(stops, decode) {
    this.#stops = stops.filter(Boolean);
    this.#decode = decode;
  }

  /**
   * @param {number} token
   * @returns {string} the text that is certain now
   */
  push(token) {
    this.#pending.push(token);
    const text = this.#decode(this.#pending, this.#before);
    if (text.endsWith(INCOMPLETE) && this.#pending.length < MAX_PENDING) return '';
    this.#before = this.#pending;
    this.#pending = [];
    return this.#release(text);
  }

  /** @returns {string} what was held back until the end */
  end() {
    if (this.stopped) return '';
    const text = this.#pending.length ? this.#decode(this.#pending, this.#before) : '';
    const rest = this.#release(text) + (this.stopped ? '' : this.#held);
    this.#held = '';
    return rest;
  }

  /** @param {string} text */
  #release(text) {
    const all = this.#held + text;
    const found = this.#stops.map((stop) => all.indexOf(stop)).filter((index) => index >= 0);
    if (found.length) {
      this.stopped = true;
      return all.slice(0, Math.min(...found));
    }
    const keep = Math.max(0, ...this.#stops.map((stop) => overlap(all, stop)));
    this.#held = all.slice(all.length - keep);
    return all.slice(0, all.length - keep);
  }
}

/**
 * @param {string} text
 * @param {string} stop
 * @returns {number} how many characters at the end of the text begin the stop string
 */
function overlap(text, stop) {
  for (let length = Math.min(text.length, stop.length - 1); length > 0; length--) {
    if (text.endsWith(stop.slice(0, length))) return length;
  }
  return 0;
}
