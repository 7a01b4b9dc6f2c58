import { createWriteStream } from 'node:fs';
import { spawnLeashed, stopGroup } from './spawn.mjs';

/**
 * @typedef {object} Daemon
 * @property {Promise<number>} exited resolves with the exit code when the program has ended
 * @property {() => boolean} running
 * @property {() => string} lastLines the end of what it wrote, for an error message
 * @property {() => Promise<void>} stop ends the whole process group and resolves when it is gone
 */

/**
 * Starts a program that goes on until it is stopped.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, log?: string, onLine?: (line: string) => void }} [options] `log`:
 *   a file for all it writes; `onLine`: called with each line of its standard output
 * @returns {Daemon}
 */
export function startDaemon(command, args, { cwd, env, log, onLine } = {}) {
  const child = spawnLeashed(command, args, { cwd, env });
  const file = log ? createWriteStream(log, { flags: 'a' }) : undefined;
  let tail = '';
  let open = '';
  child.stdout.on('data', (text) => {
    keep(text);
    if (!onLine) return;
    const lines = (open + text).split('\n');
    open = lines.pop() ?? '';
    lines.forEach((line) => onLine(line));
  });
  child.stderr.on('data', keep);

  let running = true;
  /** @type {Promise<number>} */
  const exited = new Promise((resolve) => {
    const done = (/** @type {number | null} */ code) => {
      running = false;
      file?.end();
      resolve(code ?? 1);
    };
    child.on('error', (error) => {
      keep(error.message);
      done(127);
    });
    // 'close' comes after the last output, but not while a grandchild keeps the pipe open.
    child.on('close', done);
    child.on('exit', (code) => setTimeout(done, 200, code));
  });

  /** @param {string} text */
  function keep(text) {
    if (running) file?.write(text);
    tail = (tail + text).slice(-8000);
  }

  return {
    exited,
    running: () => running,
    lastLines: () => tail.trim().split('\n').slice(-12).join('\n'),
    stop: () => stopGroup(child.pid),
  };
}
