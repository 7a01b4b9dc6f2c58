import { Fail } from './fail.mjs';
import { capture } from './run.mjs';

/** What npm writes when the registry, or the way to it, is not there. */
const UNREACHABLE =
  /\b(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNRESET|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT)\b/;

/**
 * Runs npm quietly.
 *
 * @param {string[]} args
 * @param {{ cwd: string, what: string }} options `what`: what it is for, for the error message
 * @returns {Promise<string>} what npm wrote to standard output
 * @throws {Fail} one line when the registry is out of reach; otherwise with npm's last lines
 */
export async function npm(args, { cwd, what }) {
  const flags = ['--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'];
  // npm waits 10 s and then longer before each retry; a network that is away should be told sooner than that.
  const retries = ['--fetch-retries=2', '--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=5000'];
  const [command, ...before] = npmCommand();
  const { code, stdout, output } = await capture(command, [...before, ...args, ...flags, ...retries], {
    cwd,
    env: npmEnvironment(),
  });
  if (code === 0) return stdout;
  const reason = UNREACHABLE.exec(output)?.[1];
  if (reason) {
    throw new Fail(
      `${what}: the npm registry is out of reach (${reason}). Check the network, or the registry that ` +
        '`npm config get registry` names, and run the same command again.',
    );
  }
  throw new Fail(`${what} failed (npm exit code ${code}).`, { details: errorLines(output) });
}

/**
 * @param {string} output
 * @returns {string} what npm says first: the reason; what it says last is its manual
 */
function errorLines(output) {
  const lines = output.split('\n').filter((line) => /^npm error\s+\S/.test(line));
  return (lines.length ? lines : output.trim().split('\n')).slice(0, 12).join('\n');
}

/**
 * @returns {[string, ...string[]]} the npm that runs this script, where there is one, otherwise the one on the PATH
 */
export function npmCommand() {
  const script = process.env.npm_execpath;
  return script && /npm-cli\.c?js$/.test(script) ? [process.execPath, script] : ['npm'];
}

/**
 * An npm script hands its children what it knows about its own package; for an npm in another folder that is wrong.
 *
 * @returns {NodeJS.ProcessEnv}
 */
export function npmEnvironment() {
  const wrong = /^npm_(package_|lifecycle_|config_local_prefix$|command$)/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !wrong.test(name)));
}
