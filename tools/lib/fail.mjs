/**
 * A failure that a person can expect and mend: no network, port taken, tool missing.
 * It is shown as one clear line, without a stack.
 */
export class Fail extends Error {
  /**
   * @param {string} message what happened and what to do about it
   * @param {{ details?: string, exitCode?: number, cause?: unknown }} [options] `details`: the last lines of a
   *   program's output, shown under the message
   */
  constructor(message, { details = '', exitCode = 1, cause } = {}) {
    super(message, { cause });
    this.name = 'Fail';
    this.details = details;
    this.exitCode = exitCode;
  }
}

/**
 * Writes an error for a person: the line of a Fail, the stack of anything unexpected.
 *
 * @param {unknown} error
 * @returns {number} the exit code to leave with
 */
export function report(error) {
  if (error instanceof Fail) {
    if (error.details) process.stderr.write(`${error.details.trimEnd()}\n`);
    process.stderr.write(`\n✗ ${error.message}\n`);
    return error.exitCode;
  }
  process.stderr.write(`\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  return 1;
}

/**
 * Runs a tool's main function and turns what it throws into a message and an exit code.
 *
 * @param {() => Promise<number | void>} main
 * @returns {Promise<void>}
 */
export async function runMain(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    process.exitCode = report(error);
  }
}

/**
 * @param {unknown} error
 * @returns {string | undefined} the `code` of a Node system error, such as `ENOENT`
 */
export function errorCode(error) {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : undefined;
}
