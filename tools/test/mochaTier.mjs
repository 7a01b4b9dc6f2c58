import { mkdir, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { startChild } from './children.mjs';
import { followEvents, freshEvents } from './events.mjs';

const RUNNER = fileURLToPath(new URL('runSuite.mjs', import.meta.url));

/**
 * Runs built test files in a Node of their own, or in several side by side.
 *
 * @param {import('./tiers.mjs').Context} context
 * @param {'unit' | 'e2e'} name the folder below out/test
 * @param {{ timeoutMs: number, env?: NodeJS.ProcessEnv, workers?: number }} options `timeoutMs`: for one test
 * @returns {Promise<import('./events.mjs').TierResult>}
 */
export async function runMocha(context, name, { workers = 1, ...options }) {
  const files = await testFiles(context.root, name);
  if (workers === 1) return runWorker(context, name, { ...options, files });
  const claims = path.join(context.out, `${name}.claims`);
  await rm(claims, { recursive: true, force: true });
  await mkdir(claims, { recursive: true });
  // From either end of the list, so that they meet at the last file.
  const results = await Promise.all(
    Array.from({ length: workers }, (_, index) => {
      const own = index % 2 === 0 ? files : files.toReversed();
      return runWorker(context, `${name}-${index + 1}`, { ...options, files: own, claims });
    }),
  );
  return {
    passed: results.reduce((sum, { passed }) => sum + passed, 0),
    failed: results.reduce((sum, { failed }) => sum + failed, 0),
    output: results.flatMap(({ output }) => (output ? [output] : [])).join('\n\n'),
    tests: results.flatMap(({ tests }) => tests),
  };
}

/**
 * @param {import('./tiers.mjs').Context} context
 * @param {string} name of its events and its log
 * @param {{ timeoutMs: number, env?: NodeJS.ProcessEnv, files: string[], claims?: string }} options
 * @returns {Promise<import('./events.mjs').TierResult>}
 */
async function runWorker({ root, out, grep, onEvent }, name, { timeoutMs, env, files, claims }) {
  const events = freshEvents(out, name);
  const options = JSON.stringify({ files, events, grep, timeoutMs, claims });
  const child = startChild(process.execPath, ['--enable-source-maps', RUNNER, options], {
    cwd: root,
    log: path.join(out, `${name}.log`),
    env,
  });
  // A test that overruns is failed by mocha; the silence is for one that blocks its whole process.
  const silenceMs = timeoutMs * 1.5 + 10_000;
  const { stuck, ...result } = await followEvents(events, { exited: child.exited, silenceMs, onEvent });
  if (stuck) await child.stop();
  else await child.exited;
  if (result.failed) result.output += `\n\n--- output of the ${name} tests ---\n${child.output().trimEnd()}`;
  return result;
}

/**
 * @param {string} root
 * @param {string} name
 * @returns {Promise<string[]>} absolute paths of the built test files, in a stable order
 */
export async function testFiles(root, name) {
  const folder = path.join(root, 'out', 'test', name);
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  return names
    .filter((file) => file.endsWith('.test.js'))
    .sort()
    .map((file) => path.join(folder, file));
}
