import { t } from '../text';
import { notAllowedCode, Refusal, type RefusalReason } from '../privacy/refusal';
import { describeBrowser } from './browserDoor';
import { describeLocal } from '../localModel/describeLocal';
import { describeTls } from './describeTls';
import { EndpointError, type EndpointFailure } from './errors';
import type { SettingProblem } from './settings';

/** What a person can do about a failure. */
export type Remedy =
  | 'setUp'
  | 'setKey'
  | 'retry'
  | 'newChat'
  | 'openSettings'
  | 'showLog'
  | 'manageConsent'
  | 'diagnose'
  | 'localModel'
  | 'installLocalModel';

/** Why something was not answered: the server failed, or Aliada kept the request back. */
export type Failure = EndpointError | Refusal;

/** True for what `describeError` has words for. */
export function isFailure(error: unknown): error is Failure {
  return error instanceof EndpointError || error instanceof Refusal;
}

/** A failure in the person's language. */
export interface Description {
  readonly message: string;
  /** The most helpful first. */
  readonly remedies: readonly Remedy[];
}

/**
 * The one place that turns a failure's reason into words and a remedy. The server's own words stand below;
 * `summarizeError` leaves them out, for places that others can read or that stay on the screen.
 */
export function describeError(error: Failure): Description {
  if (error instanceof Refusal) return byRefusal[error.reason](error.host);
  const { message, remedies } = byReason[error.reason](error);
  const said = error.serverMessage;
  return {
    message: said === undefined ? message : `${message}\n${t('The server says: {0}', said)}`,
    remedies,
  };
}

/** The failure in one sentence, without the server's words. */
export function summarizeError(error: Failure): string {
  if (error instanceof Refusal) return byRefusal[error.reason](error.host).message;
  return byReason[error.reason](error).message;
}

/** For a request made while no endpoint is set. */
export function describeNoEndpoint(): Description {
  return {
    message: t('Aliada has no model server yet. Set one up, then try again.'),
    remedies: ['setUp', 'retry'],
  };
}

/** For a fault of Aliada's own. */
export function describeUnexpected(): Description {
  return { message: t('Something went wrong inside Aliada.'), remedies: ['retry', 'showLog'] };
}

const byReason: Readonly<Record<EndpointFailure, (error: EndpointError) => Description>> = {
  auth: ({ host, status }) =>
    status === 407
      ? {
          message: t('The proxy on the way to {0} asks for a user name and password.', host),
          remedies: ['retry'],
        }
      : { message: t('{0} refused the API key, or asks for one.', host), remedies: ['setKey', 'retry'] },
  notFound: ({ host }) => ({
    message: t('{0} does not know this model or this address. Check both in the settings.', host),
    remedies: ['setUp', 'openSettings'],
  }),
  overloaded: ({ host, retryAfterMs }) => ({
    message:
      retryAfterMs === undefined
        ? t('{0} has too much to do right now. Try again in a moment.', host)
        : t('{0} has too much to do right now. Try again in {1} s.', host, Math.ceil(retryAfterMs / 1000)),
    remedies: ['retry'],
  }),
  loading: ({ host }) => ({
    message: t('{0} is still loading its model. That can take some minutes.', host),
    remedies: ['retry'],
  }),
  contextTooLong: () => ({
    message: t(
      'The conversation and the code together are too long for this model. Select less code or begin a new chat.',
    ),
    remedies: ['newChat'],
  }),
  network: (error) => {
    const { host, code } = error;
    if (code === notAllowedCode) return byRefusal.hostNotAllowed(host);
    const ofBrowser = describeBrowser(error);
    if (ofBrowser !== undefined) return ofBrowser;
    const local = describeLocal(code);
    if (local !== undefined) return local;
    return {
      message:
        code === undefined
          ? t('The connection to {0} broke off.', host)
          : t('{0} cannot be reached ({1}). Is the server running, and the address right?', host, code),
      remedies: ['retry', 'setUp'],
    };
  },
  tls: describeTls,
  timeout: ({ host }) => ({
    message: t('{0} took too long to answer.', host),
    remedies: ['retry'],
  }),
  badResponse: (error) => {
    const { host, status, movedTo } = error;
    const ofBrowser = describeBrowser(error);
    if (ofBrowser !== undefined) return ofBrowser;
    return {
      message:
        movedTo !== undefined
          ? t(
              '{0} wants to send Aliada on to {1}. Nothing was sent there. If that address is right, set it instead.',
              host,
              movedTo,
            )
          : status === undefined
            ? t('{0} answered something that Aliada does not understand.', host)
            : t('{0} answered something that Aliada does not understand (HTTP {1}).', host, status),
      remedies: movedTo === undefined ? ['retry', 'showLog'] : ['setUp', 'openSettings'],
    };
  },
  aborted: () => ({ message: t('You stopped the answer.'), remedies: [] }),
};

/** What Aliada itself kept back. */
const byRefusal: Readonly<Record<RefusalReason, (host: string) => Description>> = {
  hostNotAllowed: (host) => ({
    message: t('Nothing was sent: the setting {0} does not allow {1}.', 'aliada.allowedHosts', host),
    remedies: ['openSettings', 'setUp'],
  }),
  denied: (host) => ({
    message: t('Nothing was sent: you chose that no code goes to {0}.', host),
    remedies: ['manageConsent', 'setUp'],
  }),
  noConsent: (host) => ({
    message: t('Nothing was sent: Aliada sends no code to {0} until you allow it.', host),
    remedies: ['retry', 'manageConsent'],
  }),
};

/** What is wrong in a list of endpoints, in words. */
export function describeSettingProblem(setting: string, problem: SettingProblem): string {
  const place = problem.index === undefined ? setting : `${setting}[${problem.index}]`;
  switch (problem.kind) {
    case 'notAList':
      return t(
        '{0}: must be a list of addresses such as {1}.',
        place,
        '[{ "url": "http://localhost:8080" }]',
      );
    case 'noUrl':
      return t('{0}: the "url" is missing.', place);
    case 'notAUrl':
      return t('{0}: the "url" is not a web address.', place);
    case 'notHttp':
      return t('{0}: the "url" must begin with http:// or https://.', place);
    case 'hasCredentials':
      return t(
        '{0}: take the user name and password out of the "url"; Aliada keeps keys in the secret storage.',
        place,
      );
    case 'unknownVariable':
      return t('{0}: the environment variable {1} is not set.', place, problem.variable ?? '');
    case 'variableInBrowser':
      return t(
        '{0}: in a browser there are no environment variables. Take {1} out.',
        place,
        problem.variable ?? '',
      );
    case 'httpInBrowser':
      return t(
        '{0}: a browser connects to http:// only on this computer. Give the server an https:// address, or use VS Code on the desktop.',
        place,
      );
    case 'certificatesInBrowser':
      return t(
        '{0}: in a browser the browser’s own certificates count, and this setting does nothing. VS Code on the desktop uses it.',
        place,
      );
    case 'variableInWorkspace':
      return t(
        '{0}: environment variables are only read from your own settings, not from a workspace’s.',
        place,
      );
    case 'badHeader':
      return t(
        '{0}: the header {1} cannot be sent. Check its name and its value.',
        place,
        problem.name ?? '',
      );
    case 'forbiddenHeader':
      return t(
        '{0}: the header {1} is set by Aliada itself and cannot be changed.',
        place,
        problem.name ?? '',
      );
    case 'writtenSecret':
      return t(
        '{0}: a secret does not belong in the settings. Write {1} with an environment variable: {2}.',
        place,
        problem.name ?? '',
        '${env:NAME}',
      );
    case 'incompleteCertificate':
      return t('{0}: the entry is incomplete; it needs {1}.', place, '"host", "certFile", "keyFile"');
  }
}

/** The words on a remedy's button. */
export function remedyLabel(remedy: Remedy): string {
  switch (remedy) {
    case 'setUp':
      return t('Set up endpoint');
    case 'setKey':
      return t('Enter API key');
    case 'retry':
      return t('Try again');
    case 'newChat':
      return t('New chat');
    case 'openSettings':
      return t('Open settings');
    case 'showLog':
      return t('Show log');
    case 'manageConsent':
      return t('Manage consent');
    case 'diagnose':
      return t('Diagnose');
    case 'localModel':
      return t('Local model');
    case 'installLocalModel':
      return t('Install a local model');
  }
}
