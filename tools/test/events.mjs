import { existsSync, mkdirSync, openSync, readSync, closeSync, rmSync, watch } from 'node:fs';
import path from 'node:path';

/**
 * @typedef {import('./runSuite.mjs').SuiteEvent} SuiteEvent
 *
 * @typedef {object} TierResult
 * @property {number} passed
 * @property {number} failed
 * @property {string} output what a person needs to see when something failed
 * @property {{ title: string, ms: number }[]} tests each test that passed, with its time
 */

/**
 * Makes sure that nobody reads the events of an earlier run. To be called before the process is started.
 *
 * @param {string} folder
 * @param {string} name of the tier
 * @returns {string} the file to write events to
 */
export function freshEvents(folder, name) {
  const file = path.join(folder, `${name}.events`);
  mkdirSync(folder, { recursive: true });
  rmSync(file, { force: true });
  return file;
}

/**
 * @typedef {object} Outcome
 * @property {Promise<unknown>} exited resolves when the process that runs the tests is gone
 * @property {number} silenceMs the longest time that may pass between two events
 * @property {(event: SuiteEvent) => void} [onEvent]
 */

/**
 * Follows the events of a running suite until its end.
 *
 * @param {string} file which runSuite writes
 * @param {Outcome} outcome
 * @returns {Promise<TierResult & { stuck: boolean }>} `stuck`: it did not reach its end; the test that was running
 *   counts as failed
 */
export async function followEvents(file, { exited, silenceMs, onEvent = () => {} }) {
  const reader = new LineReader(file);
  /** @type {{ title: string, ms: number }[]} */
  const tests = [];
  /** @type {string[]} */
  const failures = [];
  let running = 'the start of the run';
  let ended = false;

  const take = () => {
    for (const line of reader.lines()) {
      /** @type {SuiteEvent} */
      const event = JSON.parse(line);
      onEvent(event);
      if (event.event === 'test') running = event.title;
      else if (event.event === 'passed') tests.push({ title: event.title, ms: event.ms });
      else if (event.event === 'failed') failures.push(`✗ ${event.title}\n${indent(event.message)}`);
      else if (event.event === 'skipped')
        failures.push(`✗ ${event.title}\n${indent('Skipped: nothing may be.')}`);
      else if (event.event === 'end') ended = true;
    }
    return ended;
  };

  const why = await untilEnd(file, take, exited, silenceMs);
  if (why) failures.push(`✗ ${running}\n${indent(why)}`);
  return {
    passed: tests.length,
    failed: failures.length,
    output: failures.join('\n\n'),
    tests,
    stuck: Boolean(why),
  };
}

/**
 * @param {string} file
 * @param {() => boolean} take reads what is new; true at the end of the run
 * @param {Promise<unknown>} exited
 * @param {number} silenceMs
 * @returns {Promise<string>} why the run did not reach its end; empty if it did
 */
function untilEnd(file, take, exited, silenceMs) {
  return new Promise((resolve) => {
    /** @type {NodeJS.Timeout} */
    let silence;
    const watcher = watch(path.dirname(file), (_kind, name) => {
      if (name === path.basename(file)) look();
    });
    const finish = (/** @type {string} */ why) => {
      watcher.close();
      clearTimeout(silence);
      resolve(why);
    };
    function look() {
      clearTimeout(silence);
      silence = setTimeout(() => finish(`Nothing happened for ${silenceMs / 1000} s: it hangs.`), silenceMs);
      if (take()) finish('');
    }
    void exited.then(() => finish(take() ? '' : 'Its process ended before the run did.'));
    look();
  });
}

/** Gives the whole lines that were added to a file since the last look. */
class LineReader {
  #file;
  #position = 0;
  #rest = '';

  /** @param {string} file */
  constructor(file) {
    this.#file = file;
  }

  /** @returns {string[]} */
  lines() {
    if (!existsSync(this.#file)) return [];
    const handle = openSync(this.#file, 'r');
    const buffer = Buffer.alloc(64 * 1024);
    /** @type {Buffer[]} */
    const read = [];
    for (let count; (count = readSync(handle, buffer, 0, buffer.length, this.#position)) > 0;) {
      read.push(Buffer.from(buffer.subarray(0, count)));
      this.#position += count;
    }
    closeSync(handle);
    const lines = (this.#rest + Buffer.concat(read).toString('utf8')).split('\n');
    this.#rest = lines.pop() ?? '';
    return lines;
  }
}

/** @param {string} text */
function indent(text) {
  return text.replace(/^/gm, '    ');
}
