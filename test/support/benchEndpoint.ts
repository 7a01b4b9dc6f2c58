// What `npm run bench -- endpoint` bundles: the endpoint as the extension opens it.
import { parseAddress } from '../../src/core/endpoint/address';
import { bounded } from '../../src/core/endpoint/bounded';
import type { Endpoint } from '../../src/core/endpoint/endpoint';
import { endpointFetch } from '../../src/core/endpoint/endpointFetch';
import { huggingFaceEndpoint } from '../../src/core/endpoint/huggingFace';
import { limited } from '../../src/core/endpoint/limited';
import { patient } from '../../src/core/endpoint/patient';
import { Profiles } from '../../src/core/endpoint/profiles';
import { nodeFetch } from '../../src/core/endpoint/transport.node';

/** Shared, as in the extension: a server is asked once what it is. */
const profiles = new Profiles();

export function open(url: string): Endpoint {
  const address = parseAddress(url, 'bench');
  if (typeof address === 'string') throw new Error(address);
  const fetch = endpointFetch(nodeFetch('Aliada/bench'), address.origin, () => Promise.resolve('key'));
  return patient(limited(bounded(huggingFaceEndpoint(address, fetch, profiles))));
}
