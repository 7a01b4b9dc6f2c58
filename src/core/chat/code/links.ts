/** A page on the web, as it is shown before it is opened. */
export interface WebLink {
  /** The address in its normal form: `https://xn--…` where the host has letters that others may be taken for. */
  readonly address: string;
  readonly host: string;
  /** The host as it would look with its letters, where that is not how it is sent. */
  readonly looksLike?: string;
}

/** A place in a file below a folder of the workspace. */
export interface FileLink {
  /** Parts of the path, none of them `.` or `..`. */
  readonly parts: readonly string[];
  /** Counted from 1. */
  readonly line?: number;
}

/** Only http and https, and no name before the host: it serves to be taken for the host. */
export function readWebLink(address: string): WebLink | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return undefined;
  if (url.username !== '' || url.password !== '' || url.host === '') return undefined;
  const written = /^https?:\/\/([^/?#\\]*)/i.exec(address)?.[1]?.toLowerCase();
  const other = written !== undefined && written !== url.host && !written.includes('@') ? written : undefined;
  const isPlain = other === undefined || !/[^\x20-\x7e]/.test(other);
  return { address: url.href, host: url.host, ...(isPlain ? {} : { looksLike: other }) };
}

/** `src/sum.py:10` or `src/sum.py#L10`. Nothing that could lead out of the folder. */
export function readFileLink(address: string): FileLink | undefined {
  const [, path = '', colon, hash] =
    /^([^:#\\\0]+)(?::(\d{1,7})(?::\d{1,7})?|#L(\d{1,7})(?:-L?\d{1,7})?)?$/.exec(address) ?? [];
  const parts = path.split('/').filter((part) => part !== '.');
  if (path === '' || path.startsWith('~') || parts.some((part) => part === '' || part === '..'))
    return undefined;
  const line = Number(colon ?? hash ?? 0);
  return { parts, ...(line > 0 ? { line } : {}) };
}
