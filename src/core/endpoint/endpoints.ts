import { addressId, type EndpointAddress } from './address';
import type { Endpoint } from './endpoint';
import type { EndpointList } from './settings';

/** What an endpoint is used for. */
export type EndpointUse = 'chat' | 'completion';

/**
 * The endpoints that the settings name, opened when first asked for and kept while their address stands.
 * Opening one sends nothing.
 */
export class Endpoints {
  private readonly open = new Map<string, Endpoint>();

  constructor(
    private readonly read: (use: EndpointUse) => EndpointList,
    private readonly connect: (address: EndpointAddress) => Endpoint,
  ) {}

  /** The first endpoint for `use`; completion uses the chat's when it has none of its own. */
  first(use: EndpointUse): Endpoint | undefined {
    return this.all(use)[0];
  }

  /** Every endpoint for `use`, in the order of the setting. */
  all(use: EndpointUse): readonly Endpoint[] {
    return this.addresses(use).map((address) => this.at(address));
  }

  /** The addresses for `use`, in the order of the setting. */
  addresses(use: EndpointUse): readonly EndpointAddress[] {
    const own = this.read(use);
    // Only an empty list means "the chat's": with a faulty one the code would go where nobody wanted it.
    const none = own.addresses.length === 0 && own.problems.length === 0;
    return use === 'completion' && none ? this.read('chat').addresses : own.addresses;
  }

  private at(address: EndpointAddress): Endpoint {
    // Headers may hold secrets, so they are no part of the id that other extensions see.
    const name = `${addressId(address)} ${JSON.stringify(address.headers ?? {})}`;
    let endpoint = this.open.get(name);
    if (endpoint === undefined) {
      endpoint = this.connect(address);
      this.open.set(name, endpoint);
    }
    return endpoint;
  }
}
