/**
 * Context that is taken for granted while the server has not been asked: Salamandra's 8,192 tokens, the
 * smallest of the family.
 */
export const contextTokens = 8_192;

/** Tokens kept free for an answer in the chat. */
export const answerTokens = 2_048;

/**
 * A conservative estimate of a text's length in tokens. The family's tokenizer makes about 3.5 characters
 * a token of code and prose in the Iberian languages; 3 leaves a margin.
 */
export function estimateTokens(text: string): number {
  return Math.ceil(text.length / 3);
}

/** The longest text, in characters, that is estimated to fit into `tokens`. */
export function charactersIn(tokens: number): number {
  return Math.max(0, Math.floor(tokens * 3));
}
