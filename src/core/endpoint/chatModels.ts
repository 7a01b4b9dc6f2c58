import type { Disposable } from '../disposable';
import { addressId, type EndpointAddress } from './address';
import type { Endpoint } from './endpoint';
import type { Endpoints } from './endpoints';
import { EndpointError } from './errors';
import { offeredModels, type OfferedModel } from './offeredModels';
import type { EndpointProfile } from './profile';
import type { Profiles } from './profiles';

/** The models for the chat, for every place where one can be chosen. */
export class ChatModels {
  constructor(
    private readonly endpoints: Endpoints,
    private readonly profiles: Profiles,
  ) {}

  /** In the order of the settings, as far as is known. Asks nobody. */
  get list(): readonly OfferedModel[] {
    return offeredModels(this.endpoints.addresses('chat'), (address) => this.profiles.known(address));
  }

  /** What is known of the server at an address of the list. */
  known(address: EndpointAddress): EndpointProfile | undefined {
    return this.profiles.known(address);
  }

  find(id: string): OfferedModel | undefined {
    return this.list.find((model) => model.id === id);
  }

  /** The endpoint that asks this model, behind which the others of the settings stand in; `undefined` for an unknown id. */
  endpoint(id: string): Endpoint | undefined {
    const address = this.find(id)?.address;
    return address && this.endpoints.ledBy(address, 'chat');
  }

  /** What is known may have changed. Is told of every server that answered what it is. */
  onChange(listener: () => void): Disposable {
    return this.profiles.onLearned(listener);
  }

  /**
   * Asks every server of the settings anew what it serves; call it only when a person wants to see. Rejects never.
   * @returns why a server could not be asked, by the id of its entry in the settings.
   */
  async refresh(signal: AbortSignal): Promise<ReadonlyMap<string, Error>> {
    const failures = new Map<string, Error>();
    await Promise.all(
      this.endpoints.addresses('chat').map(async (address) => {
        this.profiles.doubt(address);
        try {
          await this.endpoints.at(address).profile(signal);
          const failure = this.profiles.failure(address);
          if (failure !== undefined) failures.set(addressId(address), failure);
        } catch (error) {
          if (error instanceof EndpointError && error.reason === 'aborted') return;
          if (error instanceof Error) failures.set(addressId(address), error);
        }
      }),
    );
    return failures;
  }
}
