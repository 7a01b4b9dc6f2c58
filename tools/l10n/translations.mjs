import { sameAsEnglish } from './languages.mjs';

/**
 * @typedef {import('./table.mjs').Table} Table
 */

/**
 * Holds one file of translations to the English texts.
 * @param {Table} english
 * @param {Table} translations
 * @param {string} language
 * @returns {string[]} faults, each beginning with its place
 */
export function checkTranslations(english, translations, language) {
  if (!translations.exists) {
    return english.entries.size === 0 ? [] : [`${translations.file}: this file is missing`];
  }
  const faults = [...translations.faults];
  for (const [key, { place }] of english.entries) {
    if (!translations.entries.has(key)) faults.push(`${translations.file}: "${key}" (${place}) is missing`);
  }
  for (const [key, { text, place }] of translations.entries) {
    const original = english.entries.get(key)?.text;
    if (original === undefined) faults.push(`${place}: "${key}" is no longer used`);
    else faults.push(...checkOne(original, text, language).map((fault) => `${place}: "${key}" ${fault}`));
  }
  return faults;
}

/**
 * What a translator still has to write: key and English text, to be replaced by the translation.
 * @param {Table} english
 * @param {Table} translations
 * @returns {Record<string, string>}
 */
export function missingTranslations(english, translations) {
  /** @type {Record<string, string>} */
  const missing = {};
  for (const [key, { text }] of english.entries) {
    if ((translations.entries.get(key)?.text ?? '').trim() === '') missing[key] = text;
  }
  return missing;
}

/**
 * @param {string} original
 * @param {string} translation
 * @param {string} language
 * @returns {string[]} what is wrong with the translation, without its place
 */
function checkOne(original, translation, language) {
  if (translation.trim() === '') return ['is empty'];
  const faults = [];
  const [expected, found] = [placeholdersIn(original), placeholdersIn(translation)];
  for (const name of expected) if (!found.has(name)) faults.push(`has lost ${name}`);
  for (const name of found) if (!expected.has(name)) faults.push(`has ${name}, which the English has not`);
  if (translation === original && hasWords(original) && !sameAsEnglish[original]?.includes(language)) {
    faults.push('is the same as the English; if that is right, list it in tools/l10n/languages.mjs');
  }
  return faults;
}

const placeholder = /\{\w+\}/g;

/**
 * The {0} and {name} of a text; a translation may repeat one or change their order.
 * @param {string} text
 */
function placeholdersIn(text) {
  return new Set(text.match(placeholder));
}

/** @param {string} text */
function hasWords(text) {
  return /\p{L}/u.test(text.replaceAll(placeholder, ''));
}
