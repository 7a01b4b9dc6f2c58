/** In the order of `identifiedLanguages`: the classes of the model. */
export const languages = /** @type {const} */ (['es', 'ca', 'gl', 'eu', 'oc', 'pt', 'en', 'fr']);
/** @typedef {typeof languages[number]} Language */
/** @typedef {{ language: Language, source: string, text: string, document: string }} Sample */

/**
 * @param {string} locale such as `pt_BR`, `pt-br`, `ca@valencia`, `en_GB`, `C`
 * @returns {Language | undefined}
 */
export function languageOf(locale) {
  if (locale === 'C') return 'en';
  const [, first = '', rest = ''] = /^([a-z]+)([-_@].*)?$/i.exec(locale) ?? [];
  // Catalogues of other countries than these are few, and mostly copies.
  if (rest !== '' && !/^[-_@](br|pt|us|gb|es|valencia)$/i.test(rest)) return undefined;
  return languages.find((language) => language === first);
}
