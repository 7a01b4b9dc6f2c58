import { parseAddress, type AddressProblem, type EndpointAddress } from './address';
import { isOpenToBrowser } from './browserDoor';
import { localOrigin } from '../localModel/localAddress';
import { readHeaders, type HeaderProblem } from './customHeaders';

/** Where the value of a setting was written: by the person, or by the workspace that is open. */
export type SettingOrigin = 'user' | 'workspace';

/** Something wrong in a list of endpoints. `index` counts from 0; `undefined` means the list itself. */
export interface SettingProblem {
  readonly index: number | undefined;
  readonly kind:
    | AddressProblem
    | HeaderProblem
    | 'notAList'
    | 'noUrl'
    | 'unknownVariable'
    | 'variableInWorkspace'
    | 'variableInBrowser'
    | 'httpInBrowser'
    | 'certificatesInBrowser'
    | 'incompleteCertificate';
  /** The environment variable's name, where one is at fault. */
  readonly variable?: string;
  /** The header's or field's name, where one is at fault. */
  readonly name?: string;
}

/** The variables of the environment by name; `undefined` in a browser, which has none. */
export type Environment = Readonly<Record<string, string | undefined>> | undefined;

export interface EndpointList {
  readonly addresses: readonly EndpointAddress[];
  readonly problems: readonly SettingProblem[];
}

/**
 * Reads a list of `{url, model, headers}` from the settings. A faulty entry is reported and left out; the others
 * stand.
 * @param origin `${env:NAME}` is expanded only in what the person wrote: a workspace could otherwise send
 *   any variable of the environment to a host of its choice.
 */
export function readEndpoints(value: unknown, origin: SettingOrigin, environment: Environment): EndpointList {
  if (!Array.isArray(value)) {
    const empty = value === undefined || value === null;
    return { addresses: [], problems: empty ? [] : [{ index: undefined, kind: 'notAList' }] };
  }
  const addresses: EndpointAddress[] = [];
  const problems: SettingProblem[] = [];
  for (const [index, entry] of (value as unknown[]).entries()) {
    const result = readEntry(entry, (text) => expand(text, origin, environment));
    if ('kind' in result) problems.push({ index, ...result });
    // A workspace names servers, but never decides that code leaves the private network.
    else
      addresses.push(origin === 'user' && isAllowed(entry) ? { ...result, allowFromPrivate: true } : result);
    // It stays in the list: who asks it is told the same, and it works again on the desktop.
    if (!('kind' in result) && environment === undefined && isClosedToBrowser(result)) {
      problems.push({ index, kind: 'httpInBrowser' });
    }
  }
  return { addresses, problems };
}

/** The local model is no address of the network; who asks it is told that a browser has none. */
function isClosedToBrowser({ origin }: EndpointAddress): boolean {
  return origin !== localOrigin && !isOpenToBrowser(origin);
}

function isAllowed(entry: unknown): boolean {
  return (entry as { allowFromPrivate?: unknown } | null)?.allowFromPrivate === true;
}

export type EntryProblem = Omit<SettingProblem, 'index'>;

function readEntry(
  entry: unknown,
  expanded: (text: string) => string | EntryProblem,
): EndpointAddress | EntryProblem {
  const { url, model, headers } = (entry ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof url !== 'string' || url.trim() === '') return { kind: 'noUrl' };
  const where = expanded(url);
  const which = typeof model === 'string' ? expanded(model) : undefined;
  if (typeof where === 'object') return where;
  if (typeof which === 'object') return which;
  const own = readHeaders(headers, expanded);
  if ('kind' in own) return own;
  const address = parseAddress(where, which);
  if (typeof address === 'string') return { kind: address };
  return own.headers === undefined ? address : { ...address, headers: own.headers };
}

/** Puts the environment's values in the place of `${env:NAME}`. */
export function expand(text: string, origin: SettingOrigin, environment: Environment): string | EntryProblem {
  let problem: EntryProblem | undefined;
  const result = text.replace(/\$\{env:([^}]*)\}/g, (_whole, variable: string) => {
    const value = origin === 'user' ? environment?.[variable] : undefined;
    problem ??=
      origin === 'workspace'
        ? { kind: 'variableInWorkspace', variable }
        : environment === undefined
          ? { kind: 'variableInBrowser', variable }
          : value === undefined
            ? { kind: 'unknownVariable', variable }
            : undefined;
    return value ?? '';
  });
  return problem ?? result;
}
