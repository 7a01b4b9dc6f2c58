import {
  chooseLanguage,
  chooseWrittenLanguage,
  readLanguage,
  type LanguageReason,
} from '../language/spoken/choose';
import type { AnswerLanguage } from '../language/spoken/languages';
import { readLevel, type Level } from './prompts/level';
import type { AnswerStyle } from './question';

/** What the settings, and VS Code, say of answers. */
export interface AnswerSettings {
  /** `aliada.language`. */
  readonly language: string;
  /** VS Code's, a BCP 47 tag. */
  readonly displayLanguage: string;
  /** `aliada.comments.language`. */
  readonly comments: string;
  /** `aliada.commits.language`. */
  readonly commitMessages: string;
  readonly level: Level;
}

/** What a person chose for one conversation; it goes before the settings. */
export interface ConversationChoice {
  readonly language?: AnswerLanguage | 'auto' | undefined;
  readonly level?: Level | undefined;
  /** Id of the model to ask. */
  readonly model?: string | undefined;
}

/** How an answer is to be. */
export interface AnswerManner extends AnswerStyle {
  readonly language: AnswerLanguage;
  /** What decided the language. */
  readonly reason: LanguageReason;
  /** The language that was chosen, before anything is told from questions. */
  readonly wanted: AnswerLanguage | 'auto';
  readonly commitMessages: AnswerLanguage;
}

/**
 * How the next answer is to be, for every face of the chat.
 * @param questions what the person wrote so far, in Markdown, with what they ask now at the end.
 */
export function chooseManner(
  settings: AnswerSettings,
  questions: readonly string[],
  choice: ConversationChoice = {},
): AnswerManner {
  const { displayLanguage } = settings;
  const clues = { conversation: choice.language, setting: settings.language, questions, displayLanguage };
  const { language, reason } = chooseLanguage(clues);
  return {
    language,
    reason,
    wanted: choice.language ?? readLanguage(settings.language) ?? 'auto',
    level: choice.level ?? settings.level,
    comments: chooseWrittenLanguage(settings.comments, language),
    commitMessages: chooseWrittenLanguage(settings.commitMessages, language),
  };
}

/** The choice that a message names; `undefined` for one that does not exist. */
export function readChoice(what: 'language' | 'level', value: string): ConversationChoice | undefined {
  if (what === 'level') {
    const level = readLevel(value);
    return level === undefined ? undefined : { level };
  }
  const language = value === 'auto' ? value : readLanguage(value);
  return language === undefined ? undefined : { language };
}
