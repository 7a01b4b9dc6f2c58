import type { AnswerLanguage } from '../languages';
import { termsOf, type GlossaryEntry } from './entry';
import { fold } from './fold';

/** A term that stands in a text. */
export interface Match {
  readonly entry: GlossaryEntry;
  readonly start: number;
  readonly end: number;
}

/** No name of the glossary has more words. */
const longestName = 6;

/** Endings that a name may have in a text: plurals, and in Basque the commonest cases. */
const endings: Readonly<Record<string, RegExp>> = {
  en: /^(?:e?s)?$/,
  es: /^(?:e?s)?$/,
  ca: /^(?:e?s|ns)?$/,
  gl: /^(?:e?s)?$/,
  eu: /^(?:r?(?:a|ak|ek|ari|aren|arekin|an|ean|etan|ko|eko|etako|tik|etik|etatik|ra|era|etara|ei|en|ekin|z|az|ez|ik|rik|tan))?$/,
};

/** Finds the glossary's terms in texts of one language; English ones as well, since code speaks English. */
export class TermMatcher {
  /** Names by the beginning of their first word, which endings leave alone. */
  private readonly byStart = new Map<string, Name[]>();

  constructor(entries: readonly GlossaryEntry[], language: AnswerLanguage) {
    for (const entry of entries) {
      for (const one of new Set<AnswerLanguage>([language, 'en'])) {
        for (const term of termsOf(entry, one)) this.add(entry, fold(term), endings[base(one)]!);
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
    for (let at = 0; at < words.length;) {
      const found = this.longestAt(words, at, text);
      if (found === undefined) at += 1;
      else {
        matches.push({ entry: found.entry, start: words[at]!.start, end: words[at + found.count - 1]!.end });
        at += found.count;
      }
    }
    return matches;
  }

  private longestAt(words: readonly Word[], at: number, text: string): Name | undefined {
    const first = words[at]!.folded;
    const candidates = this.byStart.get(first.slice(0, startLength)) ?? [];
    let best: Name | undefined;
    for (const name of candidates) {
      if (best !== undefined && name.count <= best.count) continue;
      const piece = words.slice(at, at + name.count);
      if (piece.length === name.count && isInOneSentence(piece, text) && name.fits(piece)) best = name;
    }
    return best;
  }

  private add(entry: GlossaryEntry, folded: string, ending: RegExp): void {
    const parts = folded.split(' ').filter(Boolean);
    if (parts.length > longestName) return;
    const key = parts[0]!.slice(0, startLength);
    const names = this.byStart.get(key) ?? [];
    names.push(new Name(entry, parts, ending));
    this.byStart.set(key, names);
  }
}

const startLength = 3;

interface Word {
  readonly folded: string;
  readonly start: number;
  readonly end: number;
}

class Name {
  readonly count: number;

  constructor(
    readonly entry: GlossaryEntry,
    private readonly parts: readonly string[],
    private readonly ending: RegExp,
  ) {
    this.count = parts.length;
  }

  fits(words: readonly Word[]): boolean {
    return words.every(({ folded }, index) => {
      const part = this.parts[index]!;
      return folded.startsWith(part) && this.ending.test(folded.slice(part.length));
    });
  }
}

/** True where nothing but blanks, a hyphen or an apostrophe stands between the words. */
function isInOneSentence(words: readonly Word[], text: string): boolean {
  return words.every(
    (word, index) => index === 0 || /^[\s'’-]+$/.test(text.slice(words[index - 1]!.end, word.start)),
  );
}

function base(language: AnswerLanguage): string {
  return language === 'oc-aranes' ? 'ca' : language.split('-')[0]!;
}
