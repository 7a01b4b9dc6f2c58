import type { ChatMessage, Endpoint, FinishReason } from '../endpoint/endpoint';
import { isFailure, type Failure } from '../endpoint/describe';
import type { AnswerLanguage } from '../language/spoken/languages';
import { mergeTurns } from '../models/messages';
import { answerTokens } from '../models/budget';
import { promptsFor } from './prompts/forLanguage';
import type { Question } from './question';
import { turnPrompt } from './turnPrompt';

/** What happens while a question is answered. The last event is `done` or `failed`. */
export type TurnEvent =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'notice'; readonly notice: 'attachmentCut' }
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
  const prompt = turnPrompt(question, promptsFor(language));
  if (prompt.attachmentCut) yield { type: 'notice', notice: 'attachmentCut' };
  yield* relay(prompt.messages, endpoint, signal);
}

/**
 * A conversation that already is as its author wants it, such as another extension's: nothing is added.
 */
export async function* relay(
  messages: readonly ChatMessage[],
  endpoint: Endpoint,
  signal: AbortSignal,
): AsyncGenerator<TurnEvent> {
  let reason: FinishReason = 'stop';
  try {
    const call = { messages: mergeTurns(messages), temperature: 0.2, maxTokens: answerTokens, stop: [] };
    for await (const event of endpoint.chat(call, signal)) {
      if (event.type === 'finish') reason = event.reason;
      else yield event;
    }
    yield { type: 'done', reason };
  } catch (error) {
    if (!isFailure(error)) throw error;
    yield { type: 'failed', error };
  }
}
