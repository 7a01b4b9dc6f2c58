import type { IdentifiedLanguage } from '../language/spoken/identify';
import type { AnswerLanguage } from '../language/spoken/languages';

/** The languages by the names that SalamandraTA was taught with. */
const names: Readonly<Record<IdentifiedLanguage | AnswerLanguage, string>> = {
  es: 'Spanish',
  'es-419': 'Spanish',
  ca: 'Catalan',
  'ca-valencia': 'Valencian',
  gl: 'Galician',
  eu: 'Basque',
  oc: 'Occitan',
  'oc-aranes': 'Aranese',
  pt: 'Portuguese',
  en: 'English',
  fr: 'French',
};

/**
 * The one instruction that SalamandraTA takes: it was taught with it, and anything more makes it collapse. It is a form
 * that its model reads, in the language in which that was taught, and so not among the prompts.
 */
export function translatorPrompt(
  text: string,
  from: IdentifiedLanguage | undefined,
  to: AnswerLanguage,
): string {
  const source = from === undefined ? undefined : names[from];
  const origin = source === undefined ? '' : ` from ${source}`;
  return `Translate the following text${origin} into ${names[to]}.\n${source ?? 'Text'}: ${text}\n${names[to]}:`;
}
