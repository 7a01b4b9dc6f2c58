import type { Disposable } from '../disposable';
import { addressId, type EndpointAddress } from './address';
import type { Endpoint } from './endpoint';
import { fallback, type FallbackOptions } from './fallback';
import { mayTakeOver } from './reach';
import { patient, type PatientOptions } from './patient';
import type { EndpointList } from './settings';

/** What an endpoint is used for. */
export type EndpointUse = 'chat' | 'completion' | 'translation';

/** Endpoints of which each stands in for those before it. */
interface OpenList {
  readonly members: readonly Endpoint[];
  readonly list: Endpoint & Disposable;
}

/**
 * The endpoints that the settings name, opened when first asked for and kept while their address stands.
 * Opening one sends nothing.
 */
export class Endpoints {
  private readonly open = new Map<string, Endpoint>();
  private readonly lists = new Map<string, OpenList>();

  constructor(
    private readonly read: (use: EndpointUse) => EndpointList,
    private readonly connect: (address: EndpointAddress) => Endpoint,
    private readonly options: (use: EndpointUse) => FallbackOptions & PatientOptions = () => ({}),
  ) {}

  /**
   * The endpoint to ask for `use`: the first of its list, behind which the others stand in while it is
   * down. Completion uses the chat's list when it has none of its own.
   */
  first(use: EndpointUse): Endpoint | undefined {
    return this.list(use, use, this.addresses(use));
  }

  /**
   * The same for one that a person chose, of the list or another model at one of its servers: the others stand behind
   * it, in their order. Whoever asks has to say so where another answers: the status bar speaks of the first only.
   */
  ledBy(chosen: EndpointAddress, use: EndpointUse): Endpoint | undefined {
    const addresses = this.addresses(use);
    const id = addressId(chosen);
    if (addresses[0] !== undefined && addressId(addresses[0]) === id) return this.first(use);
    const others = addresses.filter((address) => addressId(address) !== id);
    return this.list(`${use} ${id}`, use, [chosen, ...others]);
  }

  private list(name: string, use: EndpointUse, addresses: readonly EndpointAddress[]): Endpoint | undefined {
    const members = mayTakeOver(addresses).map((address) => this.at(address));
    const current = this.lists.get(name);
    if (current !== undefined) {
      const same =
        current.members.length === members.length &&
        current.members.every((member, index) => member === members[index]);
      if (same) return current.list;
      // First out of sight: disposing is told to listeners, which ask for the list again.
      this.lists.delete(name);
      current.list.dispose();
    }
    const [only, ...others] = members;
    if (only === undefined) return undefined;
    const { onStandIn, ...options } = this.options(use);
    const announced = name === use && onStandIn !== undefined ? { onStandIn } : {};
    const several = fallback([only, ...others], { ...options, ...announced });
    // Patience stands over the list: while one is loading or overloaded, another may have time.
    const list = Object.assign(patient(several, options), { dispose: () => several.dispose() });
    this.lists.set(name, { members, list });
    return list;
  }

  dispose(): void {
    for (const { list } of this.lists.values()) list.dispose();
    this.lists.clear();
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

  /** The addresses of all the settings, an address that serves several uses as often. */
  everyAddress(): readonly EndpointAddress[] {
    return (['chat', 'completion', 'translation'] as const).flatMap((use) => this.addresses(use));
  }

  /** The endpoint at one address of the settings. */
  at(address: EndpointAddress): Endpoint {
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
