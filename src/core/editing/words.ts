import type { AnswerLanguage } from '../language/spoken/languages';
import type { EditWords } from './editWords';
import { ca } from './words/ca';
import { caValencia } from './words/caValencia';
import { en } from './words/en';
import { es } from './words/es';
import { es419 } from './words/es419';
import { eu } from './words/eu';
import { gl } from './words/gl';
import { ocAranes } from './words/ocAranes';

const words: Readonly<Record<AnswerLanguage, EditWords>> = {
  es,
  'es-419': es419,
  ca,
  'ca-valencia': caValencia,
  gl,
  eu,
  'oc-aranes': ocAranes,
  en,
};

export function editWords(language: AnswerLanguage): EditWords {
  return words[language];
}
