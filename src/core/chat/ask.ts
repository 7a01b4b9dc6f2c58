import type { ChatMessage, Endpoint, FinishReason } from '../endpoint/endpoint';
import { isFailure } from '../endpoint/describe';
import { EndpointError } from '../endpoint/errors';
import { answerTokensIn, estimateTokens, smallerWindow } from '../models/budget';
import { mergeTurns } from '../models/messages';
import type { TurnEvent } from './turnEvent';

/** What is asked, and how it becomes shorter where the server finds it too long. */
export interface Asking {
  readonly messages: readonly ChatMessage[];
  readonly shorten: (window: number) => readonly ChatMessage[];
  /** What the messages were planned for, in estimated tokens. */
  readonly window: number;
}

/**
 * Asks; where the server finds the messages too long, they are shortened to what it says that it can take, and sent
 * once more.
 */
export async function* askOrShorten(
  { messages, shorten, window }: Asking,
  endpoint: Endpoint,
  signal: AbortSignal,
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

/** The length of messages, in estimated tokens. */
export function sizeOf(messages: readonly ChatMessage[]): number {
  return messages.reduce((sum, { content }) => sum + estimateTokens(content), 0);
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
