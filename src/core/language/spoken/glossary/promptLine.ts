import type { AnswerLanguage } from '../languages';
import { fold } from './fold';

/** How each language asks for its terms; the pairs follow. English needs none. */
const openings: Readonly<Record<Exclude<AnswerLanguage, 'en'>, string>> = {
  es: 'Usa estos términos:',
  'es-419': 'Usa estos términos:',
  ca: 'Fes servir aquests termes:',
  'ca-valencia': 'Usa estos termes:',
  gl: 'Usa estes termos:',
  eu: 'Erabili termino hauek:',
  'oc-aranes': 'Emplega aguesti tèrmes:',
};

/** An English term and the one to use. */
export interface TermPair {
  readonly english: string;
  readonly term: string;
}

/**
 * The line that tells the model which terms to use, or nothing. The same terms make the same line in whatever order
 * they come, so that what a server has kept of the prompt stays good.
 * @param longest in characters; pairs that do not fit are left out.
 */
export function promptLine(pairs: readonly TermPair[], language: AnswerLanguage, longest: number): string {
  if (language === 'en') return '';
  const worthSaying = pairs.filter(({ english, term }) => fold(english) !== fold(term));
  const room = longest - openings[language].length - 1;
  const kept: string[] = [];
  let length = 0;
  for (const { english, term } of worthSaying) {
    const pair = `${english} → ${term}`;
    if (length + pair.length + 2 > room) break;
    kept.push(pair);
    length += pair.length + 2;
  }
  if (kept.length === 0) return '';
  return `${openings[language]} ${kept.sort((a, b) => (a < b ? -1 : 1)).join('; ')}.`;
}
