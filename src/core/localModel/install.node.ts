import { open, readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { atMirror, readMirror } from './addresses';
import { download, fileError, type DownloadOptions } from './download.node';
import { InstallError } from './errors';
import { extractArchive, findProgram } from './extract.node';
import type { LocalFolder } from './folder.node';
import type { Network } from './find';
import { readGguf, type GgufFacts } from './gguf';
import { Lease } from './lease.node';
import { fitsOnDisk, planRun, type Machine } from './machine';
import { freeBytes } from './machine.node';
import type { OfferedModel } from './models';
import type { ServerArchive } from './release';
import type { RemoteFile } from './remoteFile';
import type { Installation } from './serverState';

/** The program that runs the model. */
export type ServerChoice =
  | { readonly kind: 'program'; readonly command: string }
  | { readonly kind: 'archive'; readonly archive: ServerArchive };

export type ModelChoice =
  | { readonly kind: 'download'; readonly model: OfferedModel; readonly files: readonly RemoteFile[] }
  | { readonly kind: 'file'; readonly file: string };

export type InstallProgress =
  | { readonly step: 'server' | 'model'; readonly bytes: number; readonly ofBytes: number }
  | { readonly step: 'unpack' | 'check' };

export interface InstallOptions extends Pick<DownloadOptions, 'openFile' | 'pausesMs'> {
  readonly folder: LocalFolder;
  readonly network: Network;
  readonly machine: Machine;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: InstallProgress) => void;
  /** Replaced where tests need another one. */
  readonly free?: (folder: string) => Promise<number>;
}

/** What is still to come, in bytes. */
export function bytesOf(server: ServerChoice, model: ModelChoice): number {
  const archive = server.kind === 'archive' ? server.archive.size : 0;
  return archive + (model.kind === 'download' ? sizeOf(model.files) : 0);
}

/**
 * Downloads what is missing, unpacks it, reads the model's header and notes what is installed. Nothing of an earlier
 * installation is touched before all of that has worked.
 * @throws InstallError
 */
export async function install(
  server: ServerChoice,
  model: ModelChoice,
  options: InstallOptions,
): Promise<Installation> {
  const { folder, signal, machine, onProgress, free = freeBytes } = options;
  await folder.prepare();
  const lease = new Lease(folder.installLease, 30_000);
  if (!(await lease.take())) throw new InstallError('elsewhere');
  const beat = setInterval(() => void lease.touch(), 5_000);
  try {
    const missing = bytesOf(server, model) - (await bytesHere(server, model, folder));
    if (!fitsOnDisk(Math.max(0, missing), await free(folder.root))) throw new InstallError('diskFull');
    const command = server.kind === 'program' ? server.command : await unpacked(server.archive, options);
    const modelFile =
      model.kind === 'file' ? model.file : await downloaded(model.model, model.files, options);
    onProgress({ step: 'check' });
    const facts = await factsOf(modelFile);
    if (signal.aborted) throw new InstallError('aborted');
    const sizeBytes = model.kind === 'download' ? sizeOf(model.files) : (await stat(modelFile)).size;
    const { threads, slots, contextTokens } = planRun(machine, { ...facts, sizeBytes });
    const installation: Installation = {
      command,
      args: [],
      cwd: path.dirname(command),
      ownsServer: server.kind === 'archive',
      modelFile,
      // A file that an earlier installation has brought is ours, also where the person has picked it.
      ownsModel: model.kind === 'download' || liesIn(folder, modelFile),
      modelName:
        model.kind === 'download' ? model.model.name : path.basename(modelFile).replace(/\.gguf$/i, ''),
      threads,
      slots,
      contextTokens,
    };
    await folder.keepInstallation(installation);
    if (server.kind === 'archive') await removeOthers(folder.engines, server.archive.tag);
    await rm(folder.downloads, { recursive: true, force: true });
    return installation;
  } catch (error) {
    throw fileError(error);
  } finally {
    clearInterval(beat);
    await lease.release();
  }
}

async function unpacked(archive: ServerArchive, options: InstallOptions): Promise<string> {
  const { folder, signal, onProgress } = options;
  const to = path.join(folder.engines, archive.tag);
  const there = await findProgram(to, 'llama-server').catch(() => undefined);
  if (there !== undefined) return there;
  const place = path.join(folder.downloads, archive.name);
  await download(mirrored(archive, options.network), place, {
    ...downloadOptions(options),
    onProgress: (bytes) => onProgress({ step: 'server', bytes, ofBytes: archive.size }),
  });
  onProgress({ step: 'unpack' });
  await extractArchive(place, to, signal);
  const program = await findProgram(to, 'llama-server');
  if (program === undefined) throw new InstallError('badArchive', archive.name);
  return program;
}

async function downloaded(
  model: OfferedModel,
  files: readonly RemoteFile[],
  options: InstallOptions,
): Promise<string> {
  const to = path.join(options.folder.models, model.name);
  const ofBytes = sizeOf(files);
  let before = 0;
  for (const file of files) {
    const had = before;
    await download(mirrored(file, options.network), path.join(to, file.name), {
      ...downloadOptions(options),
      onProgress: (bytes) => options.onProgress({ step: 'model', bytes: had + bytes, ofBytes }),
    });
    before += file.size;
  }
  const [first] = files;
  if (first === undefined) throw new InstallError('notListed', model.repository);
  return path.join(to, first.name);
}

function downloadOptions(options: InstallOptions): DownloadOptions {
  const { network, signal, onProgress, openFile, pausesMs } = options;
  return {
    onVerify: () => onProgress({ step: 'check' }),
    fetch: network.fetch,
    signal,
    mirror: readMirror(network.mirror)?.origin,
    ...(openFile === undefined ? {} : { openFile }),
    ...(pausesMs === undefined ? {} : { pausesMs }),
  };
}

function mirrored(file: RemoteFile, { mirror }: Network): RemoteFile {
  const { name, size, sha256 } = file;
  return { name, size, sha256, url: atMirror(file.url, mirror) };
}

/** Reads a model's header from its file. @throws InstallError `badModel`, or what the disk says. */
async function factsOf(modelFile: string): Promise<GgufFacts> {
  const handle = await open(modelFile).catch(() => {
    throw new InstallError('badModel', path.basename(modelFile));
  });
  try {
    return await readGguf(async (offset, length) => {
      const { buffer, bytesRead } = await handle.read(new Uint8Array(length), 0, length, offset);
      return buffer.subarray(0, bytesRead);
    });
  } catch (error) {
    throw error instanceof InstallError ? new InstallError('badModel', path.basename(modelFile)) : error;
  } finally {
    await handle.close();
  }
}

/** What an earlier try has brought already, in bytes. */
async function bytesHere(server: ServerChoice, model: ModelChoice, folder: LocalFolder): Promise<number> {
  const places = [
    ...(server.kind === 'archive' ? [path.join(folder.downloads, server.archive.name)] : []),
    ...(model.kind === 'download'
      ? model.files.map(({ name }) => path.join(folder.models, model.model.name, name))
      : []),
  ];
  const sizes = places.flatMap((place) => [place, `${place}.part`]).map(lengthOf);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

async function lengthOf(file: string): Promise<number> {
  return stat(file).then(
    ({ size }) => size,
    () => 0,
  );
}

/** True for a model file that was downloaded here. */
function liesIn(folder: LocalFolder, modelFile: string): boolean {
  return path.dirname(path.dirname(modelFile)) === folder.models;
}

/** True where the model that was downloaded before makes room for this one. */
export function isReplaced(before: Installation | undefined, model: ModelChoice): boolean {
  if (before?.ownsModel !== true) return false;
  return model.kind === 'download'
    ? model.model.name !== before.modelName
    : path.dirname(model.file) !== path.dirname(before.modelFile);
}

/**
 * Takes away the model that was installed before, once another one runs in its place. What lies elsewhere is the
 * person's own and stays; so does everything while another window installs.
 */
export async function removeReplaced(folder: LocalFolder, before: Installation | undefined): Promise<void> {
  if (before?.ownsModel !== true) return;
  const old = path.dirname(before.modelFile);
  const lease = new Lease(folder.installLease, 30_000);
  if (!liesIn(folder, before.modelFile) || !(await lease.take())) return;
  try {
    const now = await folder.installation();
    if (now === undefined || path.dirname(now.modelFile) === old) return;
    // One that still runs cannot be removed on Windows; removing the local model takes it away.
    await rm(old, { recursive: true, force: true }).catch(() => undefined);
  } finally {
    await lease.release();
  }
}

async function removeOthers(folder: string, kept: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names) {
    // One that still runs cannot be removed on Windows; the next installation takes it away.
    if (name !== kept)
      await rm(path.join(folder, name), { recursive: true, force: true }).catch(() => undefined);
  }
}

function sizeOf(files: readonly RemoteFile[]): number {
  return files.reduce((sum, { size }) => sum + size, 0);
}
