import { identify, type Identified } from './identify';
import { proseOf } from './prose';

/** Fewer letters of prose than this say less than the whole text does, code and all. */
const fewLetters = 6;

/** The language of a text that may hold code: of its prose, and of all of it where there is hardly any prose. */
export function identifyMarkdown(markdown: string): Identified {
  const prose = proseOf(markdown);
  const letters = prose.match(/\p{L}/gu) ?? [];
  if (letters.length >= fewLetters) return identify(prose);
  return { ...identify(markdown), enough: false };
}
