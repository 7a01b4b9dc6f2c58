import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Slots } from './slots.mjs';
import { TextStream } from './textStream.mjs';

/**
 * @typedef {object} GenerateOptions
 * @property {boolean} special whether the prompt may hold control tokens: a rendered chat may, code may not
 * @property {number} [maxTokens]
 * @property {string[]} stop
 * @property {number} temperature
 * @property {number} [topP]
 * @property {number} [seed]
 * @property {AbortSignal} signal
 *
 * @typedef {object} Result filled in while the text comes
 * @property {number} promptTokens
 * @property {number} cachedTokens of the prompt, known from the request before
 * @property {number} tokens
 * @property {'stop' | 'length'} finish
 */

/** The prompt leaves no room in the model's context. */
export class ContextTooLong extends Error {
  /** @param {number} promptTokens @param {number} contextSize */
  constructor(promptTokens, contextSize) {
    super(`the request exceeds the available context size (${promptTokens} of ${contextSize} tokens)`);
    this.promptTokens = promptTokens;
    this.contextSize = contextSize;
  }
}

/** A model loaded into llama.cpp, with a few slots that generate at the same time. */
export class Generator {
  /** @type {any} node-llama-cpp's LlamaModel; its types are only in the cache */
  #model;
  /** @type {Slots<any>} */
  #slots;
  #delayMs;

  /**
   * @param {object} options
   * @param {string} options.root the folder whose node_modules holds node-llama-cpp
   * @param {string} options.model
   * @param {number} options.contextSize tokens for each slot; never more than the model was made for
   * @param {number} options.slots
   * @param {number} options.delayMs wait before each token
   * @returns {Promise<Generator>}
   */
  static async load({ root, model, contextSize, slots, delayMs }) {
    // node-llama-cpp refuses to load where CI is no truth value; some CI systems put their name there.
    if (!/^(?:true|false|[01])$/i.test(process.env.CI ?? '')) delete process.env.CI;
    const entry = path.join(root, 'node_modules', 'node-llama-cpp', 'dist', 'index.js');
    const { getLlama } = await import(pathToFileURL(entry).href);
    // One thread: llama.cpp's default of four is a hundred times slower on two cores, and the model is tiny.
    const threads = 1;
    const llama = await getLlama({
      ...{ gpu: false, build: 'never', skipDownload: true },
      ...{ logLevel: 'error', maxThreads: threads },
    });
    const loaded = await llama.loadModel({ modelPath: model });
    const context = await loaded.createContext({
      contextSize: Math.min(contextSize, loaded.trainContextSize),
      ...{ sequences: slots, threads },
    });
    return new Generator(loaded, context, slots, delayMs);
  }

  /**
   * @param {any} model
   * @param {any} context
   * @param {number} slots
   * @param {number} delayMs
   */
  constructor(model, context, slots, delayMs) {
    this.#model = model;
    this.#slots = new Slots(Array.from({ length: slots }, () => context.getSequence()));
    this.#delayMs = delayMs;
    /** @type {number} */
    this.contextSize = context.contextSize;
    /** @type {number} */
    this.trainedContextSize = model.trainContextSize;
    /** @type {string} */
    this.chatTemplate = model.fileInfo.metadata?.tokenizer?.chat_template ?? '';
  }

  /**
   * Generates text. Leaving the loop, or aborting, frees the slot.
   *
   * @param {string} prompt
   * @param {GenerateOptions} options
   * @param {Result} result
   * @returns {AsyncGenerator<string, void, void>} pieces of text, never half a character
   * @throws {ContextTooLong}
   */
  async *generate(prompt, options, result) {
    const { signal, maxTokens = Infinity } = options;
    const model = this.#model;
    /** @type {number[]} */
    const tokens = model.tokenize(prompt, options.special);
    if (model.tokens.shouldPrependBosToken) tokens.unshift(model.tokens.bos);
    result.promptTokens = tokens.length;
    if (tokens.length >= this.contextSize) throw new ContextTooLong(tokens.length, this.contextSize);

    const limit = Math.min(maxTokens, this.contextSize - tokens.length);
    result.finish = 'length';
    if (limit <= 0) return;
    const text = new TextStream(options.stop, (ids, before) => model.detokenize(ids, false, before));
    const slot = await this.#slots.take(signal);
    try {
      result.cachedTokens = await keepCommonStart(slot, tokens);
      const sampling = { temperature: options.temperature, topP: options.topP, seed: options.seed };
      let generated = false;
      for await (const token of slot.evaluate(tokens.slice(result.cachedTokens), sampling)) {
        if (this.#delayMs) await pause(this.#delayMs, signal);
        signal.throwIfAborted();
        if (model.isEogToken(token)) break;
        result.tokens++;
        const piece = text.push(token);
        if (piece) yield piece;
        signal.throwIfAborted();
        generated = result.tokens >= limit;
        if (text.stopped || generated) break;
      }
      const rest = text.end();
      if (rest) yield rest;
      result.finish = generated && !text.stopped ? 'length' : 'stop';
    } finally {
      this.#slots.give(slot);
    }
  }
}

/**
 * Drops from a slot's memory what the prompt does not begin with, so that only the rest needs work.
 *
 * @param {any} slot
 * @param {number[]} tokens
 * @returns {Promise<number>} how many tokens are known; at least one is left to evaluate
 */
async function keepCommonStart(slot, tokens) {
  /** @type {number[]} */
  const known = slot.contextTokens;
  let common = 0;
  while (common < tokens.length - 1 && known[common] === tokens[common]) common++;
  if (common < known.length) await slot.eraseContextTokenRanges([{ start: common, end: known.length }]);
  return common;
}

/**
 * @param {number} ms
 * @param {AbortSignal} signal cuts the wait short
 * @returns {Promise<void>}
 */
function pause(ms, signal) {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener('abort', end);
  });
}
