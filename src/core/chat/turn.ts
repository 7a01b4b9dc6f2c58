import type { ChatCall, ChatMessage, Endpoint } from '../endpoint/endpoint';
import { LanguageGuard } from '../language/spoken/guard';
import type { AnswerLanguage } from '../language/spoken/languages';
import { answerTokensIn } from '../models/budget';
import { askOrShorten, sizeOf } from './ask';
import { guarded } from './guarded';
import { promptsFor } from './prompts/forLanguage';
import type { Question } from './question';
import { canBeginAnswer, secondTry } from './secondTry';
import type { TurnEvent } from './turnEvent';
import { turnPrompt } from './turnPrompt';

/** How a face shows an answer, and who counts what became of it. */
export interface Face {
  /** False where what was shown cannot be taken back. */
  readonly canReplace?: boolean;
  /** Told once of each answer whose language could be seen: whether the model drifted to another. */
  readonly onJudged?: (model: string, language: AnswerLanguage, drifted: boolean) => void;
}

/**
 * One turn of the chat, whatever its face: prompt in the language of the answer, ask, stream, watch the language.
 * Never throws; stopping by the signal ends in `failed` with reason `aborted`.
 */
export async function* answer(
  question: Question,
  endpoint: Endpoint,
  language: AnswerLanguage,
  signal: AbortSignal,
  { canReplace = true, onJudged }: Face = {},
): AsyncGenerator<TurnEvent> {
  const prompts = promptsFor(language);
  const window = await endpoint.contextWindow(signal);
  const prompt = turnPrompt(question, prompts, window);
  if (prompt.notWhole !== undefined) yield { type: 'notice', notice: 'attachmentCut', ...prompt.notWhole };
  const ask = (
    change: (messages: readonly ChatMessage[]) => readonly ChatMessage[],
  ): AsyncGenerator<TurnEvent> => {
    const shorten = (smaller: number): readonly ChatMessage[] =>
      change(turnPrompt(question, prompts, smaller).messages);
    return askOrShorten({ messages: change(prompt.messages), shorten, window }, endpoint, signal);
  };
  const questions = [...question.history.slice(-1), question].map(({ text }) => text);
  yield* guarded({
    first: () => ask((messages) => messages),
    again: async function* (good) {
      const canBegin = await canBeginAnswer(endpoint, signal);
      yield* ask((messages) => secondTry(messages, prompts, good, canBegin));
    },
    newGuard: () => new LanguageGuard(language, ...questions),
    canReplace,
    host: endpoint.host,
    onJudged: (drifted) => onJudged?.(endpoint.model ?? '', language, drifted),
  });
}

/** What another extension may ask for beside its messages. */
export type RelayExtras = Pick<ChatCall, 'tools' | 'toolChoice'> &
  Partial<Pick<ChatCall, 'temperature' | 'maxTokens' | 'stop'>>;

/**
 * A conversation that already is as its author wants it, such as another extension's: nothing is added, nothing is
 * watched, and nothing left out unless the server finds it too long.
 */
export async function* relay(
  messages: readonly ChatMessage[],
  endpoint: Endpoint,
  signal: AbortSignal,
  extras: RelayExtras = {},
): AsyncGenerator<TurnEvent> {
  const window = await endpoint.contextWindow(signal);
  const shorten = (smaller: number): readonly ChatMessage[] =>
    withoutMiddle(messages, smaller - answerTokensIn(smaller));
  yield* askOrShorten({ messages, shorten, window, extras }, endpoint, signal);
}

/**
 * The first message, which is where instructions stand, and the newest that fit behind it; always the last, since it
 * is what is asked.
 * @param room in estimated tokens.
 */
function withoutMiddle(messages: readonly ChatMessage[], room: number): readonly ChatMessage[] {
  const [first, ...others] = messages;
  if (first === undefined || others.length === 0) return messages;
  let left = room - sizeOf([first]);
  const from = others.findLastIndex((message, index) => {
    left -= sizeOf([message]);
    return left < 0 && index < others.length - 1;
  });
  // The result of a tool is nothing without the call that it answers.
  const kept = others.slice(from + 1);
  const whole = kept.findIndex(({ role }) => role !== 'tool');
  return [first, ...(whole > 0 ? kept.slice(whole) : kept)];
}
