import type { Endpoint } from '../endpoint/endpoint';
import { EndpointError } from '../endpoint/errors';

/** Statuses with which a server says that it has no such route. */
const noRoute = new Set([404, 405, 501]);

/**
 * Endpoints that turned out not to continue raw text, as hosts that only chat do. They are not asked
 * again at every keystroke; a person's explicit wish asks them once more.
 */
export class Unable {
  private readonly ids = new Set<string>();

  has({ id }: Endpoint): boolean {
    return this.ids.has(id);
  }

  /** Takes note of how a request for completion failed. */
  note({ id }: Endpoint, error: unknown): void {
    if (error instanceof EndpointError && noRoute.has(error.status ?? 0)) this.ids.add(id);
  }

  /** The settings changed: what was found out may be true no more. */
  forget(): void {
    this.ids.clear();
  }
}
