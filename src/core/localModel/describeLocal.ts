import { t } from '../text';

interface LocalDescription {
  readonly message: string;
  readonly remedies: readonly ('localModel' | 'retry' | 'setUp')[];
}

/**
 * Why the local model did not answer, and what to do.
 * @param code of an `EndpointError`, as `LocalCode` names them.
 * @returns `undefined` for the errors of other servers.
 */
export function describeLocal(code: string | undefined): LocalDescription | undefined {
  switch (code) {
    case 'LOCAL_MISSING':
      return {
        message: t(
          'There is no local model on this computer (any more). Install one, or set up another endpoint.',
        ),
        remedies: ['localModel', 'setUp'],
      };
    case 'LOCAL_STOPPED':
      return { message: t('You stopped the local model.'), remedies: ['localModel', 'retry'] };
    case 'LOCAL_MODEL_GONE':
      return {
        message: t('The file of the local model is not where it was. Install it again.'),
        remedies: ['localModel'],
      };
    case 'LOCAL_NOT_STARTED':
      return {
        message: t('llama-server cannot be started on this computer. Its log says more.'),
        remedies: ['localModel', 'retry'],
      };
    case 'LOCAL_EXITS':
      return {
        message: t(
          'The local model ended again and again. Often there is not enough free memory for it; its log says more.',
        ),
        remedies: ['localModel', 'retry'],
      };
    case 'LOCAL_LATE':
      return {
        message: t('The local model was not ready in time. Its log says more.'),
        remedies: ['localModel', 'retry'],
      };
    default:
      return undefined;
  }
}
