import { existsSync } from 'node:fs';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { findOnPath } from '../chromium.mjs';
import { cacheKey, ensureCached } from '../lib/cache.mjs';
import { Fail } from '../lib/fail.mjs';
import { silentProgress } from '../lib/progress.mjs';
import { run } from '../lib/run.mjs';

/** Raise it whenever the way of unpacking changes: it is part of the cache key. */
const SETUP_VERSION = '1';
/** llama-server and all that it links to, the C library included: sid has a newer one than most machines. 12.5 MB. */
// cspell:disable
const PACKAGES = [
  ...['llama.cpp-tools', 'libllama0', 'libggml0', 'libc6', 'libgcc-s1'],
  ...['libgomp1', 'libssl3t64', 'libstdc++6', 'libzstd1', 'zlib1g'],
];
// cspell:enable
const MIRROR = 'http://deb.debian.org/debian';
const KEYRING = '/usr/share/keyrings/debian-archive-keyring.gpg';
const LIBRARIES = path.join('usr', 'lib', 'x86_64-linux-gnu');

/**
 * How to start Debian sid's `llama-server` where another Debian, or an Ubuntu, runs.
 *
 * @typedef {object} LlamaServer
 * @property {string} command sid's own loader
 * @property {string[]} args what comes before the server's own flags
 * @property {string} cwd ggml looks for its backends here: the place that is compiled in is the system's
 */

/**
 * Gets a real `llama-server` into the cache, through apt with a configuration and a state of its own: the system's is
 * not touched, and apt holds each package against Debian's signature as ever. What sid has changes, so what comes is
 * the newest and not a version of our choice; therefore no test depends on it unasked.
 *
 * @param {{ progress?: import('../lib/progress.mjs').Progress }} [options]
 * @returns {Promise<LlamaServer>}
 * @throws {Fail} where there is no apt, or the mirror is out of reach
 */
export async function ensureLlamaServer({ progress = silentProgress } = {}) {
  const tools = await Promise.all(['apt-get', 'dpkg-deb'].map(findOnPath));
  if (process.arch !== 'x64' || tools.includes(undefined) || !existsSync(KEYRING)) {
    throw new Fail(
      'A llama-server can be fetched only on Debian or Ubuntu for x86-64, with the package debian-archive-keyring. ' +
        'Start one of your own and name it in ALIADA_LLAMA_SERVER.',
    );
  }
  const root = await ensureCached('llama-server', cacheKey(SETUP_VERSION, MIRROR, ...PACKAGES), (folder) =>
    progress.step('Fetching llama-server (Debian sid)', () => fetchInto(folder)),
  );
  const libraries = path.join(root, LIBRARIES);
  const at = [libraries, path.join(libraries, 'llama')].join(':');
  const program = path.join(root, 'usr', 'bin', 'llama-server');
  return {
    command: path.join(libraries, 'ld-linux-x86-64.so.2'),
    args: ['--library-path', at, program],
    cwd: path.join(libraries, 'ggml', 'backends0'),
  };
}

/** @param {string} folder */
async function fetchInto(folder) {
  const apt = path.join(folder, 'apt');
  for (const part of ['etc', 'state/lists/partial', 'cache/archives/partial', 'packages']) {
    await mkdir(path.join(apt, part), { recursive: true });
  }
  await writeFile(path.join(apt, 'state', 'status'), '');
  await writeFile(
    path.join(apt, 'etc', 'sources.list'),
    `deb [arch=amd64 signed-by=${KEYRING}] ${MIRROR} sid main\n`,
  );
  await writeFile(
    path.join(apt, 'apt.conf'),
    [
      `Dir::Etc "${apt}/etc";`,
      'Dir::Etc::sourceparts "-";', // cspell:disable-line
      `Dir::State "${apt}/state";`,
      `Dir::State::status "${apt}/state/status";`,
      `Dir::Cache "${apt}/cache";`,
      'Acquire::Languages "none";',
      // A mirror may be a copy of some weeks ago; the signature is verified all the same.
      'Acquire::Check-Valid-Until "false";',
      // The folder belongs to whoever runs this, and apt's own user cannot write into it.
      'APT::Sandbox::User "";',
    ].join('\n'),
  );
  const env = { ...process.env, APT_CONFIG: path.join(apt, 'apt.conf') };
  const packages = path.join(apt, 'packages');
  const what = 'Fetching llama-server from Debian';
  await run('apt-get', ['update'], { env, what });
  await run('apt-get', ['download', ...PACKAGES], { env, what, cwd: packages });
  for (const file of await readdir(packages)) {
    await run('dpkg-deb', ['-x', path.join(packages, file), folder], { what });
  }
  await rm(apt, { recursive: true, force: true });
}
