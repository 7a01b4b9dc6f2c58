import { spawn } from 'node:child_process';

/**
 * Opens an address in the person's browser, where there is one. The address is printed as well, so failing is no error.
 *
 * @param {string} url
 */
export function openBrowser(url) {
  const opener = openerCommand(url);
  if (!opener) return;
  const [command, ...args] = opener;
  spawn(command, args, { stdio: 'ignore', detached: true })
    .on('error', () => {}) // there is no such program
    .unref();
}

/**
 * @param {string} url
 * @returns {[string, ...string[]] | undefined}
 */
function openerCommand(url) {
  if (process.platform === 'darwin') return ['open', url];
  if (process.platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler', url];
  const hasDisplay = process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  return hasDisplay ? ['xdg-open', url] : undefined;
}
