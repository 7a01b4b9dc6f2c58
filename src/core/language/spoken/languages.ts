/** The languages in which Aliada can answer, as BCP 47 tags and as the values of `aliada.language`. */
export const answerLanguages = ['es', 'es-419', 'ca', 'ca-valencia', 'gl', 'eu', 'oc-aranes', 'en'] as const;
export type AnswerLanguage = (typeof answerLanguages)[number];

/** The languages of Aliada's own interface. */
export const interfaceLanguages = ['en', 'es', 'ca', 'gl', 'eu'] as const;
export type InterfaceLanguage = (typeof interfaceLanguages)[number];

/** What each language calls itself. A test holds the labels of the settings to it. */
export const ownNames: Readonly<Record<AnswerLanguage, string>> = {
  es: 'Español',
  'es-419': 'Español (América)',
  ca: 'Català',
  'ca-valencia': 'Valencià',
  gl: 'Galego',
  eu: 'Euskara',
  'oc-aranes': 'Aranés',
  en: 'English',
};
