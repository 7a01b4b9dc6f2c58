// Words of all the languages that Aliada speaks. cspell:disable
import type { AnswerLanguage } from '../language/spoken/languages';

/** What can be offered after an answer. */
export type FollowUp =
  | 'example'
  | 'simpler'
  | 'stepByStep'
  | 'tests'
  | 'edgeCases'
  | 'prevent'
  | 'simplify'
  | 'risks'
  | 'fixWorst';

const es: Readonly<Record<FollowUp, string>> = {
  example: 'Ponme un ejemplo de uso',
  simpler: 'Explícalo con palabras más sencillas',
  stepByStep: 'Explica el código paso a paso',
  tests: 'Escribe pruebas para este código',
  edgeCases: '¿Qué casos límite faltan?',
  prevent: '¿Cómo se evita este error?',
  simplify: '¿Se puede simplificar?',
  risks: '¿Qué puede fallar aquí?',
  fixWorst: 'Corrige lo más grave',
};

const ca: Readonly<Record<FollowUp, string>> = {
  example: "Posa'm un exemple d'ús",
  simpler: 'Explica-ho amb paraules més senzilles',
  stepByStep: 'Explica el codi pas a pas',
  tests: 'Escriu proves per a aquest codi',
  edgeCases: 'Quins casos límit hi falten?',
  prevent: "Com s'evita aquest error?",
  simplify: 'Es pot simplificar?',
  risks: 'Què hi pot fallar?',
  fixWorst: 'Corregeix el més greu',
};

/** Each is the question itself, in the language of the answer that it follows. */
export const followUpWords: Readonly<Record<AnswerLanguage, Readonly<Record<FollowUp, string>>>> = {
  es,
  'es-419': { ...es, example: 'Dame un ejemplo de uso' },
  ca,
  'ca-valencia': {
    ...ca,
    tests: 'Escriu proves per a este codi',
    prevent: "Com s'evita este error?",
    fixWorst: 'Corregix el més greu',
  },
  gl: {
    example: 'Ponme un exemplo de uso',
    simpler: 'Explícao con palabras máis sinxelas',
    stepByStep: 'Explica o código paso a paso',
    tests: 'Escribe probas para este código',
    edgeCases: 'Que casos límite faltan?',
    prevent: 'Como se evita este erro?',
    simplify: 'Pódese simplificar?',
    risks: 'Que pode fallar aquí?',
    fixWorst: 'Corrixe o máis grave',
  },
  eu: {
    example: 'Jarri erabilera-adibide bat',
    simpler: 'Azaldu hitz errazagoekin',
    stepByStep: 'Azaldu kodea urratsez urrats',
    tests: 'Idatzi probak kode honetarako',
    edgeCases: 'Muturreko zein kasu falta dira?',
    prevent: 'Nola saihesten da errore hau?',
    simplify: 'Sinplifika daiteke?',
    risks: 'Zerk huts egin dezake hemen?',
    fixWorst: 'Zuzendu larriena',
  },
  'oc-aranes': {
    example: 'Escriu un exemple',
    simpler: 'Explica-ac damb paraules mès simples',
    stepByStep: 'Explica eth còdi pas a pas',
    tests: 'Escriu pròves entad aguest còdi',
    edgeCases: 'Quini limits manquen?',
    prevent: "Com s'evite aguest error?",
    simplify: 'Se pòt simplificar?',
    risks: 'Qué i pòt fallar?',
    fixWorst: 'Corregís çò de mès grèu',
  },
  en: {
    example: 'Show me an example',
    simpler: 'Explain it in simpler words',
    stepByStep: 'Explain the code step by step',
    tests: 'Write tests for this code',
    edgeCases: 'Which edge cases are missing?',
    prevent: 'How is this error avoided?',
    simplify: 'Can it be simpler?',
    risks: 'What can go wrong here?',
    fixWorst: 'Fix the most serious one',
  },
};
