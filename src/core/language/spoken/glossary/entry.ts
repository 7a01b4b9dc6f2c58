import { interfaceLanguageFor } from '../choose';
import type { AnswerLanguage, InterfaceLanguage } from '../languages';

/** One concept of programming, with its names and a sentence of explanation in each language. */
export interface GlossaryEntry {
  /** Its English name. No two entries have the same. */
  readonly id: string;
  /** Its names in each language, the one to use first. Basque ones without an ending, as in a dictionary. */
  readonly terms: Readonly<Record<InterfaceLanguage, readonly string[]>>;
  /** The names where a variety of a language has others. */
  readonly variants: Readonly<Partial<Record<AnswerLanguage, readonly string[]>>>;
  readonly definition: Readonly<Record<InterfaceLanguage, string>>;
  /** The translation catalogues in which the first name was found, by `tools/attestGlossary.mjs`. */
  readonly attested: Readonly<Partial<Record<InterfaceLanguage, string>>>;
}

/** The name of an entry to use in a language. Aranese has few of its own and borrows from Catalan. */
export function termIn(entry: GlossaryEntry, language: AnswerLanguage): string {
  const [term] = entry.variants[language] ?? entry.terms[interfaceLanguageFor(language)];
  return term ?? entry.id;
}

/** Every name of an entry in a language, those of the variety first. */
export function termsOf(entry: GlossaryEntry, language: AnswerLanguage): readonly string[] {
  const own = entry.variants[language] ?? [];
  return [...new Set([...own, ...entry.terms[interfaceLanguageFor(language)]])];
}

export function definitionIn(entry: GlossaryEntry, language: AnswerLanguage): string {
  return entry.definition[interfaceLanguageFor(language)];
}
