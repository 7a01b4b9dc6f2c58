import type { EndpointProfile } from './profile';
import type { Tool, ToolCall } from './tools';

/** A turn of a conversation, as model servers take it. */
export interface ChatMessage {
  readonly role: 'system' | 'user' | 'assistant' | 'tool';
  readonly content: string;
  /** Of an assistant's turn: the tools that it asked for. */
  readonly toolCalls?: readonly ToolCall[];
  /** Of a tool's turn: the call that this is the result of. */
  readonly toolCallId?: string;
}

/**
 * How an answer is drawn. Always sent in full, with a neutral repetition penalty in the server's own
 * spelling: servers' own defaults differ and some harm code.
 */
export interface Sampling {
  /** 0 always takes the likeliest token. */
  readonly temperature: number;
  readonly maxTokens: number;
  /** Texts at which the server ends the answer; it does not send them. As many as the server allows (4 at least), the
   *  first of them. */
  readonly stop: readonly string[];
}

export interface ChatCall extends Sampling {
  /** Where the last is the assistant's, the answer continues it, on servers whose profile says how. */
  readonly messages: readonly ChatMessage[];
  /** As of a completion: a place in a file can be asked for in a chat as well. */
  readonly automatic?: boolean;
  /**
   * Tools that the model may ask for. Left out, and the turns of tools told in words, on a server that is known to be
   * unable, or turns out to be: the stream then says `withoutTools`.
   */
  readonly tools?: readonly Tool[];
  /** `required` where the answer has to be the call of a tool. */
  readonly toolChoice?: 'auto' | 'required';
}

export interface CompletionCall extends Sampling {
  /** Text that the model continues, without any template. */
  readonly prompt: string;
  /** Text behind the gap; sent only to servers that are not known to refuse it. */
  readonly suffix?: string;
  /** True where no person asked for it: then nobody is asked anything either, and without consent it stays here. */
  readonly automatic?: boolean;
}

/** Why a model stopped: at the end of its answer, or at `maxTokens`. */
export type FinishReason = 'stop' | 'length';

export type StreamEvent =
  | { readonly type: 'text'; readonly text: string }
  /** The model asks for a tool. Whole: pieces are put together before it is told. */
  | ({ readonly type: 'toolCall' } & ToolCall)
  /** The tools of the call did not go along. */
  | { readonly type: 'withoutTools' }
  /** Who answers from here on: told by a list of endpoints, before the first of the answer. */
  | { readonly type: 'source'; readonly host: string; readonly model: string | undefined }
  | { readonly type: 'usage'; readonly promptTokens: number; readonly completionTokens: number }
  | { readonly type: 'finish'; readonly reason: FinishReason };

/** `automatic` where no person asked for it, `wish` where one did; without either no text goes after it. */
export type ProfilePurpose = 'automatic' | 'wish';

/**
 * One door to a model server. All of it throws `EndpointError` only, and behind the gate (`privacy/gated.ts`)
 * `Refusal` too. Aborting the signal, or leaving the
 * loop over a stream, closes the connection at once.
 */
export interface Endpoint {
  /** Names the endpoint for as long as the settings say the same of it. */
  readonly id: string;
  /** Host and port, for people to see where their text goes. */
  readonly host: string;
  /** The model that is asked, or `undefined` while the server has not been asked for its first. */
  readonly model: string | undefined;
  /** Names of the models that the server offers, in its own order. */
  models(signal: AbortSignal): Promise<readonly string[]>;
  /**
   * What the server is and can do; asked for at the first need, with a short deadline, then remembered.
   * @param purpose a request for completion that it goes before: what holds for that request holds for it too.
   */
  profile(signal: AbortSignal, purpose?: ProfilePurpose): Promise<EndpointProfile>;
  /**
   * The context to plan a request with, in tokens as `estimateTokens` counts them. Rejects never: where the server
   * cannot be asked, the request itself says why.
   */
  contextWindow(signal: AbortSignal): Promise<number>;
  /** The length of a text in tokens: the server's own count where it has one, else a careful estimate. */
  countTokens(text: string, signal: AbortSignal): Promise<number>;
  /** An answer to a conversation. */
  chat(call: ChatCall, signal: AbortSignal): AsyncIterable<StreamEvent>;
  /** A raw continuation of a text. */
  complete(call: CompletionCall, signal: AbortSignal): AsyncIterable<StreamEvent>;
}
