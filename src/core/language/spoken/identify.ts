import { featuresOf, normalised } from './features';
import { Model } from './model';
import packed from './weights.json';

/** The closed set that is told apart. Valencian counts as `ca`, American Spanish as `es`, Aranese as `oc`. */
export const identifiedLanguages = ['es', 'ca', 'gl', 'eu', 'oc', 'pt', 'en', 'fr'] as const;
export type IdentifiedLanguage = (typeof identifiedLanguages)[number];

export interface Identified {
  /** The best guess, however short the text. */
  readonly language: IdentifiedLanguage;
  /** How sure it is, 0 to 1: about the share of such answers that are right. */
  readonly confidence: number;
  /** False where there is too little prose to tell. */
  readonly enough: boolean;
}

/** More does not make it surer. */
const mostCharacters = 2000;
const enoughLetters = 20;
const enoughWords = 3;

let model: Model | undefined;

/** The language of a piece of prose; code is to be taken out before, by `proseOf`. */
export function identify(prose: string): Identified {
  const text = normalised(prose.slice(0, mostCharacters));
  // Unpacked at first use: starting the extension does not pay for it.
  model ??= new Model(packed);
  const probabilities = model.probabilities(featuresOf(text));
  const confidence = Math.max(...probabilities);
  return {
    language: identifiedLanguages[probabilities.indexOf(confidence)] ?? 'es',
    confidence,
    enough: isEnough(text),
  };
}

function isEnough(text: string): boolean {
  const words = text.split(' ').filter((word) => /\p{L}/u.test(word));
  return words.length >= enoughWords && words.join('').length >= enoughLetters;
}
