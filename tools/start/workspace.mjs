import { chmod, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { cacheKey } from '../lib/cache.mjs';
import { errorCode } from '../lib/fail.mjs';

/** What was copied last time: the key of each file's content, by its path. Beside the copy, so that it is not seen. */
const RECORD = 'workspace.json';

/**
 * Copies the example workspace, so that what a person tries in it does not change the repository. A file that the
 * person changed stays as it is; one that only the repository changed is copied again.
 *
 * @param {string} from
 * @param {string} folder where the copy `workspace` goes
 * @returns {Promise<string>} the copy
 */
export async function copyWorkspace(from, folder) {
  const to = path.join(folder, 'workspace');
  const record = path.join(folder, RECORD);
  /** @type {Record<string, string | undefined>} */
  const copied = JSON.parse((await readIfThere(record))?.toString() ?? '{}');
  for (const name of await listFiles(from)) {
    const [source, target] = [path.join(from, name), path.join(to, name)];
    const content = await readFile(source);
    const present = await readIfThere(target);
    const changedByPerson = present && cacheKey(present) !== copied[name];
    if (changedByPerson && !present.equals(content)) continue;
    await mkdir(path.dirname(target), { recursive: true });
    if (!present?.equals(content)) await writeFile(target, content);
    await chmod(target, (await stat(source)).mode);
    copied[name] = cacheKey(content);
  }
  await mkdir(to, { recursive: true });
  await writeFile(record, JSON.stringify(copied));
  return to;
}

/**
 * @param {string} folder
 * @returns {Promise<string[]>} paths inside it
 */
async function listFiles(folder) {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath ?? entry.path, entry.name)));
}

/** @param {string} file */
async function readIfThere(file) {
  try {
    return await readFile(file);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}
