// cspell:disable
/** @typedef {import('./languages.mjs').Sample} Sample */

/** Parts of LibreOffice, and each third of the texts written here. */
const documents = new Set([
  ...['sdraw', 'simpress', 'smath', 'sdatabase', 'schart'].map((part) => `help/${part}`),
  ...['sd', 'dba', 'rpt', 'chart', 'sm', 'pcr', 'sfx'].map((part) => `interface/${part}`),
]);

/**
 * Whether a text is kept from training where options of the training are chosen.
 *
 * @param {Sample} sample
 */
export function isDevelopment({ document, text }) {
  return documents.has(document) || (document === 'texts' && text.length % 3 === 0);
}
