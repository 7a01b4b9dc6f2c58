import type { Fetch } from '../endpoint/transport';
import { atMirror, readMirror, releasesUrl, releaseUrl, treeUrl } from './addresses';
import { fetchJson } from './followed';
import { chooseModelFiles } from './hub';
import type { OfferedModel } from './models';
import { heldTo, pinned, unpinned, type Pins } from './pins';
import { chooseArchive, type ServerArchive, type System } from './release';
import type { RemoteFile } from './remoteFile';

export interface Network {
  readonly fetch: Fetch;
  /** `aliada.downloads.mirror`; empty means none. */
  readonly mirror: string;
}

/**
 * Asks GitHub for the archive of llama.cpp for this system: the newest, or that of the pinned release.
 * @throws InstallError
 */
export async function findArchive(
  { fetch, mirror }: Network,
  system: System,
  signal: AbortSignal,
  pins: Pins = pinned,
): Promise<ServerArchive> {
  const { tag, archives } = isSet(mirror) ? unpinned : pins;
  const url = atMirror(tag === undefined ? releasesUrl : releaseUrl(tag), mirror);
  const answer = await fetchJson(fetch, url, signal, readMirror(mirror)?.origin);
  if (tag === undefined) return chooseArchive(answer, system);
  return heldTo(chooseArchive([answer], system), archives);
}

/** Asks the hub for a model's files: those of the preferred quantisation, or the pinned ones. @throws InstallError */
export async function findModel(
  { fetch, mirror }: Network,
  model: OfferedModel,
  signal: AbortSignal,
  pins: Pins = pinned,
): Promise<readonly RemoteFile[]> {
  const sums = isSet(mirror) ? undefined : pins.models[model.repository];
  const url = atMirror(treeUrl(model.repository), mirror);
  const tree = await fetchJson(fetch, url, signal, readMirror(mirror)?.origin);
  const files = chooseModelFiles(tree, model, sums && Object.keys(sums));
  return files.map((file) => heldTo(file, sums));
}

function isSet(mirror: string): boolean {
  return mirror.trim() !== '';
}
