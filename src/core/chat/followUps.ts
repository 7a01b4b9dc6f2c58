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
  const kinds =
    (question.command === undefined ? undefined : afterCommand[question.command]) ??
    afterFree(answer.text, question.attachments.length > 0);
  return kinds
    .map((kind) => ({ text: followUpWords[answer.language][kind], lang: answer.lang }))
    .filter(({ text }) => !asked.has(text));
}

function afterFree(answer: string, hasCode: boolean): readonly FollowUp[] {
  if (/^\s*(?:```|~~~)/m.test(answer)) return ['stepByStep', 'tests'];
  return hasCode ? ['example', 'risks'] : ['example', 'simpler'];
}
