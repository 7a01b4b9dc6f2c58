import type { AnswerLanguage } from '../languages';
import { answerLanguages } from '../languages';
import { termIn, termsOf, type GlossaryEntry } from './entry';
import { fold } from './fold';

/** Finds entries by their name in any of the languages, with or without accents. Made once, then asked often. */
export class GlossarySearch {
  private readonly rows: readonly { readonly entry: GlossaryEntry; readonly names: readonly string[] }[];
  private readonly sorted: readonly GlossaryEntry[];

  constructor(entries: readonly GlossaryEntry[], language: AnswerLanguage) {
    const { compare } = new Intl.Collator(language);
    this.sorted = [...entries].sort((a, b) => compare(termIn(a, language), termIn(b, language)));
    this.rows = this.sorted.map((entry) => {
      // Those of the person's own language first: they are found before the same word in another one.
      const names = [language, ...answerLanguages].flatMap((one) => termsOf(entry, one));
      return { entry, names: [...new Set(names.map(fold))] };
    });
  }

  /** Every entry where nothing is looked for, else those with such a name: the nearest first, then by the alphabet. */
  find(query: string): readonly GlossaryEntry[] {
    const wanted = fold(query);
    if (wanted === '') return this.sorted;
    return this.rows
      .map(({ entry, names }) => ({
        entry,
        distance: Math.min(...names.map((name) => distance(name, wanted))),
      }))
      .filter((row) => row.distance < Infinity)
      .sort((a, b) => a.distance - b.distance)
      .map(({ entry }) => entry);
  }
}

/** The same word, the same beginning, the beginning of a word, somewhere inside. */
function distance(name: string, wanted: string): number {
  if (name === wanted) return 0;
  if (name.startsWith(wanted)) return 1;
  if (name.includes(` ${wanted}`)) return 2;
  return name.includes(wanted) ? 3 : Infinity;
}
