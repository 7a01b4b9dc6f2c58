import type { ChatCall, ChatMessage, Endpoint, FinishReason, StreamEvent } from '../endpoint/endpoint';
import { isFailure } from '../endpoint/describe';
import { EndpointError } from '../endpoint/errors';
import { answerTokensIn, estimateTokens, smallerWindow, tokensIn } from '../models/budget';
import { mergeTurns } from '../models/messages';
import { contextSize } from './contextUse';
import type { TurnEvent } from './turnEvent';

/** What is asked, and how it becomes shorter where the server finds it too long. */
export interface Asking {
  readonly messages: readonly ChatMessage[];
  readonly shorten: (window: number) => readonly ChatMessage[];
  /** What the messages were planned for, in estimated tokens. */
  readonly window: number;
  /** What else goes into the request; of a request for a whole conversation its author's own figures count. */
  readonly extras?: Partial<Omit<ChatCall, 'messages'>>;
}

/**
 * Asks; where the server finds the messages too long, they are shortened to what it says that it can take, and sent
 * once more.
 */
export async function* askOrShorten(
  { messages, shorten, window, extras = {} }: Asking,
  endpoint: Endpoint,
  signal: AbortSignal,
): AsyncGenerator<TurnEvent> {
  const tooLong = yield* ask({ messages, maxTokens: answerTokensIn(window), ...extras }, endpoint, signal);
  if (tooLong === undefined) return;
  const smaller = smallerWindow(window, sizeOf(messages), tooLong);
  const shorter = shorten(smaller);
  if (sizeOf(shorter) >= sizeOf(messages)) {
    // Nothing can be left out: the question itself is too long.
    yield { type: 'failed', error: tooLong };
    return;
  }
  yield { type: 'notice', notice: 'shortened' };
  const call = { messages: shorter, maxTokens: answerTokensIn(smaller), ...extras };
  const still = yield* ask(call, endpoint, signal);
  if (still !== undefined) yield { type: 'failed', error: still };
}

/** The length of messages, in estimated tokens. */
export function sizeOf(messages: readonly ChatMessage[]): number {
  return messages.reduce(
    (sum, { content, toolCalls }) =>
      sum + estimateTokens(content + (toolCalls === undefined ? '' : JSON.stringify(toolCalls))),
    0,
  );
}

/** @returns the error, in place of a last event, where the server found the messages too long and nothing was shown. */
async function* ask(
  { messages, ...call }: Pick<ChatCall, 'messages' | 'maxTokens'> & Partial<ChatCall>,
  endpoint: Endpoint,
  signal: AbortSignal,
): AsyncGenerator<TurnEvent, EndpointError | undefined> {
  const turns = mergeTurns(messages);
  const told = new Told(endpoint);
  let reason: FinishReason = 'stop';
  let counted = false;
  try {
    const whole = { temperature: 0.2, stop: [], ...call, messages: turns };
    for await (const event of endpoint.chat(whole, signal)) {
      if (event.type === 'finish') reason = event.reason;
      else if (event.type === 'usage') {
        counted = true;
        const { promptTokens, completionTokens } = event;
        const contextTokens = await contextSize(endpoint, signal);
        yield { type: 'usage', use: { promptTokens, completionTokens, contextTokens, estimated: false } };
      } else yield* told.of(event);
    }
    if (!counted) {
      const contextTokens = await contextSize(endpoint, signal);
      const completionTokens = tokensIn(told.characters);
      const use = { promptTokens: sizeOf(turns), completionTokens, contextTokens, estimated: true };
      yield { type: 'usage', use };
    }
    yield { type: 'done', reason };
  } catch (error) {
    if (!isFailure(error)) throw error;
    if (error instanceof EndpointError && error.reason === 'contextTooLong' && !told.shown) return error;
    yield { type: 'failed', error };
  }
  return undefined;
}

/** What an answer consists of, with its author named before the first piece. */
class Told {
  shown = false;
  /** The text so far, in characters. */
  characters = 0;
  private withoutTools = false;
  private named = false;

  constructor(private readonly endpoint: Endpoint) {}

  *of(event: Exclude<StreamEvent, { type: 'finish' | 'usage' }>): Generator<TurnEvent> {
    if (event.type === 'withoutTools') {
      // A request that is repeated says it again.
      if (!this.withoutTools) yield { type: 'notice', notice: 'withoutTools' };
      this.withoutTools = true;
      return;
    }
    if (event.type === 'source') {
      yield* this.name(event.host, event.model);
      return;
    }
    // An endpoint alone, outside a list, does not say who it is.
    if (!this.named) yield* this.name(this.endpoint.host, this.endpoint.model);
    this.shown = true;
    if (event.type === 'text') this.characters += event.text.length;
    yield event;
  }

  private *name(host: string, model: string | undefined): Generator<TurnEvent> {
    this.named = true;
    if (model !== undefined) yield { type: 'source', source: { host, model } };
  }
}
