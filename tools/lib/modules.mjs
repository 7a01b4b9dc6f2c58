import { lstat, readFile } from 'node:fs/promises';
import path from 'node:path';
import { errorCode, Fail } from './fail.mjs';
import { npm } from './npm.mjs';

/** @typedef {Record<string, { version?: string, integrity?: string, optional?: boolean, link?: boolean } | undefined>} Packages */

/**
 * Installs the project's own packages where they are missing or not those of the lock file.
 *
 * @param {{ root: string, progress: import('./progress.mjs').Progress }} options
 * @returns {Promise<void>}
 */
export async function ensureModules({ root, progress }) {
  if (await isInstalled(root)) return;
  // npm would empty the folder behind the link, which is another checkout's.
  if (await isLink(path.join(root, 'node_modules'))) {
    throw new Fail(
      'node_modules is a link and does not fit the lock file. Remove the link, then run this again.',
    );
  }
  await progress.step('Installing the project’s packages', async () => {
    // No scripts: none of the packages needs one, and some would download programs.
    await npm(['ci', '--ignore-scripts'], { cwd: root, what: 'Installing the project’s packages' });
  });
}

/** @param {string} file */
async function isLink(file) {
  try {
    return (await lstat(file)).isSymbolicLink();
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return false;
    throw error;
  }
}

/**
 * npm writes what it installed into node_modules/.package-lock.json, last of all. So an installation that was stopped
 * half-way lacks it, and one from an older lock file differs.
 *
 * @param {string} root
 * @returns {Promise<boolean>}
 */
async function isInstalled(root) {
  const wanted = await readPackages(path.join(root, 'package-lock.json'));
  const present = await readPackages(path.join(root, 'node_modules', '.package-lock.json'));
  if (!wanted || !present) return false;
  return Object.entries(wanted).every(([name, entry]) => {
    if (!name || !entry || entry.link) return true; // the project itself, or one of its folders
    const installed = present[name];
    // What is optional may be for another system.
    if (!installed) return entry.optional === true;
    return installed.version === entry.version && installed.integrity === entry.integrity;
  });
}

/**
 * @param {string} file
 * @returns {Promise<Packages | undefined>} nothing when it is not there
 */
async function readPackages(file) {
  try {
    return JSON.parse(await readFile(file, 'utf8')).packages;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}
