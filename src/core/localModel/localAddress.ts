import { EndpointError } from '../endpoint/errors';

/**
 * How the settings name the local model. The server has another port at each start, so this stands for wherever it is
 * now; names below `localhost` never leave the computer (RFC 6761), even where nobody puts the port in.
 */
export const localHost = 'aliada.localhost';
export const localOrigin = `http://${localHost}`;
export const localBase = `${localOrigin}/v1`;

/** Why the local model cannot be asked; `code` of an `EndpointError`. */
export type LocalCode =
  /** Nothing is installed here: the settings came from another computer, or it was removed. */
  | 'LOCAL_MISSING'
  /** The person stopped it. */
  | 'LOCAL_STOPPED'
  /** The file of the model is gone. */
  | 'LOCAL_MODEL_GONE'
  | 'LOCAL_NOT_STARTED'
  | 'LOCAL_EXITS'
  | 'LOCAL_LATE';

export function localError(code: LocalCode): EndpointError {
  return new EndpointError('network', { host: localHost, code });
}
