/**
 * Context that is taken for granted while the server has not been asked: Salamandra's 8,192 tokens, the
 * smallest of the family.
 */
export const contextTokens = 8_192;

/** Tokens kept free for an answer in the chat. */
const answerTokens = 2_048;

/**
 * A conservative estimate of a text's length in tokens. The family's tokenizer makes about 3.5 characters
 * a token of code and prose in the Iberian languages; 3 leaves a margin.
 */
export function estimateTokens(text: string): number {
  return tokensIn(text.length);
}

/** The same for a text of this many characters. */
export function tokensIn(characters: number): number {
  return Math.ceil(characters / 3);
}

/** The longest text, in characters, that is estimated to fit into `tokens`. */
export function charactersIn(tokens: number): number {
  return Math.max(0, Math.floor(tokens * 3));
}

/** Tokens kept free for an answer in a context of `window` tokens: a quarter of a small one. */
export function answerTokensIn(window: number): number {
  return Math.min(answerTokens, Math.floor(window / 4));
}

/** Three characters, our estimate of a token, are hardly ever more than four tokens of a server's. */
const leastRatio = 1 / 4;

/** What a server says of lengths when something is too long for it, in its own tokens. */
interface SaidLengths {
  readonly contextTokens?: number | undefined;
  readonly promptTokens?: number | undefined;
}

/**
 * The context to plan with, in estimated tokens, after a server found `estimated` tokens of a prompt too long. Where it
 * says how it counts, its figure is turned into ours; a margin of a tenth stays for what its template adds.
 * `undefined` where it names no figure.
 */
export function fittingWindow(estimated: number, said: SaidLengths): number | undefined {
  if (said.contextTokens === undefined) return undefined;
  const counted = estimated / Math.max(1, said.promptTokens ?? estimated);
  // Some servers count the answer too: beyond reason, the figure is not about our text.
  const ours = Math.min(1, Math.max(leastRatio, counted));
  return Math.floor(said.contextTokens * ours * 0.9);
}

/** The same for a prompt that was planned for `window` tokens: always less. Without any figure half is tried. */
export function smallerWindow(window: number, estimated: number, said: SaidLengths): number {
  const fitting = fittingWindow(estimated, said) ?? Math.floor(window / 2);
  // The same figure again would fail the same way.
  return Math.min(fitting, Math.floor(window * 0.75));
}
