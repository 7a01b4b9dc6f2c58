import { Fail } from './fail.mjs';
import { spawnLeashed } from './spawn.mjs';

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env]
 * @property {string} [what] what the program was doing, for the error message: "Packaging the extension"
 */

/**
 * Runs a program to its end with its output captured.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<string>} what it wrote to standard output
 * @throws {Fail} when it cannot be started or ends with an error; the last lines of its output are the details
 */
export async function run(command, args, { cwd, env, what = command } = {}) {
  const { code, stdout, output } = await capture(command, args, { cwd, env });
  if (code !== 0) throw new Fail(`${what} failed (exit code ${code}).`, { details: lastLines(output) });
  return stdout;
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {Omit<RunOptions, 'what'>} [options]
 * @returns {Promise<{ code: number, stdout: string, output: string }>} `output`: both streams as they came; `code`
 *   127: the program cannot be started
 */
export function capture(command, args, { cwd, env } = {}) {
  return new Promise((resolve) => {
    const child = spawnLeashed(command, args, { cwd, env });
    let stdout = '';
    let output = '';
    child.stdout.on('data', (text) => {
      stdout += text;
      output += text;
    });
    child.stderr.on('data', (text) => (output += text));
    child.on('error', (error) => resolve({ code: 127, stdout, output: output + error.message }));
    child.on('close', (code) => resolve({ code: code ?? 1, stdout, output }));
  });
}

/**
 * @param {string} output
 * @param {number} [count]
 * @returns {string}
 */
export function lastLines(output, count = 15) {
  return output.trimEnd().split('\n').slice(-count).join('\n');
}
