/**
 * Runs mocha over test files and writes what happens, line by line, to a file of JSON. The runner in `events.mjs`
 * reads it while it grows, so that a test that hangs or takes its process down is known by name.
 *
 * As a program: `node runSuite.mjs '{"files": [...], "events": "..."}'`. In the extension host it is imported.
 */
import { appendFileSync } from 'node:fs';
import Mocha from 'mocha';

/**
 * @typedef {object} SuiteOptions
 * @property {string[]} files
 * @property {string} events the file to write to
 * @property {string} [grep] a regular expression over the full titles
 * @property {number} [timeoutMs] for one test
 *
 * @typedef {{ event: 'begin', total: number } | { event: 'end' } | { event: 'test', title: string }
 *   | { event: 'passed' | 'skipped', title: string, ms: number }
 *   | { event: 'failed', title: string, message: string }} SuiteEvent
 */

/**
 * @param {SuiteOptions} options
 * @returns {Promise<number>} how many tests failed
 */
export function runSuite({ files, events, grep, timeoutMs = 20_000 }) {
  /** @param {SuiteEvent} event */
  const write = (event) => appendFileSync(events, `${JSON.stringify(event)}\n`);
  const mocha = new Mocha({ ui: 'bdd', timeout: timeoutMs, forbidOnly: true, reporter: reporterTo(write) });
  if (grep) mocha.grep(new RegExp(grep, 'i'));
  for (const file of files) mocha.addFile(file);
  return new Promise((resolve) => {
    try {
      mocha.run(resolve);
    } catch (error) {
      // A test file that cannot be loaded, for instance.
      write({ event: 'failed', title: 'loading the tests', message: describe(error) });
      write({ event: 'end' });
      resolve(1);
    }
  });
}

/**
 * @param {(event: SuiteEvent) => void} write
 * @returns {any} a class; the types of mocha ask for more than mocha does
 */
function reporterTo(write) {
  return class {
    /** @param {Mocha.Runner} runner */
    constructor(runner) {
      const skipped = new Set();
      runner.once('start', () => write({ event: 'begin', total: runner.total }));
      runner.on('test', (test) => write({ event: 'test', title: test.fullTitle() }));
      runner.on('pass', (test) =>
        write({ event: 'passed', title: test.fullTitle(), ms: test.duration ?? 0 }),
      );
      runner.on('fail', (test, error) =>
        write({ event: 'failed', title: test.fullTitle(), message: describe(error) }),
      );
      runner.on('pending', (test) => {
        if (skipped.has(test)) return; // mocha says it twice for `this.skip()`
        skipped.add(test);
        write({ event: 'skipped', title: test.fullTitle(), ms: 0 });
      });
      runner.once('end', () => write({ event: 'end' }));
    }
  };
}

/**
 * @param {unknown} error
 * @returns {string} the message, what differed, and where
 */
function describe(error) {
  if (!(error instanceof Error)) return String(error);
  const { actual, expected } = /** @type {{ actual?: unknown, expected?: unknown }} */ (error);
  const both = typeof actual === 'string' && typeof expected === 'string';
  const cause = error.cause ? `\ncaused by: ${describe(error.cause)}` : '';
  const differing = both
    ? `\nactual:   ${JSON.stringify(actual)}\nexpected: ${JSON.stringify(expected)}`
    : '';
  return `${error.stack ?? error.message}${differing}${cause}`;
}

if (process.argv[1] === import.meta.filename) {
  const failed = await runSuite(JSON.parse(process.argv[2] ?? '{}'));
  // Whatever a test left open must not keep a finished run alive.
  process.exit(failed ? 1 : 0);
}
