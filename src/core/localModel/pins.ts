import { InstallError } from './errors';
import pins from './pins.json';
import type { RemoteFile } from './remoteFile';

/**
 * What a release of Aliada holds downloads to, beside what the servers say of themselves: written by
 * `tools/pinLocalModels.mjs`, as `docs/release.md` says, and empty until then. Who names a mirror trusts it for
 * checksums as well: nothing is held to pins there.
 */
export interface Pins {
  /** The release of llama.cpp; the newest where there is none. */
  readonly tag?: string;
  /** SHA-256 of its archives, by name. */
  readonly archives: Readonly<Record<string, string>>;
  /** SHA-256 of each file, by repository and name. A repository that is not here is not pinned. */
  readonly models: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export const pinned: Pins = pins;
export const unpinned: Pins = { archives: {}, models: {} };

/** @throws InstallError `changed` where a file is another one than when the release was made. */
export function heldTo<F extends RemoteFile>(file: F, sums: Readonly<Record<string, string>> | undefined): F {
  if (sums !== undefined && sums[file.name] !== file.sha256) throw new InstallError('changed', file.name);
  return file;
}
