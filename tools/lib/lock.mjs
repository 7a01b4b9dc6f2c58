import { readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { errorCode, Fail } from './fail.mjs';

const POLL_MS = 200;
/** The holder touches its lock this often, because a process id alone proves little: in containers they repeat. */
const HEARTBEAT_MS = 2000;
const STALE_MS = 20_000;
/** Longer than any set-up takes. */
const GIVE_UP_MS = 20 * 60_000;

/**
 * Runs `work` while no other process holds the same lock file. A lock whose process is gone is taken over.
 *
 * @template T
 * @param {string} file
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 * @throws {Fail} when another process holds it for too long
 */
export async function withLock(file, work) {
  const deadline = Date.now() + GIVE_UP_MS;
  while (!(await take(file))) {
    if (Date.now() > deadline) throw new Fail(`Another process is still at work; if none is, remove ${file}`);
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  const heartbeat = setInterval(() => {
    const now = new Date();
    utimes(file, now, now).catch(() => clearInterval(heartbeat));
  }, HEARTBEAT_MS);
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
    await rm(file, { force: true });
  }
}

/**
 * @param {string} file
 * @returns {Promise<boolean>} whether the lock is ours now
 */
async function take(file) {
  try {
    await writeFile(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
  }
  if (await isAbandoned(file)) await rm(file, { force: true });
  return false;
}

/**
 * @param {string} file
 * @returns {Promise<boolean>}
 */
async function isAbandoned(file) {
  try {
    const age = Date.now() - (await stat(file)).mtimeMs;
    const holder = Number(await readFile(file, 'utf8'));
    return age > STALE_MS || (holder > 0 && !isAlive(holder));
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return false; // released just now
    throw error;
  }
}

/**
 * @param {number} pid
 * @returns {boolean}
 */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}
