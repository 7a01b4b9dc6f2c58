import { readFileSync } from 'node:fs';

/**
 * The texts of a compiled gettext catalogue (`.mo`), by the format in gettext's manual: two tables of length and
 * offset, for the originals and their translations.
 *
 * @param {string} file
 * @returns {{ originals: string[], translations: string[] }[]} several of each where there are plural forms
 */
export function readCatalogue(file) {
  const bytes = readFileSync(file);
  const isLittle = bytes.readUInt32LE(0) === 0x950412de;
  /** @param {number} at */
  const number = (at) => (isLittle ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at));
  /** @param {number} entry @returns {string} */
  const text = (entry) => bytes.toString('utf8', number(entry + 4), number(entry + 4) + number(entry));
  const [count, originals, translations] = [number(8), number(12), number(16)];
  return Array.from({ length: count }, (_, index) => {
    const original = text(originals + 8 * index);
    return {
      originals: original.slice(original.indexOf('\u0004') + 1).split('\0'),
      translations: text(translations + 8 * index).split('\0'),
    };
  }).filter((entry) => entry.originals[0] !== '');
}
