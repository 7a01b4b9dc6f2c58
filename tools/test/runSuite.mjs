/**
 * Runs mocha over test files and writes what happens, line by line, to a file of JSON. The runner in `events.mjs`
 * reads it while it grows, so that a test that hangs or takes its process down is known by name.
 *
 * As a program: `node runSuite.mjs '{"files": [...], "events": "..."}'`. In the extension host it is imported.
 */
import { appendFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import Mocha from 'mocha';

/**
 * @typedef {object} SuiteOptions
 * @property {string[]} files
 * @property {string} events the file to write to
 * @property {string} [claims] a folder that several processes share which run these files side by side: each file is run
 *   by the one that takes it first
 * @property {string} [grep] a regular expression over the full titles
 * @property {number} [timeoutMs] for one test
 *
 * @typedef {{ event: 'end' } | { event: 'test', title: string }
 *   | { event: 'passed' | 'skipped', title: string, ms: number }
 *   | { event: 'failed', title: string, message: string }} SuiteEvent
 */

/**
 * @param {SuiteOptions} options
 * @returns {Promise<number>} how many tests failed
 */
export async function runSuite({ files, events, claims, ...options }) {
  /** @param {SuiteEvent} event */
  const write = (event) => appendFileSync(events, `${JSON.stringify(event)}\n`);
  let failed = 0;
  if (claims === undefined) failed = await runFiles(files, write, options);
  else for (const file of files) if (take(file, claims)) failed += await runFiles([file], write, options);
  write({ event: 'end' });
  return failed;
}

/**
 * @param {string} file
 * @param {string} claims
 * @returns {boolean} false where another process has it
 */
function take(file, claims) {
  try {
    mkdirSync(path.join(claims, path.basename(file)));
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false;
    throw error;
  }
}

/**
 * @param {string[]} files
 * @param {(event: SuiteEvent) => void} write
 * @param {{ grep?: string, timeoutMs?: number }} options
 * @returns {Promise<number>}
 */
function runFiles(files, write, { grep, timeoutMs = 20_000 }) {
  const mocha = new Mocha({ ui: 'bdd', timeout: timeoutMs, forbidOnly: true, reporter: reporterTo(write) });
  if (grep) mocha.grep(new RegExp(grep, 'i'));
  for (const file of files) mocha.addFile(file);
  return new Promise((resolve) => {
    try {
      mocha.run(resolve);
    } catch (error) {
      // A test file that cannot be loaded, for instance.
      write({ event: 'failed', title: 'loading the tests', message: describe(error) });
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
    }
  };
}

/** Stops what test files kept running for those behind them (test/support/kept.ts). */
async function stopKept() {
  const { aliadaKept } = /** @type {{ aliadaKept?: Map<string, Promise<{ stop: () => Promise<void> }>> }} */ (
    /** @type {unknown} */ (globalThis)
  );
  for (const thing of [...(aliadaKept?.values() ?? [])].reverse()) await (await thing).stop();
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
  await stopKept();
  // Whatever a test left open must not keep a finished run alive.
  process.exit(failed ? 1 : 0);
}
