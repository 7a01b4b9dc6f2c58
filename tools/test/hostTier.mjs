import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { startHost } from '../host/server.mjs';
import { readText } from './children.mjs';
import { followEvents, freshEvents } from './events.mjs';
import { testFiles } from './mochaTier.mjs';

const RUNNER = fileURLToPath(new URL('runSuite.mjs', import.meta.url));
const PRELOAD = fileURLToPath(new URL('../../test/support/preload/preload.cjs', import.meta.url));
const TEST_TIMEOUT_MS = 30_000;
/** Between two events: longer than a slow start of the workbench and than one test may take. */
const SILENCE_MS = 75_000;

/** Flags for a Chromium that runs as root in a container and never goes to the network by itself. */
export const CHROMIUM_FLAGS = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-dev-shm-usage', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
];

const SETTINGS = {
  User: {
    'workbench.startupEditor': 'none',
    'telemetry.telemetryLevel': 'off',
    'extensions.ignoreRecommendations': true,
    // VS Code's git extension writes to a `git check-ignore` of which it does not know that it has ended, when a test has
    // removed its repository: the error belongs to nobody, and mocha gives it to the test that runs.
    'git.decorations.enabled': false,
  },
  // In a browser VS Code is remote, where machine-overridable settings count only in the machine's own file.
  // An endpoint is set from the start, so that activation has somebody to leave alone.
  Machine: { 'aliada.chat.endpoints': [{ url: 'http://127.0.0.1:9/v1', model: 'model-of-the-settings' }] },
};

/**
 * Runs the host tests inside the real extension host: VS Code's server, a page of the workbench in Chromium that
 * loads the extension from its folder, and mocha where the extension runs.
 *
 * @param {Omit<import('./tiers.mjs').Context, 'engine'>} context
 * @param {{ files?: string[], env?: NodeJS.ProcessEnv, timeoutMs?: number }} [other] than the tests: built files to
 *   run, variables for them, and how long one of them may take
 * @returns {Promise<import('./events.mjs').TierResult>}
 */
export async function runHostTests(
  { root, out, artifacts, grep, onEvent, host, chromiumPath },
  { files, env, timeoutMs = TEST_TIMEOUT_MS } = {},
) {
  const folder = await mkdtemp(path.join(tmpdir(), 'aliada-host-'));
  const userDataDir = path.join(folder, 'data');
  const workspace = path.join(folder, 'workspace');
  for (const [kind, settings] of Object.entries(SETTINGS)) {
    await mkdir(path.join(userDataDir, kind), { recursive: true });
    await writeFile(path.join(userDataDir, kind, 'settings.json'), JSON.stringify(settings));
  }
  await mkdir(workspace);
  // Extensions of somebody else's, installed beside Aliada.
  const extensionsDir = path.join(folder, 'extensions');
  await cp(path.join(root, 'test', 'host', 'extensions'), extensionsDir, { recursive: true });

  const events = freshEvents(out, 'host');
  const suite = { files: files ?? (await testFiles(root, 'host')), events, grep, timeoutMs };
  const server = await startHost({
    ...{ host, userDataDir, smokeTestDriver: true, trust: false },
    ...{ extensionsDir, home: path.join(folder, 'home'), logDir: folder },
    env: {
      ALIADA_TEST_RUNNER: pathToFileURL(RUNNER).href,
      ALIADA_TEST_SUITE: JSON.stringify(suite),
      ALIADA_TEST_LOGS: path.join(userDataDir, 'logs'),
      NODE_OPTIONS: `--require ${PRELOAD}`,
      LOG_LEVEL: 'debug',
      ...env,
    },
  });
  const browser = await chromium.launch({ executablePath: chromiumPath, args: CHROMIUM_FLAGS });
  try {
    const permissions = ['clipboard-read', 'clipboard-write'];
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, permissions });
    const lines = keepConsole(page);
    await page.goto(workbenchUrl(server.port, workspace, root), { waitUntil: 'domcontentloaded' });
    const crashed = new Promise((resolve) => page.once('crash', resolve));
    const exited = Promise.race([server.exited, crashed]);
    const { stuck, ...result } = await followEvents(events, { exited, silenceMs: SILENCE_MS, onEvent });
    if (result.failed) {
      result.output += await keepEvidence({ page, lines, folder, userDataDir, artifacts, stuck });
    }
    return result;
  } finally {
    await browser.close();
    await server.stop();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/**
 * The address of a workbench that runs extension tests.
 *
 * @param {number} port
 * @param {string} workspace
 * @param {string} root
 * @returns {string}
 */
function workbenchUrl(port, workspace, root) {
  const remote = `vscode-remote://127.0.0.1:${port}`;
  const payload = JSON.stringify([
    ['extensionDevelopmentPath', remote + root],
    ['extensionTestsPath', `${remote}${path.join(root, 'out', 'test', 'host', 'index.js')}`],
  ]);
  return `http://127.0.0.1:${port}/?folder=${encodeURIComponent(workspace)}&payload=${encodeURIComponent(payload)}`;
}

/**
 * @param {import('playwright-core').Page} page
 * @returns {string[]} grows with what the page writes to its console
 */
function keepConsole(page) {
  /** @type {string[]} */
  const lines = [];
  page.on('console', (message) => lines.push(`${message.type()}: ${message.text().slice(0, 500)}`));
  page.on('pageerror', (error) => lines.push(`page error: ${error.message}`));
  return lines;
}

/**
 * Keeps what is needed to understand a failure, and says where it is.
 *
 * @param {{ page: import('playwright-core').Page, lines: string[], folder: string, userDataDir: string,
 *   artifacts: string, stuck: boolean }} run
 * @returns {Promise<string>}
 */
async function keepEvidence({ page, lines, folder, userDataDir, artifacts, stuck }) {
  const kept = path.join(artifacts, 'host');
  await rm(kept, { recursive: true, force: true });
  await mkdir(kept, { recursive: true });
  await page.screenshot({ path: path.join(kept, 'workbench.png'), timeout: 5000 }).catch(() => {}); // it may be gone
  await writeFile(path.join(kept, 'console.log'), `${lines.join('\n')}\n`);
  await cp(path.join(userDataDir, 'logs'), path.join(kept, 'logs'), { recursive: true, force: true }).catch(
    () => {},
  );
  const server = readText(path.join(folder, 'host.log'));
  await writeFile(path.join(kept, 'host.log'), server);
  const ends = stuck ? `\nconsole:\n${lines.slice(-15).join('\n')}\nserver:\n${server.slice(-1500)}` : '';
  return `\n\nScreenshot, console and logs: ${kept}${ends}`;
}
