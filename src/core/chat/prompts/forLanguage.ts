import { answerLanguages, type AnswerLanguage } from '../../language/spoken/languages';
import { ca } from './ca';
import { caValencia } from './caValencia';
import { en } from './en';
import { es } from './es';
import { es419 } from './es419';
import { eu } from './eu';
import { gl } from './gl';
import { ocAranes } from './ocAranes';
import type { Prompts } from './prompts';

const prompts: Readonly<Record<AnswerLanguage, Prompts>> = {
  es,
  'es-419': es419,
  ca,
  'ca-valencia': caValencia,
  gl,
  eu,
  'oc-aranes': ocAranes,
  en,
};

/** What Aliada says to a model when the answer should be in `language`. */
export function promptsFor(language: AnswerLanguage): Prompts {
  return prompts[language];
}

/** The language that prompts are written in. */
export function languageOfPrompts(own: Prompts): AnswerLanguage {
  return answerLanguages.find((language) => prompts[language] === own) ?? 'en';
}
