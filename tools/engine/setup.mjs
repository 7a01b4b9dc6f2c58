import { copyFile, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { cacheKey, ensureCached } from '../lib/cache.mjs';
import { Fail } from '../lib/fail.mjs';
import { npm } from '../lib/npm.mjs';
import { silentProgress } from '../lib/progress.mjs';
import { writeTinyModel } from './tinyModel.mjs';

/**
 * @typedef {object} Engine
 * @property {string} root the folder in the cache whose node_modules holds llama.cpp
 * @property {string} model the demonstration model, a file (GGUF) of this repository
 * @property {string} fixed a model whose text is known beforehand, for tests
 */

const HERE = path.dirname(fileURLToPath(import.meta.url));
/** Raise it whenever the way of installing changes: it is part of the cache key. */
const SETUP_VERSION = '1';
const DEMONSTRATION = path.resolve(HERE, '..', 'demo-model', 'aliada-demo.gguf');
/** What the model of known text is made from: a change in any of these makes a new one. */
const MODEL_SOURCES = ['tinyModel.mjs', 'chain.mjs', 'demoText.mjs', 'gguf.mjs'];

/** llama.cpp's builds for the processor alone; those for graphics cards are ten times as large. */
const BINARIES = /** @type {Record<string, string | undefined>} */ ({
  'linux-x64': 'linux-x64',
  'linux-arm64': 'linux-arm64',
  'darwin-arm64': 'mac-arm64-metal',
  'darwin-x64': 'mac-x64',
  'win32-x64': 'win-x64',
  'win32-arm64': 'win-arm64',
});

/**
 * Gets llama.cpp into the cache, on first use from the npm registry (about 10 s and 85 MB), and the models.
 *
 * @param {{ progress?: import('../lib/progress.mjs').Progress }} [options]
 * @returns {Promise<Engine>}
 * @throws {Fail} when there is no build for this machine, or the registry is out of reach
 */
export async function ensureEngine({ progress = silentProgress } = {}) {
  const machine = `${process.platform}-${process.arch}`;
  const binary = BINARIES[machine];
  if (!binary) {
    throw new Fail(
      `There is no embedded engine for ${machine}. Use your own: npm start -- --endpoint URL --model NAME`,
    );
  }
  const lock = await readFile(path.join(HERE, 'package-lock.json'));
  const root = await ensureCached('engine', cacheKey(lock, SETUP_VERSION, binary), (folder) =>
    progress.step('Installing the engine (llama.cpp)', () => install(folder, `@node-llama-cpp/${binary}`)),
  );
  const sources = await Promise.all(MODEL_SOURCES.map((file) => readFile(path.join(HERE, file))));
  const models = await ensureCached('model', cacheKey(...sources), (folder) =>
    progress.step('Writing a model for tests', () => writeTinyModel(path.join(folder, 'aliada-demo.gguf'))),
  );
  return { root, model: DEMONSTRATION, fixed: path.join(models, 'aliada-demo.gguf') };
}

/**
 * @param {string} folder
 * @param {string} binary
 */
async function install(folder, binary) {
  for (const file of ['package.json', 'package-lock.json', '.npmrc']) {
    await copyFile(path.join(HERE, file), path.join(folder, file));
  }
  const { packages } = JSON.parse(await readFile(path.join(folder, 'package-lock.json'), 'utf8'));
  const { version } = packages['node_modules/node-llama-cpp'];
  // All builds are optional dependencies of node-llama-cpp: leave out all of them and ask for the one. `npm ci` would
  // refuse, because a registry need not have those for other systems, and then the lock file cannot have them either.
  await npm(['install', '--no-save', '--omit=optional', '--ignore-scripts', `${binary}@${version}`], {
    cwd: folder,
    what: 'Installing the engine',
  });
  await checkIntegrity(folder, `node_modules/${binary}`, packages);
}

/**
 * npm holds what it was asked for by name only against the registry; this holds it against our lock file too.
 *
 * @param {string} folder
 * @param {string} name
 * @param {Record<string, { integrity?: string } | undefined>} locked
 */
async function checkIntegrity(folder, name, locked) {
  const installed = JSON.parse(
    await readFile(path.join(folder, 'node_modules', '.package-lock.json'), 'utf8'),
  );
  const wanted = locked[name]?.integrity;
  if (wanted && installed.packages[name]?.integrity !== wanted) {
    throw new Fail(`${name} from the npm registry is not the one that tools/engine/package-lock.json names.`);
  }
}
