import { identify, type Identified, type IdentifiedLanguage } from '../identify';
import { proseOf } from '../prose';
import { isRunningEnglish } from './runningEnglish';

/** From here on a confidence counts as sure. */
const sureRight = 0.9;

/**
 * To be sure that a text is in the wrong language takes more: a needless second request is worse than a sentence seen
 * late. Letters of prose, and the confidence that they need; the more there is of it, the less.
 */
const sureWrong: readonly (readonly [letters: number, confidence: number])[] = [
  [90, 0.9],
  [24, 0.97],
];

/** Below this a guess is none. */
const worthNaming = 0.6;

/** With the whole answer there and nothing more to come, less text has to do. */
const fewestLetters = 12;

export type Opinion =
  { readonly kind: 'right' | 'unsure' } | { readonly kind: 'wrong'; readonly language: IdentifiedLanguage };

/** What a piece of Markdown prose says of the language it is in. */
export function judge(
  markdown: string,
  isAllowed: (language: IdentifiedLanguage) => boolean,
  isWhole: boolean,
): Opinion {
  const prose = proseOf(markdown);
  const found = identify(prose);
  const letters = prose.match(/\p{L}/gu)?.length ?? 0;
  if (letters < fewestLetters) return { kind: 'unsure' };
  if (isAllowed(found.language)) {
    return { kind: found.enough && found.confidence >= sureRight ? 'right' : 'unsure' };
  }
  if (found.language === 'en' && !isRunningEnglish(prose)) return { kind: 'unsure' };
  return isSurelyWrong(found, letters, isWhole)
    ? { kind: 'wrong', language: found.language }
    : { kind: 'unsure' };
}

/** A guess at a piece that is too short to be sure of; `undefined` where there is next to nothing to go by. */
export function guess(markdown: string): IdentifiedLanguage | undefined {
  const { language, confidence } = identify(proseOf(markdown));
  return confidence >= worthNaming ? language : undefined;
}

function isSurelyWrong({ confidence, enough }: Identified, letters: number, isWhole: boolean): boolean {
  if (!enough) return false;
  return sureWrong.some(
    ([least, needed]) => confidence >= needed && (letters >= least || (isWhole && letters >= fewestLetters)),
  );
}
