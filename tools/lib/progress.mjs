/**
 * @typedef {(detail: string) => void} Update
 *
 * @typedef {object} Progress
 * @property {<T>(label: string, work: (update: Update) => T | Promise<T>) => Promise<T>} step runs one long step and
 *   shows it with its time
 * @property {(line: string) => void} note writes a line between steps
 * @property {{ label: string, ms: number }[]} times how long each finished step took
 */

const SPINNER = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
/** Where the line cannot be rewritten (a CI log), a step that takes long says so this often. */
const PLAIN_EVERY_MS = 15_000;

/**
 * One line per long step with its elapsed time: rewritten in place on a terminal, plain lines elsewhere.
 *
 * @param {{ stream?: NodeJS.WriteStream, live?: boolean }} [options]
 * @returns {Progress}
 */
export function createProgress({ stream = process.stdout, live = stream.isTTY && !process.env.CI } = {}) {
  /** @type {Progress['times']} */
  const times = [];
  return {
    times,
    note: (line) => void stream.write(`${line}\n`),
    async step(label, work) {
      const from = performance.now();
      const elapsed = () => performance.now() - from;
      let detail = '';
      let frame = 0;
      const draw = () => {
        const text = `${label}${detail && `: ${detail}`}  ${seconds(elapsed())}`;
        if (!live) stream.write(`… ${text}\n`);
        else
          stream.write(
            `\r\x1b[K${SPINNER[frame++ % SPINNER.length]} ${text.slice(0, (stream.columns || 80) - 3)}`,
          );
      };
      const timer = setInterval(draw, live ? 100 : PLAIN_EVERY_MS);
      /** @param {string} mark */
      const end = (mark) => {
        clearInterval(timer);
        times.push({ label, ms: elapsed() });
        stream.write(`${live ? '\r\x1b[K' : ''}${mark} ${label}  ${seconds(elapsed())}\n`);
      };
      try {
        const result = await work((text) => {
          detail = text;
        });
        end('✓');
        return result;
      } catch (error) {
        end('✗');
        throw error;
      }
    },
  };
}

/** @type {Progress} for callers, such as tests, that have their own way to show time. */
export const silentProgress = {
  times: [],
  note() {},
  async step(_label, work) {
    return work(() => {});
  },
};

/**
 * @param {number} ms
 * @returns {string} such as `0.4 s` or `12 s`
 */
export function seconds(ms) {
  return `${(ms / 1000).toFixed(ms < 9950 ? 1 : 0)} s`;
}
