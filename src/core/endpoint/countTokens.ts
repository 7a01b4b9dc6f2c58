import type { Asked } from './asked';
import { dialectOf } from './dialects';
import { EndpointError } from './errors';
import { askJson, rootOf } from './evidence';
import { asObject } from './json';

/**
 * The server's own count of a text's tokens.
 * @returns `undefined` where it has no such route, or answers something else.
 * @throws EndpointError where it cannot be asked at all.
 */
export async function countTokens(
  text: string,
  { address, profile, model, fetch }: Asked,
  signal: AbortSignal,
): Promise<number | undefined> {
  const body = dialectOf(profile.dialect).counting?.(text, model);
  if (body === undefined) return undefined;
  try {
    const answer = await askJson(`${rootOf(address)}/tokenize`, fetch, signal, body);
    // vLLM and SGLang say the count; llama-server lists the tokens; TGI answers with the bare list.
    if (Array.isArray(answer)) return answer.length;
    const { count, tokens } = asObject(answer) ?? {};
    if (typeof count === 'number') return count;
    return Array.isArray(tokens) ? tokens.length : undefined;
  } catch (error) {
    const lasting = error instanceof EndpointError && ['notFound', 'badResponse'].includes(error.reason);
    if (lasting) return undefined;
    throw error;
  }
}
