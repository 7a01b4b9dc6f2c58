import { mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import { cacheKey, ensureCached } from '../lib/cache.mjs';
import { Fail } from '../lib/fail.mjs';
import { capture, run } from '../lib/run.mjs';

/**
 * Unpacks packages of the Debian (or Ubuntu) that this runs on into the cache: nothing is installed. They are fetched
 * once; `apt-get update` may be needed before.
 *
 * @param {readonly string[]} packages
 * @returns {Promise<Map<string, string>>} the folder of each; those that this Debian lacks are left out
 * @throws {Fail} where there is no apt, or none of the packages
 */
export async function unpackedPackages(packages) {
  const root = await ensureCached('language-id', cacheKey('1', ...packages), async (folder) => {
    for (const name of packages) await unpack(name, path.join(folder, name));
    const held = await readdir(folder);
    if (held.length === 0) throw new Fail('None of the Debian packages could be fetched. Is this a Debian?');
  });
  const held = (await readdir(root)).sort().filter((name) => packages.includes(name));
  return new Map(held.map((name) => [name, path.join(root, name)]));
}

/** @param {string} name @param {string} folder */
async function unpack(name, folder) {
  const downloads = `${folder}.downloads`;
  await mkdir(downloads);
  const { code, output } = await capture('apt-get', ['download', '-q', name], { cwd: downloads });
  const [file] = await readdir(downloads);
  if (code !== 0 || file === undefined) {
    process.stderr.write(`${name} is left out: ${output.trim().split('\n').at(-1)}\n`);
    return;
  }
  await run('dpkg-deb', ['-x', path.join(downloads, file), folder], { what: `Unpacking ${name}` });
}
