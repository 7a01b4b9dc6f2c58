import { accepted, stopsFor, type Asked, type Wire } from './asked';
import type { ChatCall, ChatMessage, Sampling, StreamEvent } from './endpoint';
import { EndpointError } from './errors';
import { rootOf } from './evidence';
import { asObject, objectsOf, textIn, type JsonObject } from './json';
import { usualContext } from './ollamaModel';
import { quoteFor } from './quote';
import { streamError } from './serverError';
import { toolFields } from './tools';
import { ToolStream } from './toolStream';

/**
 * Ollama's native routes, because its `/v1` cannot say what has to be said:
 * - its `/v1/completions` puts the model's template around the prompt, as if it were a question; only
 *   `/api/generate` with `raw` continues a text, and community templates differ from BSC's anyway;
 * - its `/v1` drops `repeat_penalty`, so Ollama's default or the model file's value would apply;
 * - its `/v1` drops `num_ctx`: a prompt beyond the default would be cut at its beginning without a word.
 *   Here `truncate` and `shift` are off, so that from 0.12.6 on it is refused instead.
 */
export const ollamaWire: Wire = {
  chat: (call, asked, signal) =>
    read(
      '/api/chat',
      {
        messages: wireMessages(call.messages),
        ...accepted(toolsOf(call), asked.profile),
        ...fieldsFor(call, asked),
      },
      asked,
      signal,
    ),
  complete: (call, asked, signal) => {
    const suffix = asked.profile.capabilities.suffix ? call.suffix : undefined;
    // Only the template knows where the text behind the gap goes.
    const gap = suffix === undefined ? { raw: true } : { suffix };
    return read(
      '/api/generate',
      { prompt: call.prompt, ...accepted(gap, asked.profile), ...fieldsFor(call, asked) },
      asked,
      signal,
    );
  },
};

/** Arguments are objects here, and the result of a tool names the tool; newer releases read the id as well. */
function wireMessages(messages: readonly ChatMessage[]): readonly object[] {
  const names = new Map(
    messages.flatMap(({ toolCalls = [] }) => toolCalls).map(({ id, name }) => [id, name]),
  );
  return messages.map(({ role, content, toolCalls, toolCallId }) => ({
    role,
    content,
    ...(toolCalls === undefined
      ? {}
      : {
          tool_calls: toolCalls.map(({ id, name, input }) => ({ id, function: { name, arguments: input } })),
        }),
    ...(toolCallId === undefined ? {} : { tool_call_id: toolCallId, tool_name: names.get(toolCallId) }),
  }));
}

/** It has no `tool_choice`: the model chooses. */
function toolsOf({ tools = [] }: ChatCall): object {
  return tools.length === 0 ? {} : { tools: toolFields(tools) };
}

function fieldsFor(call: Sampling, { profile }: Asked): object {
  return {
    ...accepted({ truncate: false, shift: false }, profile),
    options: {
      temperature: call.temperature,
      repeat_penalty: 1,
      num_predict: call.maxTokens,
      // The same for every request: another figure makes Ollama load the model anew.
      num_ctx: profile.contextTokens ?? usualContext,
      stop: [...stopsFor(call, profile)],
    },
  };
}

/** Reads lines of JSON into events. Closes the connection when the caller leaves early. */
async function* read(
  path: string,
  fields: object,
  { address, model, fetch }: Asked,
  signal: AbortSignal,
): AsyncGenerator<StreamEvent> {
  const { host } = address;
  const own = new AbortController();
  const init = {
    method: 'POST' as const,
    headers: { 'content-type': 'application/json', accept: 'application/x-ndjson' },
    body: JSON.stringify({ model, stream: true, ...fields }),
    signal: AbortSignal.any([signal, own.signal]),
  };
  let finished = false;
  try {
    const response = await fetch(rootOf(address) + path, init);
    if (response.body === null) throw new EndpointError('badResponse', { host });
    for await (const line of lines(response.body as ReadableStream<Uint8Array>)) {
      if (signal.aborted) throw new EndpointError('aborted', { host });
      const entry = parsed(line);
      if (entry === undefined) throw new EndpointError('badResponse', { host });
      if (entry.error !== undefined && entry.error !== null) {
        throw streamError(entry, host, quoteFor(init, []));
      }
      finished ||= entry.done === true;
      yield* eventsOf(entry, host);
    }
    if (!finished) throw new EndpointError('network', { host });
  } catch (error) {
    if (signal.aborted) throw new EndpointError('aborted', { host });
    throw error instanceof EndpointError ? error : new EndpointError('badResponse', { host });
  } finally {
    if (!finished) own.abort();
  }
}

function* eventsOf(entry: JsonObject, host: string): Generator<StreamEvent> {
  const message = asObject(entry.message);
  const text = textIn(entry, 'response') ?? textIn(message, 'content');
  if (text !== undefined) yield { type: 'text', text };
  // Each comes whole, in a line of its own or together with others.
  if (Array.isArray(message?.tool_calls)) {
    const tools = new ToolStream(host);
    for (const [index, call] of objectsOf(message.tool_calls).entries()) tools.add([{ ...call, index }]);
    for (const call of tools.end()) yield { type: 'toolCall', ...call };
  }
  if (entry.done !== true) return;
  yield { type: 'finish', reason: entry.done_reason === 'length' ? 'length' : 'stop' };
  yield {
    type: 'usage',
    // Missing where the whole prompt came from the cache.
    promptTokens: count(entry.prompt_eval_count),
    completionTokens: count(entry.eval_count),
  };
}

function count(value: unknown): number {
  return typeof value === 'number' ? value : 0;
}

async function* lines(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    rest += done ? decoder.decode() : decoder.decode(value, { stream: true });
    const whole = rest.split('\n');
    rest = done ? '' : (whole.pop() ?? '');
    for (const line of whole) if (line.trim() !== '') yield line;
    if (done) return;
  }
}

function parsed(line: string): JsonObject | undefined {
  try {
    return asObject(JSON.parse(line));
  } catch {
    // Reported by the caller, without the line: it may hold the answer.
    return undefined;
  }
}
