import { interfaceLanguageFor } from '../choose';
import type { AnswerLanguage } from '../languages';
import { termIn, type GlossaryEntry } from './entry';
import { entryIdOfKeyword } from './keywords';
import { TermMatcher, type Match } from './match';
import { promptLine, type TermPair } from './promptLine';
import { GlossarySearch } from './search';

/** Code that goes along with a question. */
export interface CodeOfQuestion {
  readonly text: string;
  readonly languageId: string;
}

/** How many terms go into a prompt, and how many characters their line may have: about 80 tokens. */
const termsInPrompt = 8;
const longestLine = 240;
/** How much of a question or of its code is looked at, in characters. */
const lookedAt = 6_000;
/** Keywords are known to any model; only what the code is made of most is named. */
const termsOfCode = 3;

/** The glossary, loaded; what is derived from it is made when it is first needed. */
export class Glossary {
  private readonly byId: ReadonlyMap<string, GlossaryEntry>;
  private readonly matchers = new Map<AnswerLanguage, TermMatcher>();
  private readonly searches = new Map<AnswerLanguage, GlossarySearch>();

  constructor(readonly entries: readonly GlossaryEntry[]) {
    this.byId = new Map(entries.map((entry) => [entry.id, entry]));
  }

  entry(id: string): GlossaryEntry | undefined {
    return this.byId.get(id);
  }

  /** Entries by a name in any language. */
  search(query: string, language: AnswerLanguage): readonly GlossaryEntry[] {
    return kept(this.searches, language, () => new GlossarySearch(this.entries, language)).find(query);
  }

  /** The terms that stand in a text, in English or in `language`. */
  matches(text: string, language: AnswerLanguage): readonly Match[] {
    return kept(this.matchers, language, () => new TermMatcher(this.entries, language)).find(text);
  }

  /** The entry that explains a keyword of a programming language. */
  keyword(word: string, languageId: string): GlossaryEntry | undefined {
    const id = entryIdOfKeyword(word, languageId);
    return id === undefined ? undefined : this.byId.get(id);
  }

  /**
   * The terms that matter to a text and are not the same in English: those it names first, then those of the code.
   * @param most how many at most.
   */
  termsFor(
    text: string,
    language: AnswerLanguage,
    most: number,
    code: readonly CodeOfQuestion[] = [],
  ): TermPair[] {
    const named = this.matches(text.slice(0, lookedAt), language).map(({ entry }) => entry);
    const entries = new Set([...named, ...this.mostOf(code)]);
    return [...entries]
      .filter((entry) => hasOwnTerm(entry, language))
      .slice(0, most)
      .map((entry) => ({
        english: entry.id,
        term: termIn(entry, language),
      }));
  }

  /** One line for the prompt that says which terms to use, or an empty text. */
  lineFor(text: string, language: AnswerLanguage, code: readonly CodeOfQuestion[] = []): string {
    return promptLine(this.termsFor(text, language, termsInPrompt, code), language, longestLine);
  }

  /** What the code is made of most. */
  private mostOf(code: readonly CodeOfQuestion[]): readonly GlossaryEntry[] {
    const counts = new Map<GlossaryEntry, number>();
    for (const { text, languageId } of code) {
      for (const [word] of text.slice(0, lookedAt).matchAll(/[A-Za-z_]\w*/g)) {
        const entry = this.keyword(word, languageId);
        if (entry !== undefined) counts.set(entry, (counts.get(entry) ?? 0) + 1);
      }
    }
    return [...counts]
      .sort((a, b) => b[1] - a[1])
      .slice(0, termsOfCode)
      .map(([entry]) => entry);
  }
}

/** English has nothing to translate to, and of Aranese only some terms are known. */
function hasOwnTerm(entry: GlossaryEntry, language: AnswerLanguage): boolean {
  if (language === 'oc-aranes') return entry.variants[language] !== undefined;
  return (
    interfaceLanguageFor(language) !== 'en' &&
    termIn(entry, language).toLowerCase() !== entry.id.toLowerCase()
  );
}

function kept<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const value = map.get(key) ?? make();
  map.set(key, value);
  return value;
}
