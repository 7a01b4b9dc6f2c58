import type { AnswerLanguage } from '../../language/spoken/languages';
import type { AnswerStyle } from '../question';
import { promptsFor } from './forLanguage';
import type { CommandName, Prompts } from './prompts';

/** The one system message: who speaks and in which language, how much it explains, how it comments code. */
export function systemMessage(prompts: Prompts, style: AnswerStyle | undefined): string {
  if (style === undefined) return prompts.system;
  return [prompts.system, prompts.levels[style.level], commentsLine(prompts, style.comments)].join('\n');
}

/**
 * What a command asks.
 * @param language the language of the answer; for `commitMessage` that of commit messages.
 * @param comments the language of comments in code.
 */
export function commandText(
  command: CommandName,
  language: AnswerLanguage,
  comments: AnswerLanguage,
): string {
  const prompts = promptsFor(language);
  return withLanguage(prompts.commands[command], prompts, comments);
}

/** The line of a system message on comments in code. */
export function commentsLine(prompts: Prompts, comments: AnswerLanguage): string {
  return withLanguage(prompts.comments, prompts, comments);
}

/** @param text holds `{language}` for one of `inLanguage`. */
export function withLanguage(text: string, prompts: Prompts, language: AnswerLanguage): string {
  return text.replace('{language}', prompts.inLanguage[language]);
}
