import { randomUUID } from 'node:crypto';
import { readMessages, renderChat } from './chatPrompt.mjs';
import { ContextTooLong } from './generator.mjs';

/** A request that cannot be served, with the HTTP status that says so. */
export class BadRequest extends Error {
  /** @param {string} message @param {number} [status] */
  constructor(message, status = 400) {
    super(message);
    this.status = status;
  }
}

/**
 * @typedef {object} OpenAiRequest
 * @property {boolean} chat
 * @property {string} prompt
 * @property {boolean} stream
 * @property {boolean} includeUsage
 * @property {Omit<import('./generator.mjs').GenerateOptions, 'signal'>} options
 */

/**
 * Reads the body of a request to `/v1/completions` or `/v1/chat/completions`.
 *
 * @param {string} body
 * @param {boolean} chat
 * @returns {OpenAiRequest}
 * @throws {BadRequest}
 */
export function readRequest(body, chat) {
  const request = parseObject(body);
  return {
    chat,
    prompt: chat ? readChatPrompt(request.messages) : readPrompt(request.prompt),
    stream: request.stream === true,
    includeUsage: request.stream_options?.include_usage === true,
    options: {
      special: chat,
      maxTokens: number(request.max_completion_tokens ?? request.max_tokens),
      stop: [request.stop ?? []].flat().map(String),
      temperature: number(request.temperature) ?? 0.8,
      topP: number(request.top_p),
      seed: number(request.seed),
    },
  };
}

/**
 * @param {string} body
 * @returns {Record<string, any>}
 */
function parseObject(body) {
  try {
    const value = JSON.parse(body);
    if (value && typeof value === 'object') return value;
  } catch (error) {
    throw new BadRequest(`The body is not valid JSON: ${error instanceof Error ? error.message : error}`);
  }
  throw new BadRequest('The body must be a JSON object.');
}

/** @param {unknown} messages */
function readChatPrompt(messages) {
  const list = readMessages(messages);
  if (!list) throw new BadRequest('`messages` must be a list of {role, content}.');
  return renderChat(list);
}

/** @param {unknown} prompt */
function readPrompt(prompt) {
  const one = Array.isArray(prompt) && prompt.length === 1 ? prompt[0] : prompt;
  if (typeof one !== 'string') throw new BadRequest('`prompt` must be a string.');
  return one;
}

/**
 * @param {unknown} value
 * @returns {number | undefined}
 */
function number(value) {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw new BadRequest('max_tokens, temperature, top_p and seed must be numbers.');
}

/**
 * Makes the objects of one answer, which share an id.
 *
 * @param {boolean} chat
 * @param {string} model
 */
export function answerShapes(chat, model) {
  const id = `${chat ? 'chatcmpl' : 'cmpl'}-${randomUUID()}`;
  const created = Math.floor(Date.now() / 1000);
  const head = (/** @type {string} */ object) => ({ id, object, created, model });
  const chunk = head(chat ? 'chat.completion.chunk' : 'text_completion');
  const whole = head(chat ? 'chat.completion' : 'text_completion');
  return {
    /** @param {string} text @param {boolean} first */
    chunk(text, first) {
      const delta = first ? { role: 'assistant', content: text } : { content: text };
      const choice = chat ? { index: 0, delta } : { index: 0, text, logprobs: null };
      return { ...chunk, choices: [{ ...choice, finish_reason: null }] };
    },
    /** @param {string} finish */
    last(finish) {
      const choice = chat ? { index: 0, delta: {} } : { index: 0, text: '', logprobs: null };
      return { ...chunk, choices: [{ ...choice, finish_reason: finish }] };
    },
    /** @param {import('./generator.mjs').Result} result */
    usage: (result) => ({ ...chunk, choices: [], usage: usage(result) }),
    /** @param {string} text @param {import('./generator.mjs').Result} result */
    whole(text, result) {
      const message = { role: 'assistant', content: text };
      const choice = chat ? { index: 0, message } : { index: 0, text, logprobs: null };
      return { ...whole, choices: [{ ...choice, finish_reason: result.finish }], usage: usage(result) };
    },
  };
}

/** @param {import('./generator.mjs').Result} result */
function usage({ promptTokens, tokens, cachedTokens }) {
  return {
    prompt_tokens: promptTokens,
    completion_tokens: tokens,
    total_tokens: promptTokens + tokens,
    prompt_tokens_details: { cached_tokens: cachedTokens },
  };
}

/**
 * @param {unknown} error
 * @returns {{ status: number, body: { error: Record<string, unknown> } }} as llama-server words it
 */
export function describeError(error) {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof ContextTooLong) {
    const sizes = { n_prompt_tokens: error.promptTokens, n_ctx: error.contextSize };
    return {
      status: 400,
      body: { error: { code: 400, message, type: 'exceed_context_size_error', ...sizes } },
    };
  }
  const status = error instanceof BadRequest ? error.status : 500;
  const type = status === 404 ? 'not_found_error' : status < 500 ? 'invalid_request_error' : 'server_error';
  return { status, body: { error: { code: status, message, type } } };
}
