import type { Endpoint } from '../../../src/core/endpoint/endpoint';
import { nodeFetch } from '../../../src/core/endpoint/transport.node';
import type { Fetch } from '../../../src/core/endpoint/transport';
import { openEndpoint } from '../endpoint';
import type { ScriptedServer } from '../scriptedServer';
import type { StandIn } from './standIn';

/** The endpoint at a stand-in; one that is recognised by its address in the world is asked here all the same. */
export function openStandIn(
  standIn: StandIn,
  server: ScriptedServer,
  key?: string,
  real: Fetch = nodeFetch('Aliada/test'),
): Endpoint {
  const origin = standIn.address === undefined ? server.origin : new URL(standIn.address).origin;
  const transport: Fetch = (url, init) => real(url.replace(origin, server.origin), init);
  return openEndpoint(standIn.address ?? server.url, {
    model: standIn.model,
    transport,
    ...(key === undefined ? {} : { keyFor: () => Promise.resolve(key) }),
  });
}
