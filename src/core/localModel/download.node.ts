import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readFile, rename, rm, stat, writeFile, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import type { Fetch } from '../endpoint/transport';
import { waited } from '../waited';
import { InstallError } from './errors';
import { asInstallError, fetchFollowing, refusedBy } from './followed';
import type { RemoteFile } from './remoteFile';

export interface DownloadOptions {
  readonly fetch: Fetch;
  readonly signal: AbortSignal;
  /** The origin of the mirror, where one is set. */
  readonly mirror?: string | undefined;
  /** Told after each piece: bytes that are here, those of an earlier try included. */
  readonly onProgress?: (bytes: number) => void;
  /** Told when what is here is held against its hash, which takes a minute for the largest models. */
  readonly onVerify?: () => void;
  /** Opens the file that is written to; replaced where tests need a full disk. */
  readonly openFile?: (file: string, flags: string) => Promise<Pick<FileHandle, 'write' | 'sync' | 'close'>>;
  /** Before the n-th try after a break, in milliseconds. */
  readonly pausesMs?: readonly number[];
}

/** After each break of the connection; a try that brought something begins anew. */
const usualPausesMs = [1_000, 2_000, 5_000, 10_000, 20_000];

/**
 * Downloads a file into its place. What comes is written to `NAME.part` beside it and takes its place only once it is
 * whole and its SHA-256 is right: there never is half a file in place. A part that is there already is continued, as
 * long as the server still has the same content; it stays when the connection breaks, the disk is full or the
 * person stops.
 * @param place the path of the file.
 * @throws InstallError
 */
export async function download(file: RemoteFile, place: string, options: DownloadOptions): Promise<void> {
  try {
    await mkdir(path.dirname(place), { recursive: true });
    if (await isWhole(file, place, options)) return;
    const part = `${place}.part`;
    const note = `${place}.part.json`;
    await fill(file, part, note, options);
    await rename(part, place);
    await rm(note, { force: true });
  } catch (error) {
    throw fileError(error);
  }
}

/** The errors of a file system in the terms of installing. */
export function fileError(error: unknown): unknown {
  if (error instanceof InstallError) return error;
  const { code } = (error ?? {}) as { code?: unknown };
  if (code === 'ENOSPC' || code === 'EDQUOT') return new InstallError('diskFull');
  const refused = ['EACCES', 'EPERM', 'EROFS', 'EBUSY', 'EMFILE', 'EIO', 'ENOTDIR', 'EEXIST', 'EISDIR'];
  return typeof code === 'string' && refused.includes(code) ? new InstallError('notWritable', code) : error;
}

/** True where the file is there from before: as long as it should be, and with the right content. */
async function isWhole(file: RemoteFile, place: string, options: DownloadOptions): Promise<boolean> {
  return (await sizeOf(place)) === file.size && hasHash(file, place, options);
}

/** Of what a part is a part. */
interface Note {
  readonly sha256: string;
  readonly size: number;
  readonly etag: string | undefined;
}

async function fill(
  file: RemoteFile,
  part: string,
  noteFile: string,
  options: DownloadOptions,
): Promise<void> {
  const { signal, pausesMs = usualPausesMs } = options;
  let note = await readNote(noteFile);
  if (note?.sha256 !== file.sha256 || note.size !== file.size) {
    await rm(part, { force: true });
    note = undefined;
  }
  let failures = 0;
  for (;;) {
    const had = await sizeOf(part);
    if (had === file.size) break;
    try {
      const got = await more(file, part, noteFile, note?.etag, options);
      note = await readNote(noteFile);
      // All of it was sent, and it is too short or too long: no further try would change that.
      if (got !== file.size) throw mismatch(file);
      break;
    } catch (error) {
      if (!(error instanceof InstallError) || error.reason !== 'network') throw error;
      note = await readNote(noteFile);
      failures = (await sizeOf(part)) > had ? 0 : failures + 1;
      const pause = pausesMs[failures];
      if (pause === undefined) throw error;
      if (!(await waited(pause, signal))) throw new InstallError('aborted');
    }
  }
  if (!(await hasHash(file, part, options))) {
    // Nothing of it can be trusted, so the next try begins at the beginning.
    await rm(part, { force: true });
    await rm(noteFile, { force: true });
    throw mismatch(file);
  }
}

function mismatch(file: RemoteFile): InstallError {
  return new InstallError('checksum', file.name);
}

/** Asks for what is missing and writes it. @returns how long the part is then. */
async function more(
  file: RemoteFile,
  part: string,
  noteFile: string,
  etag: string | undefined,
  { fetch, signal, mirror, onProgress, openFile = open }: DownloadOptions,
): Promise<number> {
  const had = await sizeOf(part);
  // Without a tag nothing says that the rest belongs to the same content, other than the hash of the whole: enough.
  const range =
    had === 0 ? {} : { range: `bytes=${had}-`, ...(etag === undefined ? {} : { 'if-range': etag }) };
  const response = await fetchFollowing(fetch, file.url, { headers: range, signal }, mirror);
  const { host } = new URL(file.url);
  const continues = response.status === 206 && startOf(response) === had;
  if (response.status !== 200 && !continues) {
    // 416, or a range that was not asked for: what is here is of no use to this server.
    if (had > 0) await rm(part, { force: true });
    throw had > 0 && (response.status === 416 || response.status === 206)
      ? new InstallError('network', host)
      : refusedBy(response, host);
  }
  await writeNote(noteFile, file, strongTag(response));
  let length = continues ? had : 0;
  const handle = await openFile(part, continues ? 'a' : 'w');
  try {
    for await (const piece of bodyOf(response)) {
      await writeAll(handle, piece);
      length += piece.byteLength;
      if (length > file.size) return length;
      onProgress?.(length);
    }
    await handle.sync();
  } catch (error) {
    void response.body?.cancel().catch(() => undefined);
    throw asInstallError(error);
  } finally {
    await handle.close();
  }
  // Some proxies end a broken answer as if it were a whole one.
  if (length < file.size) throw new InstallError('network', host);
  return length;
}

function bodyOf(response: Response): AsyncIterable<Uint8Array> {
  return (response.body ?? []) as unknown as AsyncIterable<Uint8Array>;
}

async function writeAll(handle: Pick<FileHandle, 'write'>, piece: Uint8Array): Promise<void> {
  let at = 0;
  while (at < piece.byteLength) at += (await handle.write(piece, at)).bytesWritten;
}

function startOf(response: Response): number | undefined {
  const start = /^bytes (\d+)-/.exec(response.headers.get('content-range') ?? '')?.[1];
  return start === undefined ? undefined : Number(start);
}

/** A weak tag must not be used for ranges (RFC 9110, 13.1.5). */
function strongTag(response: Response): string | undefined {
  const tag = response.headers.get('etag');
  return tag === null || tag.startsWith('W/') ? undefined : tag;
}

async function readNote(file: string): Promise<Note | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Note;
  } catch {
    // None, or one that was cut off: the part is then begun anew.
    return undefined;
  }
}

async function writeNote(
  noteFile: string,
  { sha256, size }: RemoteFile,
  etag: string | undefined,
): Promise<void> {
  await writeFile(noteFile, JSON.stringify({ sha256, size, etag } satisfies Note));
}

async function sizeOf(file: string): Promise<number> {
  try {
    return (await stat(file)).size;
  } catch {
    // Not there yet.
    return 0;
  }
}

async function hasHash(
  { sha256 }: RemoteFile,
  place: string,
  { signal, onVerify }: DownloadOptions,
): Promise<boolean> {
  onVerify?.();
  const hash = createHash('sha256');
  for await (const piece of createReadStream(place)) {
    if (signal.aborted) throw new InstallError('aborted');
    hash.update(piece as Uint8Array);
  }
  return hash.digest('hex') === sha256;
}
