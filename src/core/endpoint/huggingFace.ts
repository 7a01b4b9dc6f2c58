import { chatCompletionStream, textGenerationStream } from '@huggingface/inference';
import type { ChatCall, CompletionCall, Endpoint, FinishReason, Sampling, StreamEvent } from './endpoint';
import { addressId, type EndpointAddress } from './address';
import { EndpointError } from './errors';
import { endMarker } from './eventStream';
import { listModels } from './modelList';
import { isSuitable } from '../models/family';
import type { Fetch } from './transport';

/**
 * The door over `@huggingface/inference`, which speaks to every OpenAI-compatible server when it is given
 * an `endpointUrl`.
 * @param fetch from `endpointFetch`: it owns the key, the errors and the form of the stream.
 */
export function huggingFaceEndpoint(address: EndpointAddress, fetch: Fetch): Endpoint {
  let model = address.model;

  const models = (signal: AbortSignal): Promise<readonly string[]> => listModels(address, fetch, signal);

  /** Without a model the client would send the address as its name. */
  const chosenModel = async (signal: AbortSignal): Promise<string> => {
    model ??= (await models(signal)).find(isSuitable);
    if (model === undefined) throw new EndpointError('notFound', { host: address.host });
    return model;
  };

  const options = (signal: AbortSignal): object => ({
    // Without this a 503 is retried at once and without end.
    retry_on_error: false,
    signal,
    fetch: (url: string, init: { headers: Record<string, string>; body: string; signal: AbortSignal }) =>
      fetch(url, { method: 'POST', body: init.body, signal: init.signal, headers: streamHeaders }),
  });

  const ask = async function* (
    signal: AbortSignal,
    chunks: (signal: AbortSignal) => AsyncIterable<unknown>,
  ): AsyncGenerator<StreamEvent> {
    try {
      yield* stream(address.host, signal, chunks);
    } catch (error) {
      // The server may have been started anew with another model than the one it listed first.
      if (error instanceof EndpointError && error.reason === 'notFound') model = address.model;
      throw error;
    }
  };

  return {
    id: addressId(address),
    host: address.host,
    get model() {
      return model;
    },
    models,
    chat: (call: ChatCall, signal) =>
      ask(signal, async function* (inner) {
        const args = {
          endpointUrl: address.base,
          model: await chosenModel(inner),
          messages: call.messages.map((message) => ({ ...message })),
          stream_options: { include_usage: true },
          ...samplingFields(call),
        };
        yield* chatCompletionStream(args, options(inner)) as AsyncIterable<unknown>;
      }),
    complete: (call: CompletionCall, signal) =>
      ask(signal, async function* (inner) {
        const args = {
          endpointUrl: address.base,
          model: await chosenModel(inner),
          prompt: call.prompt,
          inputs: call.prompt,
          stream_options: { include_usage: true },
          ...samplingFields(call),
        };
        yield* textGenerationStream(args, options(inner)) as AsyncIterable<unknown>;
      }),
  };
}

/** The client's own headers name only itself; the transport says who asks, and `endpointFetch` adds the key. */
const streamHeaders = { 'content-type': 'application/json', accept: 'text/event-stream' };

/**
 * Both spellings of a neutral repetition penalty (vLLM's and llama.cpp's) go along: Salamandra's own
 * `generation_config` sets 1.2, which vLLM applies by default and which spoils code. Servers ignore the
 * spelling they do not know.
 */
function samplingFields(call: Sampling): object {
  return {
    temperature: call.temperature,
    max_tokens: call.maxTokens,
    repetition_penalty: 1,
    repeat_penalty: 1,
    ...(call.stop.length === 0 ? {} : { stop: [...call.stop] }),
  };
}

/**
 * Reads chunks into events. Closes the connection when the caller leaves early: the client alone would
 * let the server go on. A stream that ends without saying why was cut off, and is reported so.
 */
async function* stream(
  host: string,
  signal: AbortSignal,
  chunks: (signal: AbortSignal) => AsyncIterable<unknown>,
): AsyncGenerator<StreamEvent> {
  const own = new AbortController();
  let finished = false;
  let ended = false;
  try {
    for await (const chunk of chunks(AbortSignal.any([signal, own.signal]))) {
      // What had already arrived when the person stopped is not shown any more.
      if (signal.aborted) throw new EndpointError('aborted', { host });
      finished ||= isEnd(chunk);
      for (const event of eventsOf(chunk)) {
        finished ||= event.type === 'finish';
        yield event;
      }
    }
    ended = true;
    if (!finished) throw new EndpointError('network', { host });
  } catch (error) {
    throw asEndpointError(error, signal, host);
  } finally {
    // An answer read to its end leaves its connection to the next request.
    if (!ended) own.abort();
  }
}

function isEnd(chunk: unknown): boolean {
  return typeof chunk === 'object' && chunk !== null && endMarker in chunk;
}

interface Chunk {
  readonly choices?: readonly {
    readonly text?: string | null;
    readonly delta?: { readonly content?: string | null };
    readonly finish_reason?: string | null;
  }[];
  readonly usage?: { readonly prompt_tokens?: number; readonly completion_tokens?: number } | null;
}

function* eventsOf(chunk: unknown): Generator<StreamEvent> {
  const { choices, usage } = (chunk ?? {}) as Chunk;
  const choice = choices?.[0];
  const text = choice?.text ?? choice?.delta?.content ?? '';
  if (text !== '') yield { type: 'text', text };
  if (typeof choice?.finish_reason === 'string') {
    yield { type: 'finish', reason: finishReason(choice.finish_reason) };
  }
  if (usage?.prompt_tokens !== undefined) {
    yield {
      type: 'usage',
      promptTokens: usage.prompt_tokens,
      completionTokens: usage.completion_tokens ?? 0,
    };
  }
}

function finishReason(word: string): FinishReason {
  return word === 'length' ? 'length' : 'stop';
}

/** Whatever the client threw. Its own errors hold the prompt and the headers, so nothing of them is kept. */
function asEndpointError(error: unknown, signal: AbortSignal, host: string): EndpointError {
  if (signal.aborted) return new EndpointError('aborted', { host });
  if (error instanceof EndpointError) return error;
  return new EndpointError('badResponse', { host });
}
