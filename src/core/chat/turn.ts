import type { ChatMessage, Endpoint, FinishReason } from '../endpoint/endpoint';
import { isFailure, type Failure } from '../endpoint/describe';
import { EndpointError } from '../endpoint/errors';
import type { AnswerLanguage } from '../language/spoken/languages';
import { mergeTurns } from '../models/messages';
import { answerTokens, answerTokensIn, contextTokens, estimateTokens, smallerWindow } from '../models/budget';
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
 * One turn of the chat, whatever its face: prompt in the language of the answer, ask, stream. A prompt that the
 * server finds too long is shortened to what the server says that it can take, and sent once more.
 * Never throws; stopping by the signal ends in `failed` with reason `aborted`.
 * @param window the model's context in tokens, where it is known.
 */
export async function* answer(
  question: Question,
  endpoint: Endpoint,
  language: AnswerLanguage,
  signal: AbortSignal,
  window: number = contextTokens,
): AsyncGenerator<TurnEvent> {
  const prompts = promptsFor(language);
  const prompt = turnPrompt(question, prompts, window);
  if (prompt.attachmentCut) yield { type: 'notice', notice: 'attachmentCut' };
  const tooLong = yield* ask(prompt.messages, endpoint, signal, answerTokensIn(window));
  if (tooLong === undefined) return;
  const smaller = smallerWindow(window, sizeOf(prompt.messages), tooLong);
  const shorter = turnPrompt(question, prompts, smaller);
  if (sizeOf(shorter.messages) >= sizeOf(prompt.messages)) {
    // Nothing can be left out: the question itself is too long.
    yield { type: 'failed', error: tooLong };
    return;
  }
  yield { type: 'notice', notice: 'shortened' };
  const still = yield* ask(shorter.messages, endpoint, signal, answerTokensIn(smaller));
  if (still !== undefined) yield { type: 'failed', error: still };
}

function sizeOf(messages: readonly ChatMessage[]): number {
  return messages.reduce((sum, { content }) => sum + estimateTokens(content), 0);
}

/**
 * A conversation that already is as its author wants it, such as another extension's: nothing is added.
 */
export async function* relay(
  messages: readonly ChatMessage[],
  endpoint: Endpoint,
  signal: AbortSignal,
): AsyncGenerator<TurnEvent> {
  const tooLong = yield* ask(messages, endpoint, signal, answerTokens);
  if (tooLong !== undefined) yield { type: 'failed', error: tooLong };
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
