import { parseAddress, type AddressProblem, type EndpointAddress } from './address';

/** Where the value of a setting was written: by the person, or by the workspace that is open. */
export type SettingOrigin = 'user' | 'workspace';

/** Something wrong in a list of endpoints. `index` counts from 0; `undefined` means the list itself. */
export interface SettingProblem {
  readonly index: number | undefined;
  readonly kind: AddressProblem | 'notAList' | 'noUrl' | 'unknownVariable' | 'variableInWorkspace';
  /** The environment variable's name, where one is at fault. */
  readonly variable?: string;
}

export interface EndpointList {
  readonly addresses: readonly EndpointAddress[];
  readonly problems: readonly SettingProblem[];
}

/**
 * Reads a list of `{url, model}` from the settings. A faulty entry is reported and left out; the others
 * stand.
 * @param origin `${env:NAME}` is expanded only in what the person wrote: a workspace could otherwise send
 *   any variable of the environment to a host of its choice.
 */
export function readEndpoints(
  value: unknown,
  origin: SettingOrigin,
  environment: Readonly<Record<string, string | undefined>>,
): EndpointList {
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
  }
  return { addresses, problems };
}

function isAllowed(entry: unknown): boolean {
  return (entry as { allowFromPrivate?: unknown } | null)?.allowFromPrivate === true;
}

type EntryProblem = Omit<SettingProblem, 'index'>;

function readEntry(
  entry: unknown,
  expanded: (text: string) => string | EntryProblem,
): EndpointAddress | EntryProblem {
  const { url, model } = (entry ?? {}) as { url?: unknown; model?: unknown };
  if (typeof url !== 'string' || url.trim() === '') return { kind: 'noUrl' };
  const where = expanded(url);
  const which = typeof model === 'string' ? expanded(model) : undefined;
  if (typeof where === 'object') return where;
  if (typeof which === 'object') return which;
  const address = parseAddress(where, which);
  return typeof address === 'string' ? { kind: address } : address;
}

function expand(
  text: string,
  origin: SettingOrigin,
  environment: Readonly<Record<string, string | undefined>>,
): string | EntryProblem {
  let problem: EntryProblem | undefined;
  const result = text.replace(/\$\{env:([^}]*)\}/g, (_whole, variable: string) => {
    const value = origin === 'user' ? environment[variable] : undefined;
    problem ??=
      origin === 'workspace'
        ? { kind: 'variableInWorkspace', variable }
        : value === undefined
          ? { kind: 'unknownVariable', variable }
          : undefined;
    return value ?? '';
  });
  return problem ?? result;
}
