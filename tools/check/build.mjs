import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import esbuild from 'esbuild';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Bundles a TypeScript file of the tools over the core, into `out`: under a second, so it is done at each run and is
 * never out of date. The file is named after the process: two runs at once do not disturb each other.
 *
 * @param {string} entry
 * @param {string[]} [external] packages that are left where they are
 * @returns {Promise<URL>} the module to import
 */
export async function buildBundle(entry, external = []) {
  const folder = path.join(root, 'out', 'tools');
  await mkdir(folder, { recursive: true });
  const outfile = path.join(folder, `${path.basename(entry, '.ts')}.${process.pid}.mjs`);
  await esbuild.build({
    entryPoints: [path.join(root, entry)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    external,
    logLevel: 'error',
  });
  return pathToFileURL(outfile);
}

/**
 * Bundles such a file and loads it; nothing is left behind.
 *
 * @param {string} entry
 * @param {string[]} [external] packages that are left where they are
 * @returns {Promise<any>}
 */
export async function loadBundle(entry, external = []) {
  const bundle = await buildBundle(entry, external);
  try {
    return await import(bundle.href);
  } finally {
    await rm(bundle, { force: true });
  }
}
