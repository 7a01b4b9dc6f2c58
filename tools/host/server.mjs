import { mkdir } from 'node:fs/promises';
import { get } from 'node:http';
import path from 'node:path';
import { startDaemon } from '../lib/daemon.mjs';
import { Fail } from '../lib/fail.mjs';
import { freePort, isPortTaken } from '../lib/ports.mjs';
import { run } from '../lib/run.mjs';
import { provideLocale } from './locale.mjs';

/**
 * @typedef {import('./setup.mjs').Host} Host
 *
 * @typedef {object} HostOptions
 * @property {Host} host
 * @property {string} userDataDir
 * @property {string} extensionsDir
 * @property {number} [port] a free one otherwise
 * @property {string} [home] the home folder of what runs inside; the person's own otherwise
 * @property {string} [locale] display language; English otherwise
 * @property {NodeJS.ProcessEnv} [env] more variables for the server and the extension host
 * @property {boolean} [smokeTestDriver] lets a page run extension tests, see test/support
 * @property {boolean} [trust] false switches workspace trust off, so that no dialog asks
 * @property {string} [logDir] where `host.log` is written
 *
 * @typedef {object} RunningHost
 * @property {string} url
 * @property {number} port
 * @property {Promise<number>} exited resolves if the server ends
 * @property {() => Promise<void>} stop ends it with all its processes
 */

const START_DEADLINE_MS = 30_000;

/**
 * Installs a packaged extension, or replaces it.
 *
 * @param {{ host: Host, vsix: string, extensionsDir: string, userDataDir: string }} options
 * @returns {Promise<void>}
 */
export async function installExtension({ host, vsix, extensionsDir, userDataDir }) {
  const flags = ['--install-extension', vsix, '--force', ...folderFlags({ extensionsDir, userDataDir })];
  await run(host.node, [host.entry, ...flags], {
    env: cleanEnvironment(),
    what: `Installing ${path.basename(vsix)}`,
  });
}

/**
 * Starts VS Code's server and waits until it answers. It listens on this machine only.
 *
 * @param {HostOptions} options
 * @returns {Promise<RunningHost>}
 * @throws {Fail} when the port is taken, or the server ends or stays silent
 */
export async function startHost(options) {
  const { host, userDataDir, extensionsDir, home, locale, env, logDir } = options;
  const port = options.port || (await freePort());
  if (await isPortTaken(port)) throw new Fail(`Port ${port} is taken. Choose another with --port.`);
  for (const folder of [userDataDir, extensionsDir, home, logDir]) {
    if (folder) await mkdir(folder, { recursive: true });
  }
  if (locale) await provideLocale(userDataDir, locale);
  const daemon = startDaemon(host.node, [host.entry, ...serverFlags(options, port)], {
    env: { ...cleanEnvironment(), ...(home ? homeEnvironment(home) : {}), ...env },
    log: logDir ? path.join(logDir, 'host.log') : undefined,
  });
  const url = `http://127.0.0.1:${port}`;
  const deadline = performance.now() + START_DEADLINE_MS;
  while (!(await answers(`${url}/healthz`))) {
    const late = performance.now() > deadline;
    if (late || !daemon.running()) {
      await daemon.stop();
      const what = late ? `did not answer within ${START_DEADLINE_MS / 1000} s` : 'ended at once';
      throw new Fail(`VS Code's server ${what}.`, { details: daemon.lastLines() });
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return { url, port, exited: daemon.exited, stop: daemon.stop };
}

/**
 * @param {HostOptions} options
 * @param {number} port
 * @returns {string[]}
 */
function serverFlags({ userDataDir, extensionsDir, locale, smokeTestDriver, trust = true }, port) {
  return [
    ...['--auth', 'none', '--bind-addr', `127.0.0.1:${port}`],
    ...folderFlags({ userDataDir, extensionsDir }),
    ...['--disable-telemetry', '--disable-update-check', '--disable-getting-started-override'],
    ...(trust ? [] : ['--disable-workspace-trust']),
    ...(locale ? ['--locale', locale] : []),
    ...(smokeTestDriver ? ['--vscode-option', 'enable-smoke-test-driver'] : []),
  ];
}

/**
 * The person's own code-server, if there is one, keeps its configuration and its running instance to itself.
 *
 * @param {{ userDataDir: string, extensionsDir: string }} folders
 * @returns {string[]}
 */
function folderFlags({ userDataDir, extensionsDir }) {
  return [
    ...['--user-data-dir', userDataDir, '--extensions-dir', extensionsDir],
    ...['--config', path.join(userDataDir, 'code-server.yaml')],
  ];
}

/**
 * The environment without what would make code-server somebody else's: in a terminal inside VS Code it would become
 * that window's command line, and PORT or CODE_SERVER_HOST would override its address.
 *
 * @returns {NodeJS.ProcessEnv}
 */
function cleanEnvironment() {
  const foreign =
    /^(VSCODE_|CODE_SERVER_|ELECTRON_|CS_DISABLE_|npm_|(PORT|PASSWORD|HASHED_PASSWORD|NODE_OPTIONS|INIT_CWD)$)/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)));
}

/**
 * @param {string} home
 * @returns {NodeJS.ProcessEnv}
 */
function homeEnvironment(home) {
  const xdg = { XDG_CONFIG_HOME: '.config', XDG_DATA_HOME: '.local/share', XDG_CACHE_HOME: '.cache' };
  const folders = Object.entries(xdg).map(([name, folder]) => [name, path.join(home, folder)]);
  return { HOME: home, ...Object.fromEntries(folders) };
}

/**
 * @param {string} url
 * @returns {Promise<boolean>}
 */
function answers(url) {
  return new Promise((resolve) => {
    get(url, { timeout: 2000 }, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    })
      .on('error', () => resolve(false))
      .on('timeout', () => resolve(false));
  });
}
