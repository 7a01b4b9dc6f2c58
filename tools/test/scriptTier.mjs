import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { npmCommand } from '../lib/npm.mjs';
import { startChild } from './children.mjs';

/**
 * @typedef {object} Script
 * @property {string} title
 * @property {[string, ...string[]]} command
 */

/**
 * Runs programs; each counts as one test.
 *
 * @param {{ root: string, out: string }} context
 * @param {Script[]} scripts
 * @param {number} [atOnce] how many run side by side
 * @returns {Promise<import('./events.mjs').TierResult>}
 */
export async function runScripts({ root, out }, scripts, atOnce = 1) {
  /** @type {import('./events.mjs').TierResult} */
  const result = { passed: 0, failed: 0, output: '', tests: [] };
  const waiting = [...scripts];

  const work = async () => {
    for (let script; (script = waiting.shift());) {
      const { title, command } = script;
      const from = performance.now();
      const log = path.join(out, `${title.replace(/\W+/g, '-')}.log`);
      const child = startChild(command[0], command.slice(1), { cwd: root, log });
      const code = await child.exited;
      if (code === 0) {
        result.passed++;
        result.tests.push({ title, ms: performance.now() - from });
      } else {
        result.failed++;
        result.output += `✗ ${title} (exit code ${code})\n${child.output().trimEnd()}\n\n`;
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return result;
}

/**
 * @param {string} name of a script in package.json
 * @returns {Script}
 */
export function npmScript(name) {
  return { title: `npm run ${name}`, command: [...npmCommand(), 'run', '-s', name] };
}

/**
 * The parts of `npm run check`, so that they can run side by side.
 *
 * @param {string} root
 * @returns {Promise<Script[]>}
 */
export async function checkScripts(root) {
  const { scripts } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'));
  return Object.keys(scripts)
    .filter((name) => name.startsWith('check:'))
    .map(npmScript);
}
