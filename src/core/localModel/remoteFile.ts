/** A file to download, with what it has to turn out to be. */
export interface RemoteFile {
  /** Without folders. */
  readonly name: string;
  readonly url: string;
  /** In bytes. */
  readonly size: number;
  /** In lower-case hexadecimal. */
  readonly sha256: string;
}

export function isSha256(text: unknown): text is string {
  return typeof text === 'string' && /^[\da-f]{64}$/.test(text);
}
