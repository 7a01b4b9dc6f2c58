import { contextOf } from '../endpoint/contextWindow';
import type { Endpoint } from '../endpoint/endpoint';

/** How much of a model's context one question and its answer took, in tokens. */
export interface ContextUse {
  readonly promptTokens: number;
  readonly completionTokens: number;
  /** The model's whole context, as its server says or as the catalogue knows it. */
  readonly contextTokens: number;
  /** True where the server did not count and Aliada estimated. */
  readonly estimated: boolean;
}

/**
 * The true context of the model that is in use, in the server's own tokens; `Endpoint.contextWindow` is what to plan
 * with, in estimated ones. Rejects never.
 */
export async function contextSize(endpoint: Endpoint, signal: AbortSignal): Promise<number> {
  try {
    const { contextTokens } = await endpoint.profile(signal);
    return contextTokens ?? contextOf(endpoint.model);
  } catch {
    // Aborted, or kept back meanwhile: the answer itself says so.
    return contextOf(endpoint.model);
  }
}

/** The part of the context that is taken, from 0 to 1. */
export function shareOf({ promptTokens, completionTokens, contextTokens }: ContextUse): number {
  return Math.min(1, (promptTokens + completionTokens) / Math.max(1, contextTokens));
}
