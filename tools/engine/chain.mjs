/** Token types of llama.cpp (llama.h, llama_token_type). */
const TYPE = { normal: 1, unknown: 2, control: 3, byte: 6 };

/** What SentencePiece writes for a space. */
const SPACE = '\u2581';

/** The tokens of ALIA and Salamandra that have a meaning, at the same places. */
const SPECIAL = ['<unk>', '<s>', '</s>', '<pad>', '<|im_start|>', '<|im_end|>'];
export const BOS = 1;
export const EOS = 2;
export const END_OF_TURN = 5;
/** One token, so that it differs from a newline in code. Only a chat template makes it: a control token. */
const ANSWER_STARTS = '<|im_start|>assistant\n';

/**
 * A text generator as simple as can be: each token is followed by exactly one other.
 *
 * @typedef {object} Chain
 * @property {string[]} tokens as llama.cpp's SentencePiece vocabulary has them
 * @property {number[]} types
 * @property {number[]} next the token after each token
 */

/**
 * @param {string} answer what follows the start of an answer in a chat
 * @param {[characters: string, pieces: string[]][]} continuations what follows each character elsewhere
 * @param {{ endless?: boolean }} [options] `endless`: the answer begins again where it would end
 * @returns {Chain}
 */
export function buildChain(answer, continuations, { endless = false } = {}) {
  /** @type {string[]} */
  const tokens = [];
  /** @type {number[]} */
  const types = [];
  /** @type {number[]} */
  const next = [];
  /** @type {Map<string, number>} */
  const ids = new Map();

  /** @param {string} token @param {number} type @returns {number} its id */
  const add = (token, type) => {
    const known = ids.get(token);
    if (known !== undefined) return known;
    ids.set(token, tokens.length);
    types.push(type);
    next.push(EOS);
    return tokens.push(token) - 1;
  };
  /** @param {number} from @param {string[]} pieces @param {number} end */
  const link = (from, pieces, end) => {
    let last = from;
    for (const piece of pieces) {
      const id = add(piece.replaceAll(' ', SPACE), TYPE.normal);
      next[last] = id;
      last = id;
    }
    next[last] = end;
  };

  for (const token of SPECIAL) add(token, token === '<unk>' ? TYPE.unknown : TYPE.control);
  for (let byte = 0; byte < 256; byte++) {
    add(`<0x${byte.toString(16).toUpperCase().padStart(2, '0')}>`, TYPE.byte);
  }
  const characters = new Set(continuations.flatMap(([all]) => [...all]));
  for (const character of characters) add(character === ' ' ? SPACE : character, TYPE.normal);

  for (const [all, pieces] of continuations) {
    for (const character of all) link(add(character === ' ' ? SPACE : character, TYPE.normal), pieces, EOS);
  }
  const start = add(ANSWER_STARTS, TYPE.control);
  link(start, splitIntoPieces(answer, ids), endless ? start : END_OF_TURN);
  return { tokens, types, next };
}

/**
 * Splits a text into words, the space before each included. Since a token has only one follower, no piece may come
 * twice: a word that did is joined to those after it. Nor may a piece have fewer than three characters, since the
 * tokenizer joins two that make a token, and then a prompt would hold it.
 *
 * @param {string} text
 * @param {Map<string, number>} taken pieces that have a follower already
 * @returns {string[]}
 */
export function splitIntoPieces(text, taken) {
  const seen = new Set([...taken.keys()].map((token) => token.replaceAll(SPACE, ' ')));
  /** @type {string[]} */
  const pieces = [];
  let piece = '';
  for (const word of text.match(/\s*\S+/g) ?? []) {
    piece += word;
    if (piece.length < 3 || seen.has(piece)) continue;
    seen.add(piece);
    pieces.push(piece);
    piece = '';
  }
  // What is left over at the end belongs to the last piece.
  if (piece) pieces.push((pieces.pop() ?? '') + piece);
  return pieces;
}
