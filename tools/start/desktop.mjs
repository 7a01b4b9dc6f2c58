import path from 'node:path';
import { findOnPath } from '../chromium.mjs';
import { startDaemon } from '../lib/daemon.mjs';
import { Fail } from '../lib/fail.mjs';
import { run } from '../lib/run.mjs';

/** @typedef {{ vsix: string, userDataDir: string, extensionsDir: string }} Desktop */

/**
 * Finds the command of the VS Code on this machine.
 *
 * @returns {Promise<string>}
 * @throws {Fail} that says how to get it
 */
export async function findDesktop() {
  for (const name of ['code', 'code-insiders', 'codium']) {
    const found = await findOnPath(name);
    if (found) return found;
  }
  throw new Fail(
    '--desktop needs the command `code` on the PATH. Install VS Code, and on macOS run its command ' +
      '“Shell Command: Install ‘code’ command in PATH” once.',
  );
}

/**
 * Opens a window of the desktop VS Code with the packaged extension, in folders of its own: the person's settings and
 * extensions are neither used nor changed.
 *
 * @param {string} command
 * @param {Desktop & { workspace: string, locale: string | undefined, trust: boolean }} options
 * @returns {Promise<import('../lib/daemon.mjs').Daemon>} lives as long as the window
 */
export async function openDesktop(command, { vsix, userDataDir, extensionsDir, workspace, locale, trust }) {
  const folders = ['--user-data-dir', userDataDir, '--extensions-dir', extensionsDir];
  await run(command, ['--install-extension', vsix, '--force', ...folders], {
    what: `Installing ${path.basename(vsix)} into VS Code`,
  });
  const flags = ['--new-window', '--wait', '--disable-telemetry', ...folders];
  if (locale) flags.push('--locale', locale);
  if (!trust) flags.push('--disable-workspace-trust');
  return startDaemon(command, [...flags, workspace]);
}
