/** What a server says of lengths when something is too long for it, in tokens. */
export interface ContextFigures {
  readonly contextTokens?: number;
  readonly promptTokens?: number;
}

/**
 * How servers name their context window: vLLM and what stands before it (`maximum context length is 8192 tokens`),
 * SGLang (`context length (8192 tokens)`), llama-server (`available context size (8192 tokens)`),
 * LM Studio (`context length of only 4096 tokens`), TGI (`` `inputs` tokens + `max_new_tokens` must be <= 4096 ``).
 */
const windows = [
  /maximum context length (?:is|of) (\d+)/i,
  /context (?:length|size|window) \((\d+)(?: tokens)?\)/i,
  /context (?:length|size|window) (?:of|is) (?:only )?(\d+)/i,
  /max_new_tokens`? must be <= (\d+)/i,
];

/** How they name the length of what was asked. */
const prompts = [
  /request has (\d+) input tokens/i,
  /(\d+) in the (?:messages|prompt)/i,
  /request \((\d+) tokens\)/i,
  /Given: (\d+) `?inputs/i,
  /(\d+) input tokens/i,
  /input \((\d+) tokens\)/i,
];

/**
 * Reads the figures from a server's error: llama-server's `n_ctx` and `n_prompt_tokens`, else the words. Figures
 * that cannot be, such as a window of 0, are left out.
 */
export function contextFigures(payload: unknown, words: string): ContextFigures {
  const contextTokens = field(payload, 'n_ctx') ?? figure(words, windows);
  const promptTokens = field(payload, 'n_prompt_tokens') ?? figure(words, prompts);
  return {
    ...(contextTokens === undefined ? {} : { contextTokens }),
    ...(promptTokens === undefined ? {} : { promptTokens }),
  };
}

function figure(words: string, patterns: readonly RegExp[]): number | undefined {
  for (const pattern of patterns) {
    const found = plausible(Number(pattern.exec(words)?.[1]));
    if (found !== undefined) return found;
  }
  return undefined;
}

function field(payload: unknown, name: string): number | undefined {
  if (typeof payload !== 'object' || payload === null) return undefined;
  const value = payload as Readonly<Record<string, unknown>>;
  return plausible(value[name]) ?? field(value.error, name);
}

function plausible(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) && value >= 16 ? value : undefined;
}
