import type { EndpointAddress } from './address';
import { readEndpoints, type Environment } from './settings';

/**
 * A list of endpoints, as a person wrote it, with this model first. What was written of its server, such as headers,
 * goes along; every other entry stays behind it.
 */
export function withModelFirst(
  own: readonly unknown[],
  { base, model }: Pick<EndpointAddress, 'base' | 'model'>,
  environment: Environment,
): readonly unknown[] {
  const read = own.map((entry) => ({
    entry,
    address: readEndpoints([entry], 'user', environment).addresses[0],
  }));
  const atServer = read.filter(({ address }) => address?.base === base);
  const same = atServer.find(({ address }) => address?.model === model);
  if (same !== undefined) return [same.entry, ...own.filter((entry) => entry !== same.entry)];
  const [sibling] = atServer;
  return [{ ...(sibling?.entry ?? { url: base }), model }, ...own];
}
