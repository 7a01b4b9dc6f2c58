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

/** Tokens kept free for an answer in a context of `window` tokens: a quarter of a small one. */
export function answerTokensIn(window: number): number {
  return Math.min(answerTokens, Math.floor(window / 4));
}

/**
 * The context to plan with, in estimated tokens, after a server found `estimated` tokens of a prompt planned for
 * `window` too long. Where it says how it counts, its figure is turned into ours; a margin of a tenth stays for
 * what its template adds. Without any figure half is tried.
 * @param said the server's figures, in its own tokens.
 */
export function smallerWindow(
  window: number,
  estimated: number,
  said: { readonly contextTokens?: number | undefined; readonly promptTokens?: number | undefined },
): number {
  if (said.contextTokens === undefined) return Math.floor(window / 2);
  const ours = said.promptTokens === undefined ? 1 : Math.min(1, estimated / Math.max(1, said.promptTokens));
  const fitting = Math.floor(said.contextTokens * ours * 0.9);
  // The same figure again would fail the same way.
  return Math.min(fitting, Math.floor(window * 0.75));
}
