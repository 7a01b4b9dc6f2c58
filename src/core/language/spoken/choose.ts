import {
  answerLanguages,
  interfaceLanguages,
  type AnswerLanguage,
  type InterfaceLanguage,
} from './languages';

/**
 * The language of answers.
 * @param setting the value of `aliada.language`; anything that is not a language of ours counts as `auto`.
 * @param displayLanguage VS Code's, a BCP 47 tag. Never the operating system's or the region's.
 */
export function chooseAnswerLanguage(setting: string, displayLanguage: string): AnswerLanguage {
  return (
    answerLanguages.find((language) => language === setting) ?? ofDisplayLanguage(displayLanguage) ?? 'es'
  );
}

/** The language of Aliada's own words: the nearest of the five to the language of answers. */
export function interfaceLanguageFor(language: AnswerLanguage): InterfaceLanguage {
  // In the Val d'Aran Catalan is official beside Aranese, and nearest to it.
  if (language === 'oc-aranes') return 'ca';
  return interfaceLanguages.find((one) => one === language.split('-')[0]) ?? 'en';
}

/** The BCP 47 tag that marks a text in this language for screen readers and hyphenation. */
export function languageTag(language: AnswerLanguage): string {
  return language;
}

function ofDisplayLanguage(tag: string): AnswerLanguage | undefined {
  const lower = tag.toLowerCase();
  if (/^es-(419|mx|ar|co|cl|pe|ve|ec|gt|cu|bo|do|hn|py|sv|ni|cr|pa|uy|pr|us)$/.test(lower)) return 'es-419';
  if (lower.startsWith('ca-') && lower.includes('valencia')) return 'ca-valencia';
  if (lower === 'oc' || lower.startsWith('oc-')) return 'oc-aranes';
  return answerLanguages.find((language) => language === lower.split('-')[0]);
}
