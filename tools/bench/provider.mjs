import { execFileSync } from 'node:child_process';
import { mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createProgress } from '../lib/progress.mjs';
import { runHostTests } from '../test/hostTier.mjs';
import { ensureNeeds } from '../test/setup.mjs';
import { percentile } from './percentile.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/**
 * @typedef {object} ProviderFigure
 * @property {'hit' | 'miss' | 'listeners'} what a suggestion that is known; one that the model is asked for; or what
 *   one listener does at a keystroke
 * @property {number} lines of the document
 * @property {number} editors that are open
 * @property {number} count of measurements
 * @property {number} p50 in milliseconds
 * @property {number} p99 in milliseconds
 */

/**
 * Times `provideInlineCompletionItems` in the real extension host. The endpoint is in the same process and answers at
 * once, so that no network is in it.
 *
 * @returns {Promise<ProviderFigure[]>}
 */
export async function providerFigures() {
  execFileSync(process.execPath, ['esbuild.js', '--tests'], { cwd: root, stdio: 'inherit' });
  const out = path.join(root, 'out', 'bench');
  const figures = path.join(out, 'provider.json');
  await mkdir(out, { recursive: true });
  await rm(figures, { force: true });
  const needs = await ensureNeeds(new Set(['host', 'chromium']), createProgress());
  const { failed, output } = await runHostTests(
    { root, out, artifacts: path.join(root, 'out', 'artifacts'), onEvent: () => {}, ...needs },
    {
      files: [path.join(root, 'out', 'test', 'host', 'provider.bench.js')],
      env: { ALIADA_BENCH_OUT: figures },
      timeoutMs: 70_000,
    },
  );
  if (failed) throw new Error(output);
  /** @type {(Omit<ProviderFigure, 'count' | 'p50' | 'p99'> & { ms: number[] })[]} */
  const rows = JSON.parse(await readFile(figures, 'utf8'));
  return rows.map(({ ms, ...row }) => ({
    ...row,
    count: ms.length,
    p50: percentile(ms, 50),
    p99: percentile(ms, 99),
  }));
}

if (process.argv[1] === import.meta.filename) {
  for (const { what, lines, editors, count, p50, p99 } of await providerFigures()) {
    process.stdout.write(
      `${what.padEnd(9)} ${`${lines}`.padStart(6)} lines ${`${editors}`.padStart(4)} editors: ` +
        `p50 ${p50.toFixed(2)} ms, p99 ${p99.toFixed(2)} ms (${count})\n`,
    );
  }
}
