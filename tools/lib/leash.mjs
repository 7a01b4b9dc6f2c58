/**
 * `node leash.mjs COMMAND ARGS…` runs a program so that it cannot outlive the tool that started it (see spawn.mjs).
 *
 * The tool holds this process's standard input open. When the tool ends, in whatever way (even `kill -9`, where it
 * has no chance to clean up), the pipe closes, and the whole process group goes.
 */
import { spawn } from 'node:child_process';

const GRACE_MS = 4000;
const [command = '', ...args] = process.argv.slice(2);
const posix = process.platform !== 'win32';
// On Windows npm and code are .cmd files, which only a shell can start.
const shell = !posix && !command.endsWith('.exe');

const child = spawn(command, shell ? args.map((arg) => `"${arg}"`) : args, {
  stdio: ['ignore', 'inherit', 'inherit'],
  shell,
});
child.on('error', (error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(127);
});
child.on('exit', (code) => process.exit(code ?? 1));

let ending = false;
function end() {
  if (ending) return;
  ending = true;
  if (posix) process.kill(-process.pid, 'SIGTERM');
  else spawn('taskkill', ['/pid', `${child.pid}`, '/t', '/f']);
  setTimeout(() => posix && process.kill(-process.pid, 'SIGKILL'), GRACE_MS);
}
// Signals go to the whole group, so the child has them too: wait until it has left.
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => {});
process.stdin.on('end', end).on('close', end).on('error', end).resume();
