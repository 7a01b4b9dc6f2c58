import type { AnswerLanguage } from '../../language/spoken/languages';
import type { TextKind } from '../attachments/kinds';
import type { Level } from './level';

/** Questions that Aliada asks for a person, shown in the chat as the person's own. */
export const commandNames = [
  'explain',
  'fix',
  'tests',
  'document',
  'refactor',
  'simplify',
  'translateComments',
  'review',
  'commitMessage',
  'explainProblem',
  'fixProblem',
  'explainTerminal',
  'help',
] as const;
export type CommandName = (typeof commandNames)[number];

/**
 * What Aliada says to a model in one language. Each language has a file of its own, written by hand in that
 * language: models of this family drift to Spanish or English when the words around the code are not in
 * the language that the answer should have.
 */
export interface Prompts {
  /** What every system message begins with. */
  readonly system: string;
  /** The line of the system message that says how much to explain. */
  readonly levels: Readonly<Record<Level, string>>;
  /** The line of the system message on comments in code. `{language}` stands for one of `inLanguage`. */
  readonly comments: string;
  /** Last line of the last user turn: answer in this language, leave code and identifiers as they are. */
  readonly reminder: string;
  /**
   * `{language}` stands for one of `inLanguage`: what `document` and `translateComments` write.
   * `commitMessage` is asked in the language of the message, so it names none.
   */
  readonly commands: Readonly<Record<CommandName, string>>;
  /** "In Catalan", as it stands in the sentences above. */
  readonly inLanguage: Readonly<Record<AnswerLanguage, string>>;
  /**
   * The line above a piece of code that goes along with a question.
   * Lines are counted from 1, both ends included; `language` is the programming language's own name.
   */
  attachment(code: {
    readonly path: string;
    readonly language: string;
    readonly firstLine: number;
    readonly lastLine: number;
  }): string;
  /** The line above a text of each kind; the name may be empty for `problems`, and stands between backticks. */
  readonly textAttachments: Readonly<Record<TextKind, (name: string) => string>>;
  /** Added to the last user turn where an answer came in another language: all of it in this one. */
  readonly insist: string;
  /** How the assistant's turn is begun then, where the server can go on from there. Not shown. */
  readonly opening: string;
  /** What the user says where the beginning of an answer is good: go on from there, in this language. */
  readonly goOn: string;
  /** Above a paragraph that is to be translated into this language. Short, and all that goes along with it. */
  readonly translate: string;
}
