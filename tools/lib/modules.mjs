import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { npm } from './npm.mjs';

/**
 * Installs the project's own packages with `npm ci` where they are missing, half there or not those of the lock file.
 *
 * @param {{ root: string, progress: import('./progress.mjs').Progress }} options `root`: the checkout
 * @returns {Promise<void>}
 */
export async function ensureModules({ root, progress }) {
  if (await areCurrent(root)) return;
  await progress.step('Installing the packages (npm ci)', () =>
    npm(['ci'], { cwd: root, what: 'Installing the packages' }),
  );
}

/**
 * npm writes down what it installed, last of all, in a lock file of the folder's own.
 *
 * @param {string} root
 * @returns {Promise<boolean>} whether every package of the lock file is there in its version
 */
async function areCurrent(root) {
  const wanted = await lockedPackages(path.join(root, 'package-lock.json'));
  const installed = await lockedPackages(path.join(root, 'node_modules', '.package-lock.json'));
  // Optional packages are those for other systems.
  return Object.entries(wanted).every(
    ([name, entry]) => name === '' || entry?.optional || installed[name]?.version === entry?.version,
  );
}

/**
 * @param {string} file
 * @returns {Promise<Record<string, { version?: string, optional?: boolean } | undefined>>}
 */
async function lockedPackages(file) {
  const text = await readFile(file, 'utf8').catch(() => '{}'); // missing: nothing is installed
  return JSON.parse(text).packages ?? {};
}
