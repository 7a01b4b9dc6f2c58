import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import esbuild from 'esbuild';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What the tools use of the core. */
const contents = `
export { checkServer } from './src/core/endpoint/check';
export { nodeFetch } from './src/core/endpoint/transport.node';
`;

/**
 * Bundles the part of the core that checks a server, and loads it. That takes well under a second, so it is done at
 * each run and is never out of date. The file is named after the process: two runs at once do not disturb each other.
 *
 * @returns {Promise<any>}
 */
export async function loadCore() {
  const folder = path.join(root, 'out', 'tools');
  const outfile = path.join(folder, `core.${process.pid}.mjs`);
  await mkdir(folder, { recursive: true });
  await esbuild.build({
    stdin: { contents, resolveDir: root, loader: 'ts' },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'error',
  });
  try {
    return await import(pathToFileURL(outfile).href);
  } finally {
    await rm(outfile, { force: true });
  }
}
