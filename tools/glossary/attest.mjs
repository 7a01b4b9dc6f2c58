/**
 * Where the catalogues have an English term together with our word for it.
 *
 * @typedef {object} Attestation
 * @property {string} catalogue
 * @property {boolean} whole whether the term is all of the message, and not only a part of it
 */

/** A longer message may have both words by chance. */
const LONGEST_MESSAGE = 120;

/** Plurals and, in Basque, endings: what may stand behind a word of ours in a translation. */
const ENDINGS = {
  es: '(?:e?s)?',
  ca: '(?:e?s|ns)?',
  gl: '(?:e?s)?',
  // cspell:disable-next-line
  eu: '(?:-?r?(?:a|ak|ek|ari|aren|an|ean|etan|ko|eko|etako|tik|etik|ra|era|ei|en|ekin|arekin|z|az|ez|ik|rik))?',
};

/** The messages of one language, ready to be asked. */
export class Evidence {
  /**
   * @param {keyof typeof ENDINGS} language
   * @param {import('./catalogues.mjs').Catalogue[]} catalogues all of that language
   */
  constructor(language, catalogues) {
    this.language = language;
    /** @type {{ source: string, translation: string, catalogue: string }[]} */
    this.rows = catalogues.flatMap(({ name, messages }) =>
      messages
        .filter(({ source }) => source.length <= LONGEST_MESSAGE)
        .map((message) => ({
          source: plain(message.source),
          translation: plain(message.translation),
          catalogue: name,
        }))
        // Longer messages that are the same were not translated.
        .filter((row) => row.source !== row.translation || !row.source.includes(' ')),
    );
    /** @type {Map<string, typeof this.rows>} */
    this.byWord = new Map();
    for (const row of this.rows) {
      for (const word of new Set(row.source.match(/[\p{L}\p{N}]+/gu) ?? [])) {
        const rows = this.byWord.get(word) ?? [];
        rows.push(row);
        this.byWord.set(word, rows);
      }
    }
  }

  /**
   * @param {readonly string[]} english the term's English names
   * @param {string} term our word
   * @returns {Attestation | undefined} the best there is: a whole message, else the shortest
   */
  find(english, term) {
    const ours = pattern(term, ENDINGS[this.language]);
    const wholeOurs = new RegExp(`^${ours}$`, 'u');
    const partOurs = new RegExp(`(?<![\\p{L}\\p{N}])${ours}(?![\\p{L}\\p{N}])`, 'u');
    const found = english.flatMap((name) => {
      const partEnglish = new RegExp(
        `(?<![\\p{L}\\p{N}])${pattern(name, '(?:e?s)?')}(?![\\p{L}\\p{N}])`,
        'u',
      );
      const wholeEnglish = new RegExp(`^${pattern(name, '(?:e?s)?')}$`, 'u');
      return this.candidates(name)
        .filter((row) => partEnglish.test(row.source) && partOurs.test(row.translation))
        .map((row) => ({ ...row, whole: wholeEnglish.test(row.source) && wholeOurs.test(row.translation) }));
    });
    // The sort is stable: of two alike the catalogue that comes first stays first.
    const [best] = found.sort(
      (a, b) => Number(b.whole) - Number(a.whole) || a.source.length - b.source.length,
    );
    return best && { catalogue: best.catalogue, whole: best.whole };
  }

  /**
   * How the catalogues translate a message that is nothing but the term, the commonest first.
   *
   * @param {readonly string[]} english
   * @returns {[string, number][]}
   */
  translations(english) {
    /** @type {Map<string, number>} */
    const counts = new Map();
    for (const name of english.map(plain)) {
      for (const row of this.candidates(name)) {
        if (row.source === name) counts.set(row.translation, (counts.get(row.translation) ?? 0) + 1);
      }
    }
    return [...counts].sort((a, b) => b[1] - a[1]);
  }

  /** @param {string} name */
  candidates(name) {
    const words = plain(name).match(/[\p{L}\p{N}]+/gu) ?? [];
    const [first = '', ...others] = words;
    // The first of several words has no plural.
    const forms = others.length > 0 ? [first] : [first, `${first}s`, `${first}es`];
    return forms.flatMap((form) => this.byWord.get(form) ?? []);
  }
}

/** @param {string} text without mnemonics and the signs at its end, in small letters */
function plain(text) {
  return (
    text
      .replace(/[_&~](?=\p{L})/gu, '')
      .replace(/[\s.:…]+$/u, '')
      .replace(/\s+/g, ' ')
      .replaceAll('’', "'")
      .trim()
      .toLowerCase()
      // cspell:disable
      // Galician may write both; no other of the languages has these endings.
      .replace(/ábe(?=l|is)/gu, 'abe')
      .replace(/íbe(?=l|is)/gu, 'ibe')
      .replace(/(?<=[ai])bel(?!\p{L})/gu, 'ble')
      .replace(/(?<=[ai])beis(?!\p{L})/gu, 'bles')
  );
}

/** @param {string} name @param {string} ending that each word may have */
function pattern(name, ending) {
  return plain(name)
    .split(/[\s-]+/)
    .map((word) => word.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&') + ending)
    .join('[\\s-]+');
}
