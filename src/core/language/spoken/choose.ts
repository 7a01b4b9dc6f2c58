import { identify, type IdentifiedLanguage } from './identify';
import {
  answerLanguages,
  interfaceLanguages,
  type AnswerLanguage,
  type InterfaceLanguage,
} from './languages';
import { proseOf } from './prose';

/** What the language of an answer can be told from. Never the operating system's language or the region. */
export interface LanguageClues {
  /** What the person chose for this conversation; `auto` takes the setting's word away. */
  readonly conversation?: AnswerLanguage | 'auto' | undefined;
  /** The value of `aliada.language`; anything that is not a language of ours counts as `auto`. */
  readonly setting: string;
  /** What the person wrote in this conversation, as Markdown; what they ask now is last. */
  readonly questions: readonly string[];
  /** VS Code's display language, a BCP 47 tag. */
  readonly displayLanguage: string;
}

/** What decided: one of the clues, or that none of them said anything. */
export type LanguageReason = 'conversation' | 'setting' | 'question' | 'display' | 'default';

export interface ChosenLanguage {
  readonly language: AnswerLanguage;
  readonly reason: LanguageReason;
}

/** How sure identification has to be before it decides, 0 to 1. */
const sure = 0.9;

/** The one answer to "which language", and why. */
export function chooseLanguage(clues: LanguageClues): ChosenLanguage {
  const chosen = readLanguage(clues.conversation);
  if (chosen !== undefined) return { language: chosen, reason: 'conversation' };
  const set = readLanguage(clues.setting);
  if (set !== undefined && clues.conversation !== 'auto') return { language: set, reason: 'setting' };
  const display = ofDisplayLanguage(clues.displayLanguage);
  const asked = ofQuestions(clues.questions);
  if (asked !== undefined) {
    // Identification does not tell variants apart: a person who reads VS Code in one keeps it.
    const isVariant = display !== undefined && baseOf(display) === baseOf(asked);
    return { language: isVariant ? display : asked, reason: 'question' };
  }
  return display === undefined
    ? { language: 'es', reason: 'default' }
    : { language: display, reason: 'display' };
}

/** The language of comments or of commit messages: what their setting names, else that of answers. */
export function chooseWrittenLanguage(setting: string, answers: AnswerLanguage): AnswerLanguage {
  return readLanguage(setting) ?? answers;
}

/** The language of ours that a setting or a message names; `undefined` for anything else, such as `auto`. */
export function readLanguage(value: unknown): AnswerLanguage | undefined {
  return answerLanguages.find((language) => language === value);
}

/** The language of Aliada's own words: the nearest of the five to the language of answers. */
export function interfaceLanguageFor(language: AnswerLanguage): InterfaceLanguage {
  // In the Val d'Aran Catalan is official beside Aranese, and nearest to it.
  if (language === 'oc-aranes') return 'ca';
  return interfaceLanguages.find((one) => one === baseOf(language)) ?? 'en';
}

/** The BCP 47 tag that marks a text in this language for screen readers and hyphenation. */
export function languageTag(language: AnswerLanguage): string {
  return language;
}

/** The newest question whose language is clear decides: "and why?" goes on in the language of what came before. */
function ofQuestions(questions: readonly string[]): AnswerLanguage | undefined {
  for (const question of questions.toReversed()) {
    const { language, confidence, enough } = identify(proseOf(question));
    if (!enough || confidence < sure) continue;
    const ours = oursFor(language);
    if (ours !== undefined) return ours;
  }
  return undefined;
}

/** Portuguese and French are told apart, not answered in. */
function oursFor(language: IdentifiedLanguage): AnswerLanguage | undefined {
  return answerLanguages.find((one) => one === language) ?? (language === 'oc' ? 'oc-aranes' : undefined);
}

function baseOf(language: AnswerLanguage): string {
  return language.replace(/-.*/, '');
}

/** The language of ours that VS Code shows itself in; `undefined` where it is none of ours. */
export function ofDisplayLanguage(tag: string): AnswerLanguage | undefined {
  const lower = tag.toLowerCase();
  if (/^es-(419|mx|ar|co|cl|pe|ve|ec|gt|cu|bo|do|hn|py|sv|ni|cr|pa|uy|pr|us)$/.test(lower)) return 'es-419';
  if (lower.startsWith('ca-') && lower.includes('valencia')) return 'ca-valencia';
  if (lower === 'oc' || lower.startsWith('oc-')) return 'oc-aranes';
  return answerLanguages.find((language) => language === lower.split('-')[0]);
}
