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

/**
 * The language of a piece of prose; code is to be taken out before, by `proseOf`.
 * A stand-in by frequent words, until the trained classifier is merged.
 */
export function identify(prose: string): Identified {
  const words = prose.toLowerCase().match(/\p{L}+/gu) ?? [];
  const counts = identifiedLanguages.map((language) => {
    const frequent = new Set(frequentWords[language].split(' '));
    return { language, count: words.filter((word) => frequent.has(word)).length };
  });
  const [best, next] = counts.sort((a, b) => b.count - a.count);
  const lead = (best?.count ?? 0) - (next?.count ?? 0);
  return {
    language: best?.language ?? 'en',
    confidence: Math.min(0.99, 0.5 + lead * 0.15),
    enough: words.length >= 6,
  };
}

const frequentWords: Readonly<Record<IdentifiedLanguage, string>> = {
  es: 'el la los las de que y en un una es se por con para como su este esta función más cada si pero lo del',
  ca: 'el la els les de que i en un una és es per amb com seu aquest aquesta funció més cada si però del cal són',
  gl: 'o a os as de que e en un unha é se por con para como seu este esta función máis cada se pero do da dun non',
  eu: 'eta da du bat ez den dira dugu duen egiten funtzio hau honek kode zerrenda balio bada baina gero ere dute',
  oc: 'lo la los las de que e en un ua ei se per damb coma son aguest aguesta foncion mès cada mès deth era des eth',
  pt: 'o a os as de que e em um uma é se por com para como seu este esta função mais cada mas do da não isso',
  en: 'the of and to in a is that it for with as this function each if but on are be by from an or returns',
  fr: 'le la les de que et en un une est se par avec pour comme son ce cette fonction plus chaque si mais du des',
};
