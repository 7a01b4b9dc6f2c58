import { AnswerProse } from './guard/answerProse';
import { allowedBeside } from './guard/asksForOther';
import { guess, judge } from './guard/judge';
import type { Passage } from './guard/passages';
import type { IdentifiedLanguage } from './identify';
import type { AnswerLanguage } from './languages';

/** What is known of an answer's language so far. `wrong` is said only when sure, and stays. */
export type Verdict =
  | { readonly verdict: 'right' | 'unsure' }
  | {
      readonly verdict: 'wrong';
      /**
       * Where the drift begins: the first character of the first prose in the wrong language, with the Markdown marks
       * before it in its line, counted from 0 in UTF-16 units over all the text that was pushed.
       */
      readonly atCharacter: number;
      /** The language that it drifted to. */
      readonly language: IdentifiedLanguage;
    };

/** Prose that is still unsure is kept up to this many characters, so that each judgement costs the same. */
const keptCharacters = 480;

/**
 * Watches the language of an answer while it streams. Judges at about a sentence of prose; code, quotations, tables
 * and error messages are no prose of the answer's own. Costs the same for each character, however long it grows.
 */
export class LanguageGuard {
  private readonly prose = new AnswerProse((passage) => this.take(passage));
  private readonly allowed: ReadonlySet<IdentifiedLanguage> | 'any';
  /** What came since the language was last sure. */
  private unsure: Passage[] = [];
  private current: Verdict = { verdict: 'unsure' };

  /**
   * @param language that the answer should be in.
   * @param questions what was asked, the newest last: whoever asks for a translation, or for text in another language,
   *   gets it in that language.
   */
  constructor(language: AnswerLanguage, ...questions: readonly string[]) {
    const own = identifiedAs(language);
    const beside = questions.map((question) => allowedBeside(question, own));
    this.allowed = beside.includes('any')
      ? 'any'
      : new Set([own, ...beside.flatMap((some) => (some === 'any' ? [] : [...some]))]);
  }

  get verdict(): Verdict {
    return this.current;
  }

  /** More of the answer; @returns what is known now. */
  push(chunk: string): Verdict {
    if (this.current.verdict !== 'wrong') this.prose.push(chunk);
    return this.current;
  }

  /** The answer is whole: what is left of it is judged as it is. */
  end(): Verdict {
    if (this.current.verdict === 'wrong') return this.current;
    this.prose.end();
    this.decide(true);
    return this.current;
  }

  private take(passage: Passage): void {
    if (this.current.verdict === 'wrong') return;
    this.unsure.push(passage);
    if (judge(passage.text, this.isAllowed, false).kind === 'right') this.isRight();
    else this.decide(false);
    let length = this.unsure.reduce((sum, { text }) => sum + text.length, 0);
    while (length > keptCharacters) length -= this.unsure.shift()?.text.length ?? length;
  }

  private decide(isWhole: boolean): void {
    // A heading or half a sentence before the drift may still be in the right language.
    const from = this.beginningOfDrift();
    const first = this.unsure[from];
    if (first === undefined) return;
    const rest = judge(textOf(this.unsure.slice(from)), this.isAllowed, isWhole);
    if (rest.kind === 'wrong') {
      this.current = { verdict: 'wrong', atCharacter: first.at, language: rest.language };
      this.unsure = [];
    } else if (judge(textOf(this.unsure), this.isAllowed, isWhole).kind === 'right') this.isRight();
  }

  /** The first passage that seems to be in a language that is not wanted, or what nobody can tell before it in its
   *  paragraph; the first of all where none seems to be anything. */
  private beginningOfDrift(): number {
    const guesses = this.unsure.map(({ text }) => guess(text));
    const first = guesses.findIndex((language) => language !== undefined && !this.isAllowed(language));
    if (first < 0) return 0;
    let from = first;
    while (from > 0 && guesses[from - 1] === undefined && this.sameBlock(from)) from -= 1;
    return from;
  }

  private sameBlock(index: number): boolean {
    return this.unsure[index - 1]?.block === this.unsure[index]?.block;
  }

  private isRight(): void {
    this.current = { verdict: 'right' };
    this.unsure = [];
  }

  private readonly isAllowed = (language: IdentifiedLanguage): boolean =>
    this.allowed === 'any' || this.allowed.has(language);
}

/** Under which name of the closed set a language of answers is identified. */
function identifiedAs(language: AnswerLanguage): IdentifiedLanguage {
  const families: Readonly<Record<AnswerLanguage, IdentifiedLanguage>> = {
    es: 'es',
    'es-419': 'es',
    ca: 'ca',
    'ca-valencia': 'ca',
    gl: 'gl',
    eu: 'eu',
    'oc-aranes': 'oc',
    en: 'en',
  };
  return families[language];
}

function textOf(passages: readonly Passage[]): string {
  return passages.map(({ text }) => text).join(' ');
}
