import type { EndpointAddress } from './address';
import { EndpointError } from './errors';
import type { Fetch } from './transport';

/**
 * The models that a server offers (`GET /v1/models`), which `@huggingface/inference` cannot ask for.
 * @returns their names in the server's own order; empty when it lists none.
 */
export async function listModels(
  address: Pick<EndpointAddress, 'base' | 'host'>,
  fetch: Fetch,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const response = await fetch(`${address.base}/models`, {
    method: 'GET',
    headers: { accept: 'application/json' },
    signal,
  });
  const list = await readJson(response, address.host);
  const data = (list as { data?: unknown } | null)?.data;
  // Ollama has null where it has none.
  if (data === null) return [];
  if (!Array.isArray(data)) throw new EndpointError('badResponse', { host: address.host });
  return data
    .map((entry) => (entry as { id?: unknown } | null)?.id)
    .filter((id): id is string => typeof id === 'string' && id !== '');
}

async function readJson(response: Response, host: string): Promise<unknown> {
  try {
    return await response.json();
  } catch (error) {
    if (error instanceof EndpointError) throw error;
    throw new EndpointError('badResponse', { host, status: response.status });
  }
}
