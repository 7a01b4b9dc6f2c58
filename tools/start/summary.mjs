import path from 'node:path';
import { folderSize, megabytes } from '../lib/files.mjs';
import { seconds } from '../lib/progress.mjs';

/**
 * @typedef {object} Summary
 * @property {import('../lib/progress.mjs').Progress} progress
 * @property {string} root of the repository
 * @property {string} vsix
 * @property {import('../host/setup.mjs').Host | undefined} host
 * @property {import('../engine/setup.mjs').Engine | undefined} engine
 * @property {string} workspace
 * @property {{ url: string, model: string }} endpoint
 * @property {string | undefined} address
 */

/**
 * Tells how long each step took, what it left on the disk, and at last where to go.
 *
 * @param {Summary} summary
 * @returns {Promise<void>}
 */
export async function printSummary({ progress, root, vsix, host, engine, workspace, endpoint, address }) {
  const { note } = progress;
  const total = progress.times.reduce((sum, { ms }) => sum + ms, 0);
  note(`\nTimes (${seconds(total)} in all)`);
  for (const { label, ms } of progress.times) note(`  ${seconds(ms).padStart(6)}  ${label}`);
  note('Sizes');
  const folders = { packages: path.join(root, 'node_modules'), 'VS Code': host?.root, engine: engine?.root };
  for (const [name, item] of Object.entries({ extension: vsix, ...folders, 'demo model': engine?.model })) {
    if (item) note(`  ${megabytes(await folderSize(item)).padStart(6)}  ${name.padEnd(10)}  ${item}`);
  }
  note(`\nWorkspace  ${workspace}`);
  note(`Endpoint   ${endpoint.url} (${endpoint.model}${engine ? ': a demonstration, no assistant' : ''})`);
  if (address) note(`Aliada     ${address}`);
  note('Ctrl+C stops everything.');
}
