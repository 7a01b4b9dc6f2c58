/** @typedef {import('./languages.mjs').Language} Language */
/** @typedef {import('./languages.mjs').Sample} Sample */

/** Gathers texts, each once per language, with spaces made plain. */
export class Samples {
  /** @type {Map<string, Sample>} */
  #byText = new Map();

  /** @param {Language} language @param {string} source @param {string} text @param {string} document */
  add(language, source, text, document) {
    const plain = text.replace(/\s+/g, ' ').trim();
    const key = `${language} ${plain}`;
    if (!this.#byText.has(key)) this.#byText.set(key, { language, source, text: plain, document });
  }

  /** @param {Language} language @param {string} text */
  has(language, text) {
    return this.#byText.has(`${language} ${text}`);
  }

  /** @returns {Sample[]} */
  list() {
    return [...this.#byText.values()];
  }
}
