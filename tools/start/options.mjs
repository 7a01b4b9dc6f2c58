import { parseArgs } from 'node:util';
import { Fail } from '../lib/fail.mjs';

/** Always the same one, because a browser keeps what it remembers of VS Code by address and port. */
export const DEFAULT_PORT = 8790;

export const HELP = `\
Builds Aliada and opens it in a VS Code of its own, with an engine and an example workspace.

  npm start                                       with the built-in engine and its demo model
  npm start -- --endpoint URL --model NAME        with your own endpoint
  npm start -- --desktop                          in the VS Code on this machine (macOS and Windows)

  --port N            port of VS Code in the browser (${DEFAULT_PORT})
  --locale LOCALE     display language: ca, gl, eu, es, en, …
  --delay-ms N        the built-in engine waits this long before each token (30), so that streaming is seen
  --workspace-trust   let VS Code ask whether the workspace is trusted; otherwise all are
  --no-browser        only print the address
  --help
`;

/**
 * @typedef {object} StartOptions
 * @property {{ url: string, model: string } | undefined} endpoint
 * @property {number} port
 * @property {string | undefined} locale
 * @property {number} delayMs
 * @property {boolean} desktop
 * @property {boolean} browser
 * @property {boolean} trust whether VS Code asks
 * @property {boolean} help
 */

/**
 * @param {string[]} args
 * @returns {StartOptions}
 * @throws {Fail} that names the argument
 */
export function readOptions(args) {
  const { values } = parse(args);
  const { endpoint, model } = values;
  if ((endpoint === undefined) !== (model === undefined)) {
    throw new Fail('--endpoint URL and --model NAME go together.');
  }
  if (endpoint !== undefined && !/^https?:\/\/[^/]/.test(endpoint)) {
    throw new Fail(`--endpoint ${endpoint} is no address that begins with http:// or https://`);
  }
  if (values.locale !== undefined && !/^[a-z]{2,3}(-[a-z0-9]+)*$/i.test(values.locale)) {
    throw new Fail(`--locale ${values.locale} is no language tag such as ca or pt-br.`);
  }
  return {
    endpoint: endpoint !== undefined && model !== undefined ? { url: endpoint, model } : undefined,
    port: readNumber('--port', values.port, 1, 65_535),
    delayMs: readNumber('--delay-ms', values['delay-ms'], 0, 60_000),
    locale: values.locale,
    desktop: values.desktop,
    browser: !values['no-browser'] && !process.env.CI,
    trust: values['workspace-trust'],
    help: values.help,
  };
}

/** @param {string[]} args */
function parse(args) {
  try {
    return parseArgs({
      args,
      options: {
        endpoint: { type: 'string' },
        model: { type: 'string' },
        port: { type: 'string', default: String(DEFAULT_PORT) },
        locale: { type: 'string' },
        'delay-ms': { type: 'string', default: '30' },
        'workspace-trust': { type: 'boolean', default: false },
        desktop: { type: 'boolean', default: false },
        'no-browser': { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    // parseArgs says which argument it is and what is wrong with it, and then more that is of no use here.
    const reason = error instanceof Error ? error.message.split('. ')[0] : String(error);
    throw new Fail(`${reason}. See npm start -- --help`, { cause: error });
  }
}

/**
 * @param {string} name
 * @param {string} text
 * @param {number} least
 * @param {number} most
 * @returns {number}
 */
function readNumber(name, text, least, most) {
  const number = Number(text);
  if (/^\d+$/.test(text) && number >= least && number <= most) return number;
  throw new Fail(`${name} ${text} is no whole number from ${least} to ${most}.`);
}
