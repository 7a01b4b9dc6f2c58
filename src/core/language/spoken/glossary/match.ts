import { interfaceLanguageFor } from '../choose';
import type { AnswerLanguage, InterfaceLanguage } from '../languages';
import { termsOf, type GlossaryEntry } from './entry';
import { fold } from './fold';

/** A term that stands in a text, and where. */
export interface Match {
  readonly entry: GlossaryEntry;
  readonly start: number;
  readonly end: number;
}

/** Endings that a name may have in a text: plurals, and in Basque the commonest cases. */
const endings: Readonly<Record<InterfaceLanguage, RegExp>> = {
  en: /^(?:e?s)?$/,
  es: /^(?:e?s)?$/,
  ca: /^(?:e?s|ns)?$/,
  gl: /^(?:e?s)?$/,
  // cspell:disable-next-line
  eu: /^r?(?:a|ak|ek|ari|aren|arekin|an|ean|etan|ko|eko|etako|tik|etik|etatik|ra|era|etara|ei|en|ekin|z|az|ez|ik|rik|tan)?$/,
};

/** Names are looked up by the beginning of their first word, which endings leave alone. */
const startLength = 3;

interface Word {
  readonly folded: string;
  readonly start: number;
  readonly end: number;
}

interface Name {
  readonly entry: GlossaryEntry;
  readonly parts: readonly string[];
  readonly ending: RegExp;
}

/** Finds the glossary's terms in texts of one language; English ones as well, since code speaks English. */
export class TermMatcher {
  private readonly byStart = new Map<string, Name[]>();

  constructor(entries: readonly GlossaryEntry[], language: AnswerLanguage) {
    for (const entry of entries) {
      for (const one of new Set<AnswerLanguage>([language, 'en'])) {
        const ending = endings[interfaceLanguageFor(one)];
        for (const term of termsOf(entry, one)) this.add({ entry, parts: fold(term).split(' '), ending });
      }
    }
  }

  /** The terms of a text in order, the longest at each place, none inside another. */
  find(text: string): readonly Match[] {
    const words = [...text.matchAll(/[\p{L}\p{M}\p{N}·]+/gu)].map((match) => ({
      folded: fold(match[0]),
      start: match.index,
      end: match.index + match[0].length,
    }));
    const matches: Match[] = [];
    let free = 0;
    for (const [at, word] of words.entries()) {
      if (word.start < free) continue;
      const match = this.longestFrom(words.slice(at, at + mostWords), text);
      if (match === undefined) continue;
      matches.push(match);
      free = match.end;
    }
    return matches;
  }

  private longestFrom(words: readonly Word[], text: string): Match | undefined {
    const start = words[0]?.folded.slice(0, startLength) ?? '';
    const [longest] = (this.byStart.get(start) ?? [])
      .filter((name) => fits(name, words, text))
      .sort((a, b) => b.parts.length - a.parts.length);
    const last = words[(longest?.parts.length ?? 0) - 1];
    if (longest === undefined || last === undefined) return undefined;
    return { entry: longest.entry, start: words[0]?.start ?? 0, end: last.end };
  }

  private add(name: Name): void {
    const start = name.parts[0]?.slice(0, startLength) ?? '';
    const names = this.byStart.get(start) ?? [];
    names.push(name);
    this.byStart.set(start, names);
  }
}

/** No name of the glossary has more; a test holds it. */
export const mostWords = 7;

/** True where the words are the name's, with nothing but blanks, a hyphen or an apostrophe between them. */
function fits({ parts, ending }: Name, words: readonly Word[], text: string): boolean {
  let before: Word | undefined;
  for (const [index, part] of parts.entries()) {
    const word = words[index];
    if (!word?.folded.startsWith(part) || !ending.test(word.folded.slice(part.length))) return false;
    if (before !== undefined && !/^[\s'’-]+$/.test(text.slice(before.end, word.start))) return false;
    before = word;
  }
  return true;
}
