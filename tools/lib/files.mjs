import { link, lstat, mkdir, readdir, readlink, symlink } from 'node:fs/promises';
import path from 'node:path';

/**
 * Copies a folder without copying its bytes: every file becomes a hard link. To change a file in the copy, remove
 * it first, otherwise the original changes too.
 *
 * @param {string} from
 * @param {string} to must not exist
 * @returns {Promise<void>}
 */
export async function linkFolder(from, to) {
  await mkdir(to, { recursive: true });
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [path.join(from, entry.name), path.join(to, entry.name)];
    if (entry.isDirectory()) await linkFolder(source, target);
    else if (entry.isSymbolicLink()) await symlink(await readlink(source), target);
    else await link(source, target);
  }
}

/**
 * @param {string} folder or file
 * @returns {Promise<number>} bytes on disk; a file with several hard links counts once
 */
export async function folderSize(folder) {
  const seen = new Set();
  /** @param {string} item @returns {Promise<number>} */
  const measure = async (item) => {
    const stat = await lstat(item);
    if (!stat.isDirectory()) {
      const id = `${stat.dev}:${stat.ino}`;
      if (stat.nlink > 1 && seen.has(id)) return 0;
      seen.add(id);
      return stat.blocks ? stat.blocks * 512 : stat.size;
    }
    const entries = await readdir(item);
    const sizes = await Promise.all(entries.map((entry) => measure(path.join(item, entry))));
    return sizes.reduce((sum, size) => sum + size, 0);
  };
  return measure(folder);
}

/**
 * @param {number} bytes
 * @returns {string} such as `0.6 MB` or `616 MB`
 */
export function megabytes(bytes) {
  const mb = bytes / 1e6;
  return `${mb.toFixed(mb < 10 ? 1 : 0)} MB`;
}
