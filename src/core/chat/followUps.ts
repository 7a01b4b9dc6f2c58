import type { AnswerLanguage } from '../language/spoken/languages';
import type { Message } from './message';
import { followUpWords, type FollowUp } from './followUpWords';
import type { CommandName } from './prompts/prompts';

/** A question that can be asked with one click. */
export interface OfferedQuestion {
  readonly text: string;
  /** BCP 47 tag of the text. */
  readonly lang: string;
}

const afterCommand: Readonly<Partial<Record<CommandName, readonly FollowUp[]>>> = {
  explain: ['example', 'simpler', 'tests'],
  explainProblem: ['prevent', 'simpler'],
  explainTerminal: ['risks', 'simpler'],
  fix: ['prevent', 'tests'],
  fixProblem: ['prevent', 'tests'],
  tests: ['edgeCases', 'stepByStep'],
  document: ['example', 'tests'],
  refactor: ['tests', 'simplify'],
  simplify: ['tests', 'risks'],
  review: ['fixWorst', 'tests'],
  translateComments: [],
  commitMessage: [],
  help: [],
};

/**
 * What is offered after an answer: two or three questions by the command and the kind of answer, in the answer's
 * language. By rules and not by the model, which would have to be asked once more for each answer. Nothing is offered
 * after what is not whole, and nothing twice in one conversation.
 */
export function followUps(messages: readonly Message[]): readonly OfferedQuestion[] {
  const [question, answer] = messages.slice(-2);
  if (question?.role !== 'user' || answer?.role !== 'assistant' || answer.status !== 'done') return [];
  if (answer.text === '' || answer.versions?.running === true) return [];
  const asked = new Set(messages.map(({ text }) => text));
  const { command, attachments } = question;
  return followUpsAfter({
    command,
    answer: answer.text,
    language: answer.language,
    hasCode: attachments.length > 0,
  })
    .filter((text) => !asked.has(text))
    .map((text) => ({ text, lang: answer.lang }));
}

/** One question and its answer, whole. */
export interface AnsweredQuestion {
  readonly command: CommandName | undefined;
  readonly answer: string;
  readonly language: AnswerLanguage;
  /** Whether code went along with the question. */
  readonly hasCode: boolean;
}

/** What can be asked next, whatever was asked before. */
export function followUpsAfter({ command, answer, language, hasCode }: AnsweredQuestion): readonly string[] {
  if (answer === '') return [];
  const kinds = (command === undefined ? undefined : afterCommand[command]) ?? afterFree(answer, hasCode);
  return kinds.map((kind) => followUpWords[language][kind]);
}

function afterFree(answer: string, hasCode: boolean): readonly FollowUp[] {
  if (/^\s*(?:```|~~~)/m.test(answer)) return ['stepByStep', 'tests'];
  return hasCode ? ['example', 'risks'] : ['example', 'simpler'];
}
