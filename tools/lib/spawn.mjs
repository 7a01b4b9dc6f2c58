import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { errorCode } from './fail.mjs';

const LEASH = fileURLToPath(new URL('leash.mjs', import.meta.url));
const posix = process.platform !== 'win32';

/**
 * Starts a program in a process group of its own, which goes when this process goes, however that ends. A key such as
 * Ctrl+C does not reach it: whoever starts it decides.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string | undefined, env?: NodeJS.ProcessEnv | undefined }} options
 * @returns {import('node:child_process').ChildProcessWithoutNullStreams} with exit code 127 if it cannot be started
 */
export function spawnLeashed(command, args, { cwd, env }) {
  const child = spawn(process.execPath, [LEASH, command, ...args], {
    cwd,
    env,
    detached: posix,
    windowsHide: true,
  });
  // A program that dies at once closes its input; that is not our error to report.
  child.stdin.on('error', () => {});
  child.stdout.setEncoding('utf8');
  child.stderr.setEncoding('utf8');
  return child;
}

/**
 * @param {number | undefined} pid leader of a process group
 * @param {{ graceMs?: number }} [options] how long to wait before it is killed
 * @returns {Promise<void>} when no process of the group is left
 */
export async function stopGroup(pid, { graceMs = 5000 } = {}) {
  if (!pid) return;
  if (!posix) {
    const killer = spawn('taskkill', ['/pid', String(pid), '/t', '/f']);
    await new Promise((resolve) => killer.on('close', resolve).on('error', resolve));
    return;
  }
  const killAt = performance.now() + graceMs;
  let signal = /** @type {NodeJS.Signals | 0} */ ('SIGTERM');
  while (signalGroup(pid, signal)) {
    signal = performance.now() > killAt ? 'SIGKILL' : 0;
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}

/**
 * @param {number} pid
 * @param {NodeJS.Signals | 0} signal
 * @returns {boolean} whether the group still has a process
 */
function signalGroup(pid, signal) {
  try {
    process.kill(-pid, signal);
    return true;
  } catch (error) {
    if (errorCode(error) === 'ESRCH') return false;
    throw error;
  }
}
