import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { lstat, mkdir, mkdtemp, readdir, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { withLock } from './lock.mjs';

const STAMP = '.complete';
/** A set-up that no checkout has used for this long is removed when another of the same name is built. */
const UNUSED_MS = 7 * 24 * 3600_000;
const UNFINISHED = '.unfinished-';
/** With retries: a program of a set-up that was killed may still be writing for a moment. */
const REMOVE = { recursive: true, force: true, maxRetries: 10, retryDelay: 500 };

/**
 * The folder for what tools download and build. It is outside node_modules, so that `npm ci` does not remove it,
 * and outside the checkout, so that all checkouts share it.
 *
 * @returns {string}
 */
export function cacheRoot() {
  const { ALIADA_DEV_CACHE, XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  if (ALIADA_DEV_CACHE) return path.resolve(ALIADA_DEV_CACHE);
  if (process.platform === 'darwin') return path.join(homedir(), 'Library', 'Caches', 'aliada-dev');
  if (process.platform === 'win32') {
    return path.join(LOCALAPPDATA || path.join(homedir(), 'AppData', 'Local'), 'aliada-dev');
  }
  return path.join(XDG_CACHE_HOME || path.join(homedir(), '.cache'), 'aliada-dev');
}

/**
 * @param {...(string | Buffer)} parts all that the result depends on
 * @returns {string} a short key
 */
export function cacheKey(...parts) {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex').slice(0, 16);
}

/**
 * Gives the folder `NAME-KEY` in the cache, built on first use.
 *
 * It is built under another name and renamed when it is whole, so a set-up that was stopped half-way is begun again.
 * Of two processes that need the same folder at once, one builds and the other waits.
 *
 * @param {string} name
 * @param {string} key see cacheKey
 * @param {(folder: string) => Promise<void>} build fills the empty folder that it is given
 * @returns {Promise<string>} the folder's absolute path
 */
export async function ensureCached(name, key, build) {
  const root = cacheRoot();
  const folder = path.join(root, `${name}-${key}`);
  if (await touch(folder)) return folder;
  await mkdir(root, { recursive: true });
  return withLock(path.join(root, `${name}.lock`), async () => {
    if (await touch(folder)) return folder; // another process built it while this one waited
    await removeUnused(root, name);
    const unfinished = await mkdtemp(`${folder}${UNFINISHED}`);
    try {
      await build(unfinished);
      await writeFile(path.join(unfinished, STAMP), '');
      await rename(unfinished, folder);
    } catch (error) {
      await rm(unfinished, REMOVE);
      throw error;
    }
    return folder;
  });
}

/**
 * Notes that a folder is in use.
 *
 * @param {string} folder
 * @returns {Promise<boolean>} whether it is there and whole
 */
async function touch(folder) {
  const stamp = path.join(folder, STAMP);
  if (!existsSync(stamp)) return false;
  const now = new Date();
  await utimes(stamp, now, now);
  return true;
}

/**
 * Removes what was begun and not finished, and what no checkout uses any more.
 *
 * @param {string} root
 * @param {string} name
 * @returns {Promise<void>}
 */
async function removeUnused(root, name) {
  const ours = new RegExp(`^${name}-[0-9a-f]{16}($|\\${UNFINISHED})`);
  for (const entry of await readdir(root)) {
    if (!ours.test(entry)) continue;
    const folder = path.join(root, entry);
    const stamp = path.join(folder, STAMP);
    // The caller holds the lock, so nobody is at work in an unfinished folder.
    const abandoned = entry.includes(UNFINISHED) || !existsSync(stamp);
    if (abandoned || Date.now() - (await lstat(stamp)).mtimeMs > UNUSED_MS) await rm(folder, REMOVE);
  }
}
