import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { startDaemon } from '../lib/daemon.mjs';

/** @type {Set<import('../lib/daemon.mjs').Daemon>} */
const running = new Set();

/**
 * Starts a program that ends with this one (see lib/leash.mjs) and keeps all that it writes.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd: string, log: string, env?: NodeJS.ProcessEnv }} options `log`: the file for its output
 * @returns {{ exited: Promise<number>, output: () => string, stop: () => Promise<void> }}
 */
export function startChild(command, args, { cwd, log, env }) {
  rmSync(log, { force: true });
  const child = startDaemon(command, args, { cwd, log, env: { ...process.env, FORCE_COLOR: '0', ...env } });
  running.add(child);
  const exited = child.exited.finally(() => running.delete(child));
  return { exited, output: () => readText(log) || child.lastLines(), stop: child.stop };
}

/** Ends every program that is still running. */
export async function stopChildren() {
  await Promise.all([...running].map((child) => child.stop()));
}

/**
 * @param {string} file
 * @returns {string}
 */
export function readText(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return `(${path.basename(file)} was not written)`;
  }
}
