import { estimateTokens } from '../models/budget';
import type { Endpoint } from './endpoint';
import type { EndpointProfile } from './profile';
import { reachOf } from './reach';

/** How long the server's own count may take, in milliseconds: whoever counts is about to send many texts. */
const patienceMs = 400;

/** What is longer is estimated, in characters. */
const longest = 200_000;

/**
 * The length of a text in tokens: the server's own count where that is cheap, which is on this computer or in the
 * person's own network and only where the server is known to count, else the estimate. Rejects never.
 * @param known what is known of the endpoint's server already; for a count alone nobody is asked what they are.
 */
export async function cheapCount(
  text: string,
  endpoint: Endpoint,
  known: EndpointProfile | undefined,
  signal: AbortSignal,
): Promise<number> {
  const cheap = known?.capabilities.tokenCount === true && reachOf(endpoint.host) !== 'public';
  if (!cheap || text === '' || text.length > longest) return estimateTokens(text);
  try {
    return await endpoint.countTokens(text, AbortSignal.any([signal, AbortSignal.timeout(patienceMs)]));
  } catch {
    // Too slow, gone, or no longer wanted: the estimate serves as well.
    return estimateTokens(text);
  }
}
