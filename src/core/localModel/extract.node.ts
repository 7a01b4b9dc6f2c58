import { createReadStream, createWriteStream } from 'node:fs';
import { chmod, copyFile, mkdir, readdir, rename, rm, stat, symlink } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { extract as tarExtract, type Extract } from 'tar-stream';
import { openPromise } from 'yauzl';
import { InstallError } from './errors';
import { fileError } from './download.node';
import { safeLinkTarget, safeParts } from './safePath';

type Entry = Extract extends AsyncIterable<infer One> ? One : never;

/** More than any release has, in bytes and files: an archive that grows beyond it is not one. */
const mostBytes = 4_000_000_000;
const mostEntries = 10_000;

/**
 * Unpacks a `.tar.gz` or `.zip` into `folder`, which appears only once all of it is there.
 * @throws InstallError `unsafeArchive` or `badArchive`, or what the disk says.
 */
export async function extractArchive(archive: string, folder: string, signal: AbortSignal): Promise<void> {
  const beside = `${folder}.unpacking`;
  await rm(beside, { recursive: true, force: true });
  try {
    await mkdir(beside, { recursive: true });
    const unpacked = new Unpacked(beside);
    await (archive.endsWith('.zip') ? unzip(archive, unpacked, signal) : untar(archive, unpacked, signal));
    await unpacked.link();
    await rm(folder, { recursive: true, force: true });
    await rename(beside, folder);
  } catch (error) {
    await rm(beside, { recursive: true, force: true });
    if (signal.aborted) throw new InstallError('aborted');
    const known = fileError(error);
    throw known instanceof InstallError ? known : new InstallError('badArchive', path.basename(archive));
  }
}

/** A folder that is being filled. Links come last, so that nothing is ever written through one. */
class Unpacked {
  private readonly links: { readonly at: string; readonly target: string }[] = [];
  private bytes = 0;
  private entries = 0;

  constructor(private readonly root: string) {}

  /** Writes an entry; its bytes are counted as they come, whatever the archive says. */
  async file(name: string, mode: number, content: Readable): Promise<void> {
    const at = this.place(name);
    await mkdir(path.dirname(at), { recursive: true });
    content.on('data', (piece: Uint8Array) => {
      this.bytes += piece.byteLength;
      if (this.bytes > mostBytes) content.destroy(new InstallError('badArchive'));
    });
    // `wx`: a second entry of the same name would be one to hide behind.
    await pipeline(content, createWriteStream(at, { flags: 'wx' }));
    await chmod(at, (mode & 0o111) === 0 ? 0o644 : 0o755);
  }

  remember(name: string, target: string): void {
    this.links.push({ at: this.place(name), target: safeLinkTarget(target) });
  }

  async link(): Promise<void> {
    // A link may point to another one, so they are made in whatever order works.
    let open = this.links;
    while (open.length > 0) {
      const left: typeof open = [];
      for (const one of open) if (!(await linked(one.at, one.target))) left.push(one);
      if (left.length === open.length) throw new InstallError('badArchive');
      open = left;
    }
  }

  private place(name: string): string {
    this.entries += 1;
    if (this.entries > mostEntries) throw new InstallError('badArchive');
    const parts = safeParts(name);
    if (parts.length === 0) throw new InstallError('unsafeArchive', name);
    return path.join(this.root, ...parts);
  }
}

async function linked(at: string, target: string): Promise<boolean> {
  const to = path.join(path.dirname(at), target);
  const there = await stat(to).catch(() => undefined);
  if (there?.isFile() !== true) return false;
  await mkdir(path.dirname(at), { recursive: true });
  // Windows lets only some people make links.
  if (process.platform === 'win32') await copyFile(to, at);
  else await symlink(target, at);
  return true;
}

async function untar(archive: string, to: Unpacked, signal: AbortSignal): Promise<void> {
  const entries = tarExtract();
  const reading = pipeline(createReadStream(archive), createGunzip(), entries, { signal });
  let fault: unknown;
  const unpacking = async (): Promise<void> => {
    for await (const entry of entries) {
      try {
        await untarOne(entry, to);
      } catch (error) {
        fault = error;
        throw error;
      }
    }
  };
  try {
    // Where the archive is broken, the loop only waits; where an entry is refused, the reading breaks off as well.
    await Promise.all([unpacking(), reading]);
  } catch (error) {
    throw fault ?? error;
  }
}

async function untarOne(entry: Entry, to: Unpacked): Promise<void> {
  const { name, type, mode, linkname } = entry.header;
  if (type === 'file' || type === 'contiguous-file') {
    await to.file(name, mode, entry as unknown as Readable);
    return;
  }
  if (type === 'directory') safeParts(name);
  else if (type === 'symlink') to.remember(name, linkname);
  else throw new InstallError('unsafeArchive', name);
  entry.resume();
}

async function unzip(archive: string, to: Unpacked, signal: AbortSignal): Promise<void> {
  const zip = await openPromise(archive, { decodeStrings: true });
  try {
    for await (const entry of zip.eachEntry()) {
      signal.throwIfAborted();
      const name = entry.fileName;
      if (name.endsWith('/')) {
        safeParts(name);
        continue;
      }
      const mode = entry.externalFileAttributes >>> 16;
      // A link, where it was packed on Unix; Windows' archives have none.
      if ((mode & 0o170000) === 0o120000) throw new InstallError('unsafeArchive', name);
      await to.file(name, mode === 0 ? 0o755 : mode, await zip.openReadStreamPromise(entry));
    }
  } finally {
    zip.close();
  }
}

/** Finds a program in an unpacked folder and makes it one that can be started. */
export async function findProgram(folder: string, name: string): Promise<string | undefined> {
  const file = process.platform === 'win32' ? `${name}.exe` : name;
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const found = names.find((entry) => entry.isFile() && entry.name === file);
  if (found === undefined) return undefined;
  const program = path.join(found.parentPath, found.name);
  // Some ways of packing lose the permission.
  await chmod(program, 0o755);
  return program;
}
