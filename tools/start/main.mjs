import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureEngine } from '../engine/setup.mjs';
import { startEngine } from '../engine/start.mjs';
import { installExtension, startHost } from '../host/server.mjs';
import { ensureHost } from '../host/setup.mjs';
import { cacheKey, cacheRoot } from '../lib/cache.mjs';
import { Fail, report } from '../lib/fail.mjs';
import { ensureModules } from '../lib/modules.mjs';
import { npmCommand } from '../lib/npm.mjs';
import { isPortTaken } from '../lib/ports.mjs';
import { createProgress } from '../lib/progress.mjs';
import { run } from '../lib/run.mjs';
import { openBrowser } from './browser.mjs';
import { findDesktop, openDesktop } from './desktop.mjs';
import { HELP, readOptions } from './options.mjs';
import { Session } from './session.mjs';
import { printSummary } from './summary.mjs';
import { copyWorkspace } from './workspace.mjs';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');
/** Without it, "Show log" would show nothing: see tools/host/fileLogs.cjs. */
const WITH_LOGS = { NODE_OPTIONS: `--require "${path.join(ROOT, 'tools', 'host', 'preload.cjs')}"` };
const VSIX = path.join(ROOT, 'out', 'aliada.vsix');

/**
 * `npm start`, until the person presses Ctrl+C or one of the programs ends.
 *
 * @param {string[]} args
 * @returns {Promise<void>}
 */
export async function start(args) {
  const session = new Session();
  let exitCode = 0;
  try {
    const options = readOptions(args);
    if (options.help) process.stdout.write(HELP);
    else await session.run(() => open(options, session));
  } catch (error) {
    exitCode = session.interrupted ? 130 : report(error);
  }
  await session.stop();
  // Some step of a set-up that was interrupted may still be on its way.
  process.exit(exitCode);
}

/**
 * @param {import('./options.mjs').StartOptions} options
 * @param {Session} session
 */
async function open(options, session) {
  const progress = createProgress();
  const desktop = options.desktop ? await findDesktop() : undefined;
  if (!desktop && (await isPortTaken(options.port))) {
    throw new Fail(
      `Port ${options.port} is taken. Is Aliada running already? Otherwise choose another with --port N.`,
    );
  }
  // What comes from node_modules is imported only when it is there.
  await ensureModules({ root: ROOT, progress });
  const { writeSettings } = await import('./settings.mjs');
  await progress.step('Building and packaging the extension', packageExtension);
  const host = desktop ? undefined : await ensureHost({ progress });
  const engine = options.endpoint ? undefined : await ensureEngine({ progress });

  // A browser keeps its share of VS Code's state by port; two that run at once have nothing in common.
  const folder = path.join(
    cacheRoot(),
    `start-${cacheKey(ROOT)}`,
    desktop ? 'desktop' : `browser-${options.port}`,
  );
  const userDataDir = path.join(folder, 'user-data');
  const extensionsDir = path.join(folder, 'extensions');
  const workspace = await copyWorkspace(path.join(ROOT, 'examples', 'workspace'), folder);
  const running =
    engine &&
    session.add(
      'The engine',
      await progress.step('Starting the engine', () => startEngine({ ...options, engine, port: 0 })),
    );
  const endpoint = options.endpoint ?? { url: running?.url ?? '', model: running?.model ?? '' };
  await writeSettings(userDataDir, endpoint, { remote: !desktop });

  const common = { vsix: VSIX, userDataDir, extensionsDir, locale: options.locale, trust: options.trust };
  let address;
  if (desktop) {
    const opened = await progress.step('Opening VS Code', () =>
      openDesktop(desktop, { ...common, workspace }),
    );
    session.add('VS Code', opened, { mayEnd: true });
  } else if (host) {
    await progress.step('Installing the extension', () => installExtension({ ...common, host }));
    const started = await progress.step('Starting VS Code', () =>
      startHost({ ...common, host, port: options.port, logDir: path.join(folder, 'logs'), env: WITH_LOGS }),
    );
    session.add('VS Code', started);
    address = `${started.url}/?folder=${encodeURI(workspace)}`;
  }
  await printSummary({ progress, root: ROOT, vsix: VSIX, host, engine, workspace, endpoint, address });
  if (address && options.browser) openBrowser(address);
}

async function packageExtension() {
  const [command, ...before] = npmCommand();
  await run(command, [...before, 'run', '-s', 'package'], {
    cwd: ROOT,
    what: 'Packaging the extension (npm run package)',
  });
}
