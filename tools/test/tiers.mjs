import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { installExtension } from '../host/server.mjs';
import { runHostTests } from './hostTier.mjs';
import { runMocha } from './mochaTier.mjs';
import { checkScripts, npmScript, runScripts } from './scriptTier.mjs';

/**
 * @typedef {import('./events.mjs').TierResult} TierResult
 *
 * @typedef {object} Context what the tiers work with
 * @property {string} root the checkout
 * @property {string} out `out`: logs and events of this run
 * @property {string} artifacts `out/artifacts`: screenshots, and what is left of failures
 * @property {string} [grep] only tests whose full title matches
 * @property {(event: import('./runSuite.mjs').SuiteEvent) => void} onEvent
 * @property {import('../host/setup.mjs').Host} host
 * @property {string} chromiumPath
 * @property {import('./setup.mjs').Engine} engine
 *
 * @typedef {'host' | 'chromium' | 'engine'} Need
 *
 * @typedef {object} Tier
 * @property {string} name
 * @property {string[]} after tiers whose result it works on
 * @property {Need[]} needs
 * @property {(context: Context) => Promise<TierResult>} run
 */

/** @type {Tier[]} in the order in which they run */
export const TIERS = [
  {
    name: 'check',
    after: [],
    needs: [],
    run: async (context) => runScripts(context, await checkScripts(context.root), 2),
  },
  {
    name: 'build',
    after: [],
    needs: [],
    run: async (context) => {
      // A test whose source is gone must not go on running.
      await rm(path.join(context.root, 'out', 'test'), { recursive: true, force: true });
      return runScripts(context, [{ title: 'build', command: [process.execPath, 'esbuild.js', '--tests'] }]);
    },
  },
  { name: 'package', after: [], needs: [], run: (context) => runScripts(context, [npmScript('package')]) },
  {
    name: 'unit',
    after: ['build'],
    needs: [],
    run: (context) => runMocha(context, 'unit', { timeoutMs: 10_000 }),
  },
  { name: 'host', after: ['build'], needs: ['host', 'chromium'], run: (context) => runHostTests(context) },
  {
    name: 'e2e',
    after: ['build', 'package'],
    needs: ['host', 'chromium', 'engine'],
    run: runBrowserTests,
  },
];

/**
 * The browser tests, on a VS Code that has the packaged extension installed as a person would.
 *
 * @param {Context} context
 * @returns {Promise<TierResult>}
 */
async function runBrowserTests(context) {
  const { root, artifacts, host, chromiumPath, engine } = context;
  const folder = await mkdtemp(path.join(tmpdir(), 'aliada-e2e-'));
  const extensionsDir = path.join(folder, 'extensions');
  try {
    const vsix = path.join(root, 'out', 'aliada.vsix');
    await installExtension({ host, vsix, extensionsDir, userDataDir: path.join(folder, 'data') });
    const setup = { root, artifacts, host, engine, extensionsDir };
    return await runMocha(context, 'e2e', {
      timeoutMs: 90_000,
      // While one waits for what VS Code or a test takes its time for, the other has the processor.
      workers: 2,
      env: { ALIADA_TEST_SETUP: JSON.stringify(setup), CHROMIUM: chromiumPath },
    });
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
