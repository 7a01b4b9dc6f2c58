/** The languages into which the interface is translated; its English is in the code and in package.nls.json. */
export const targetLanguages = ['es', 'ca', 'gl', 'eu'];

/**
 * Texts that are rightly the same in English and in these languages. Texts without any letter of their own,
 * such as `{0}: {1}`, need no entry.
 * @type {Readonly<Record<string, readonly string[]>>}
 */
export const sameAsEnglish = {
  Aliada: targetLanguages,
  Chat: targetLanguages,
  'Chat: {0}': ['es', 'gl'],
  No: ['es', 'ca'],
  '$(hubot) Model: {0}': ['ca'],
  Terminal: ['es', 'ca', 'gl'],
  'Terminal: {0}': ['es', 'ca', 'gl'],
};

/**
 * Where the translations of the texts in the code are.
 * @param {string} language
 */
export function bundleFile(language) {
  return `l10n/bundle.l10n.${language}.json`;
}

/**
 * Where the texts of package.json are, in English where no language is given.
 * @param {string} [language]
 */
export function manifestFile(language) {
  return language === undefined ? 'package.nls.json' : `package.nls.${language}.json`;
}
