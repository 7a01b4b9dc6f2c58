import { Fail } from '../lib/fail.mjs';

/** @typedef {{ exited: Promise<number>, stop: () => Promise<void> }} Program */

/** What is running: ends when the person says so or when one of the programs ends, and then ends them all. */
export class Session {
  /** @type {Program[]} */
  #programs = [];
  /** @type {() => void} */
  #end = () => {};
  /** @type {(error: Error) => void} */
  #fail = () => {};
  interrupted = false;

  /**
   * @param {() => Promise<void>} open starts the programs
   * @returns {Promise<void>} when it is over
   */
  async run(open) {
    /** @type {Promise<void>} */
    const over = new Promise((resolve, reject) => {
      this.#end = resolve;
      this.#fail = reject;
    });
    let ready = false;
    const interrupt = () => {
      this.interrupted = true;
      process.stdout.write('\nStopping…\n');
      if (ready) this.#end();
      else this.#fail(new Fail('Interrupted.'));
    };
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
      process.once(signal, interrupt);
    await Promise.race([over, open()]);
    ready = true;
    await over;
  }

  /**
   * @template {Program} T
   * @param {string} name
   * @param {T} program
   * @param {{ mayEnd?: boolean }} [options] whether its end is the person's wish, such as closing the window
   * @returns {T}
   */
  add(name, program, { mayEnd = false } = {}) {
    this.#programs.push(program);
    program.exited.then((code) => {
      if (mayEnd && code === 0) this.#end();
      else if (!this.interrupted) this.#fail(new Fail(`${name} ended (exit code ${code}).`));
    });
    return program;
  }

  /** Ends all programs, the last one first. */
  async stop() {
    for (const program of this.#programs.splice(0).reverse()) await program.stop();
  }
}
