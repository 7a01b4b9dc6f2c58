import { sameAsEnglish } from './languages.mjs';
import { markdownFaults } from './markdown.mjs';
import { lengthFaults } from './places.mjs';
import { termFaults } from './terms.mjs';
import { voiceFaults } from './voice.mjs';

/**
 * @typedef {import('./table.mjs').Table} Table
 */

/**
 * Holds one file of translations to the English texts.
 * @param {Table} english
 * @param {Table} translations
 * @param {string} language
 * @param {import('./terms.mjs').Glossary} [glossary]
 * @returns {string[]} faults, each beginning with its place
 */
export function checkTranslations(english, translations, language, glossary) {
  if (!translations.exists) {
    return english.entries.size === 0 ? [] : [`${translations.file}: this file is missing`];
  }
  const faults = [...translations.faults];
  for (const [key, { place }] of english.entries) {
    if (!translations.entries.has(key)) faults.push(`${translations.file}: "${key}" (${place}) is missing`);
  }
  for (const [key, { text, place }] of translations.entries) {
    const original = english.entries.get(key);
    if (original === undefined) faults.push(`${place}: "${key}" is no longer used`);
    else {
      const found = checkOne(key, original, text, language);
      if (glossary !== undefined && !isPath(text)) {
        found.push(...termFaults(glossary, key, original.text, text, language));
      }
      faults.push(...found.map((fault) => `${place}: "${key}" ${fault}`));
    }
  }
  return faults;
}

/**
 * Holds the English texts to what holds for all.
 * @param {Table} english
 * @returns {string[]} faults, each beginning with its place
 */
export function checkEnglish(english) {
  return [...english.entries].flatMap(([key, entry]) =>
    [...lengthFaults(key, entry, entry.text), ...voiceFaults(entry.text, 'en')].map(
      (fault) => `${entry.place}: "${key}" ${fault}`,
    ),
  );
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
 * @param {string} key
 * @param {import('./table.mjs').Entry} english
 * @param {string} translation
 * @param {string} language
 * @returns {string[]} what is wrong with the translation, without its place
 */
function checkOne(key, english, translation, language) {
  if (translation.trim() === '') return ['is empty'];
  const faults = [];
  const original = english.text;
  const [expected, found] = [placeholdersIn(original), placeholdersIn(translation)];
  for (const name of expected) if (!found.has(name)) faults.push(`has lost ${name}`);
  for (const name of found) if (!expected.has(name)) faults.push(`has ${name}, which the English has not`);
  if (translation === original && hasWords(original) && !sameAsEnglish[original]?.includes(language)) {
    faults.push('is the same as the English; if that is right, list it in tools/l10n/languages.mjs');
  }
  faults.push(...markdownFaults(original, translation));
  faults.push(...lengthFaults(key, english, translation));
  faults.push(...voiceFaults(translation, language));
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

/** The pictures of the walkthrough have a text each, too. @param {string} text */
function isPath(text) {
  return text.startsWith('media/');
}

/** @param {string} text */
function hasWords(text) {
  return /\p{L}/u.test(text.replaceAll(placeholder, ''));
}
