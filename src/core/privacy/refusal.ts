/** Why Aliada itself kept a request back. */
export type RefusalReason =
  /** `aliada.allowedHosts` does not name the host. */
  | 'hostNotAllowed'
  /** The person answered that nothing goes there. */
  | 'denied'
  /** The person has not answered yet. */
  | 'noConsent';

/** Stands where a network's error code would, for a request that `allowedOnly` kept back. */
export const notAllowedCode = 'aliada.allowedHosts';

/**
 * A request that Aliada did not send. Not an `EndpointError`: the server knows nothing of it, is not at
 * fault, and no other server should be asked in its place.
 */
export class Refusal extends Error {
  constructor(
    readonly reason: RefusalReason,
    /** Host and port of the server that was not asked. */
    readonly host: string,
  ) {
    super(`${reason}: ${host}`);
    this.name = 'Refusal';
  }
}
