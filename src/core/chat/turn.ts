import type { ChatMessage, Endpoint, FinishReason } from '../endpoint/endpoint';
import { isFailure, type Failure } from '../endpoint/describe';
import { EndpointError } from '../endpoint/errors';
import type { AnswerLanguage } from '../language/spoken/languages';
import { mergeTurns } from '../models/messages';
import { answerTokensIn, estimateTokens, smallerWindow } from '../models/budget';
import { promptsFor } from './prompts/forLanguage';
import type { Question } from './question';
import { turnPrompt } from './turnPrompt';

/** What happens while a question is answered. The last event is `done` or `failed`. */
export type TurnEvent =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'notice'; readonly notice: 'attachmentCut' | 'shortened' }
  | { readonly type: 'usage'; readonly promptTokens: number; readonly completionTokens: number }
  | { readonly type: 'done'; readonly reason: FinishReason }
  | { readonly type: 'failed'; readonly error: Failure };

/**
 * One turn of the chat, whatever its face: prompt in the language of the answer, ask, stream.
 * Never throws; stopping by the signal ends in `failed` with reason `aborted`.
 */
export async function* answer(
  question: Question,
  endpoint: Endpoint,
  language: AnswerLanguage,
  signal: AbortSignal,
): AsyncGenerator<TurnEvent> {
  const prompts = promptsFor(language);
  const window = await endpoint.contextWindow(signal);
  const prompt = turnPrompt(question, prompts, window);
  if (prompt.attachmentCut) yield { type: 'notice', notice: 'attachmentCut' };
  const shorten = (smaller: number): readonly ChatMessage[] =>
    turnPrompt(question, prompts, smaller).messages;
  yield* askOrShorten(prompt.messages, shorten, endpoint, signal, window);
}

/**
 * A conversation that already is as its author wants it, such as another extension's: nothing is added, and nothing
 * left out unless the server finds it too long.
 */
export async function* relay(
  messages: readonly ChatMessage[],
  endpoint: Endpoint,
  signal: AbortSignal,
): AsyncGenerator<TurnEvent> {
  const window = await endpoint.contextWindow(signal);
  const shorten = (smaller: number): readonly ChatMessage[] =>
    withoutMiddle(messages, smaller - answerTokensIn(smaller));
  yield* askOrShorten(messages, shorten, endpoint, signal, window);
}

/**
 * Asks; where the server finds the messages too long, they are shortened to what it says that it can take, and sent
 * once more.
 * @param window what the messages were planned for, in estimated tokens.
 */
async function* askOrShorten(
  messages: readonly ChatMessage[],
  shorten: (window: number) => readonly ChatMessage[],
  endpoint: Endpoint,
  signal: AbortSignal,
  window: number,
): AsyncGenerator<TurnEvent> {
  const tooLong = yield* ask(messages, endpoint, signal, answerTokensIn(window));
  if (tooLong === undefined) return;
  const smaller = smallerWindow(window, sizeOf(messages), tooLong);
  const shorter = shorten(smaller);
  if (sizeOf(shorter) >= sizeOf(messages)) {
    // Nothing can be left out: the question itself is too long.
    yield { type: 'failed', error: tooLong };
    return;
  }
  yield { type: 'notice', notice: 'shortened' };
  const still = yield* ask(shorter, endpoint, signal, answerTokensIn(smaller));
  if (still !== undefined) yield { type: 'failed', error: still };
}

function sizeOf(messages: readonly ChatMessage[]): number {
  return messages.reduce((sum, { content }) => sum + estimateTokens(content), 0);
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
  return [first, ...others.slice(from + 1)];
}

/** @returns the error, in place of a last event, where the server found the messages too long and nothing was shown. */
async function* ask(
  messages: readonly ChatMessage[],
  endpoint: Endpoint,
  signal: AbortSignal,
  maxTokens: number,
): AsyncGenerator<TurnEvent, EndpointError | undefined> {
  let reason: FinishReason = 'stop';
  let shown = false;
  try {
    const call = { messages: mergeTurns(messages), temperature: 0.2, maxTokens, stop: [] };
    for await (const event of endpoint.chat(call, signal)) {
      shown ||= event.type === 'text';
      if (event.type === 'finish') reason = event.reason;
      else yield event;
    }
    yield { type: 'done', reason };
  } catch (error) {
    if (!isFailure(error)) throw error;
    if (error instanceof EndpointError && error.reason === 'contextTooLong' && !shown) return error;
    yield { type: 'failed', error };
  }
  return undefined;
}
