import { chatCompletionStream, textGenerationStream } from '@huggingface/inference';
import { accepted, isPrefilled, stopsFor, type Asked, type Wire } from './asked';
import { dialectOf } from './dialects';
import type { EndpointProfile } from './profile';
import type { ChatCall, ChatMessage, FinishReason, Sampling, StreamEvent } from './endpoint';
import { EndpointError } from './errors';
import { endMarker } from './eventStream';
import { toolFields } from './tools';
import { ToolStream } from './toolStream';

/** OpenAI's routes, through `@huggingface/inference`, in the spelling of the server's dialect. */
export const clientWire: Wire = {
  chat: (call, asked, signal) =>
    read(asked, signal, (inner) => {
      const dialect = dialectOf(asked.profile.dialect);
      const fields = {
        ...usageField(asked),
        ...samplingFields(call, asked),
        ...dialect.extras.chat,
        ...(isPrefilled(call) ? dialect.prefillFields : {}),
      };
      const args = {
        endpointUrl: asked.address.base,
        model: clientName(asked.model),
        messages: call.messages.map(wireMessage),
        ...accepted({ ...fields, ...toolsOf(call) }, asked.profile),
      };
      return chatCompletionStream(args, options(asked, inner));
    }),
  complete: (call, asked, signal) =>
    read(asked, signal, (inner) => {
      const fields = {
        ...usageField(asked),
        ...samplingFields(call, asked),
        ...dialectOf(asked.profile.dialect).extras.completion,
        ...(call.suffix !== undefined && asked.profile.capabilities.suffix ? { suffix: call.suffix } : {}),
      };
      const args = {
        endpointUrl: asked.address.base,
        model: clientName(asked.model),
        prompt: call.prompt,
        inputs: call.prompt,
        ...accepted(fields, asked.profile),
      };
      return textGenerationStream(args, options(asked, inner));
    }),
};

/** The client's type of a message knows no turn of a tool, but sends what it is given. */
function wireMessage({ role, content, toolCalls, toolCallId }: ChatMessage): {
  readonly role: string;
  readonly content: string;
} {
  const calls = toolCalls?.map(({ id, name, input }) => ({
    id,
    type: 'function',
    function: { name, arguments: JSON.stringify(input) },
  }));
  return {
    role,
    content,
    ...(calls === undefined ? {} : { tool_calls: calls }),
    ...(toolCallId === undefined ? {} : { tool_call_id: toolCallId }),
  };
}

function toolsOf({ tools = [], toolChoice = 'auto' }: ChatCall): object {
  return tools.length === 0 ? {} : { tools: toolFields(tools), tool_choice: toolChoice };
}

let warmed: Promise<void> | undefined;

/**
 * The client's first call takes some 10 ms longer than every other. It is made here in advance, against an answer of
 * our own: nothing is sent.
 */
export function warmUp(profile: EndpointProfile): Promise<void> {
  warmed ??= rehearsed(profile);
  return warmed;
}

async function rehearsed(profile: EndpointProfile): Promise<void> {
  const letters = Array.from({ length: 20 }, () => '{"choices":[{"text":"a"}]}');
  const chunks = [...letters, '{"choices":[{"text":"","finish_reason":"stop"}]}', '[DONE]'];
  const body = chunks.map((chunk) => `data: ${chunk}\n\n`).join('');
  const headers = { 'content-type': 'text/event-stream' };
  const base = 'http://127.0.0.1/v1';
  const asked: Asked = {
    address: { base, origin: 'http://127.0.0.1', host: '127.0.0.1', model: 'none' },
    model: 'none',
    profile,
    fetch: () => Promise.resolve(new Response(body, { headers })),
  };
  const call = { prompt: ' ', temperature: 0, maxTokens: 1, stop: [] };
  const { signal } = new AbortController();
  for (let round = 0; round < 10; round += 1) {
    for await (const event of clientWire.complete(call, asked, signal)) if (event.type === 'finish') break;
  }
}

function usageField({ profile }: Asked): object {
  return profile.capabilities.usageInStream ? { stream_options: { include_usage: true } } : {};
}

function samplingFields(call: Sampling, { profile }: Asked): object {
  const stop = stopsFor(call, profile);
  return {
    temperature: call.temperature,
    max_tokens: call.maxTokens,
    ...(stop.length === 0 ? {} : { stop: [...stop] }),
  };
}

/** The client's own headers name only itself; the transport says who asks, and `endpointFetch` adds the key. */
const streamHeaders = { 'content-type': 'application/json', accept: 'text/event-stream' };

/**
 * The client takes a name that begins like a path or an address for an address and throws. llama-server and vLLM
 * name a model after the file or folder from which they serve it, such as `/models/salamandra-7b`; in its place
 * the client is given this, and the request on its way gets the name back.
 */
const placeholder = 'model';

function clientName(model: string): string {
  return /^(\/|https?:)/.test(model) ? placeholder : model;
}

function withName(body: string, model: string): string {
  if (clientName(model) === model) return body;
  return JSON.stringify({ ...(JSON.parse(body) as object), model });
}

function options({ fetch, model }: Asked, signal: AbortSignal): object {
  return {
    // Without this a 503 is retried at once and without end.
    retry_on_error: false,
    signal,
    fetch: (url: string, init: { body: string; signal: AbortSignal }) =>
      fetch(url, {
        method: 'POST',
        body: withName(init.body, model),
        signal: init.signal,
        headers: streamHeaders,
      }),
  };
}

/**
 * Reads chunks into events. Closes the connection when the caller leaves early: the client alone would
 * let the server go on. A stream that ends without saying why was cut off, and is reported so.
 */
async function* read(
  { address: { host } }: Asked,
  signal: AbortSignal,
  chunks: (signal: AbortSignal) => AsyncIterable<unknown>,
): AsyncGenerator<StreamEvent> {
  const own = new AbortController();
  const tools = new ToolStream(host);
  let finished = false;
  let ended = false;
  try {
    for await (const chunk of chunks(AbortSignal.any([signal, own.signal]))) {
      // What had already arrived when the person stopped is not shown any more.
      if (signal.aborted) throw new EndpointError('aborted', { host });
      if (isEnd(chunk) && !finished) yield* called(tools);
      finished ||= isEnd(chunk);
      for (const event of eventsOf(chunk, tools)) {
        if (event.type === 'finish') yield* called(tools);
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

function* called(tools: ToolStream): Generator<StreamEvent> {
  for (const call of tools.end()) yield { type: 'toolCall', ...call };
}

function isEnd(chunk: unknown): boolean {
  return typeof chunk === 'object' && chunk !== null && endMarker in chunk;
}

interface Chunk {
  readonly choices?: readonly {
    readonly text?: string | null;
    /** Thinking comes in `reasoning` or `reasoning_content` and is not read: it is no part of the answer. */
    readonly delta?: { readonly content?: string | null; readonly tool_calls?: unknown };
    readonly finish_reason?: string | null;
  }[];
  readonly usage?: { readonly prompt_tokens?: number; readonly completion_tokens?: number } | null;
}

function* eventsOf(chunk: unknown, tools: ToolStream): Generator<StreamEvent> {
  const { choices, usage } = (chunk ?? {}) as Chunk;
  const choice = choices?.[0];
  const text = choice?.text ?? choice?.delta?.content ?? '';
  if (text !== '') yield { type: 'text', text };
  if ((choice?.delta?.tool_calls ?? null) !== null) tools.add(choice?.delta?.tool_calls);
  if (typeof choice?.finish_reason === 'string' && choice.finish_reason !== '') {
    yield { type: 'finish', reason: finishReason(choice.finish_reason) };
  }
  if (typeof usage?.prompt_tokens === 'number') {
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
