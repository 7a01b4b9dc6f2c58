import { fileURLToPath } from 'node:url';
import { startDaemon } from '../lib/daemon.mjs';
import { Fail } from '../lib/fail.mjs';
import { isPortTaken } from '../lib/ports.mjs';

/**
 * @typedef {import('./http.mjs').EngineEvent} EngineEvent
 *
 * @typedef {object} RunningEngine
 * @property {string} url
 * @property {string} model the name it goes by
 * @property {Promise<number>} exited resolves if the engine ends
 * @property {(listener: (event: EngineEvent) => void) => () => void} onEvent needs `events`; returns how to stop
 * @property {() => Promise<void>} stop
 */

const SERVER = fileURLToPath(new URL('server.mjs', import.meta.url));
const START_DEADLINE_MS = 60_000;

/**
 * Starts the embedded engine in a process of its own and waits until it answers. It listens on this machine only.
 *
 * @param {object} options
 * @param {import('./setup.mjs').Engine} options.engine
 * @param {number} [options.port] a free one otherwise
 * @param {number} [options.delayMs] wait before each token, so that streaming can be seen
 * @param {boolean} [options.events] reports the start and end of each request
 * @param {number} [options.contextSize] in tokens, for each of its two slots
 * @returns {Promise<RunningEngine>}
 * @throws {Fail} when the port is taken, or the engine ends or stays silent
 */
export async function startEngine({ engine, port = 0, delayMs = 0, events = false, contextSize }) {
  if (port && (await isPortTaken(port))) throw new Fail(`Port ${port} is taken.`);
  /** @type {Set<(event: EngineEvent) => void>} */
  const listeners = new Set();
  /** @type {(ready: { url: string, model: string }) => void} */
  let announce = () => {};
  /** @type {Promise<{ url: string, model: string }>} */
  const ready = new Promise((resolve) => (announce = resolve));

  const flags = [
    '--root',
    engine.root,
    '--model',
    engine.model,
    '--port',
    `${port}`,
    '--delay-ms',
    `${delayMs}`,
  ];
  if (events) flags.push('--events');
  if (contextSize) flags.push('--context', `${contextSize}`);
  const daemon = startDaemon(process.execPath, [SERVER, ...flags], {
    onLine(line) {
      if (!line.startsWith('{')) return; // llama.cpp may write a word of its own
      const data = JSON.parse(line);
      if ('url' in data) announce(data);
      else listeners.forEach((listener) => listener(data));
    },
  });

  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  const late = new Promise((resolve) => (timer = setTimeout(resolve, START_DEADLINE_MS, 'late')));
  const first = await Promise.race([ready, daemon.exited, late]);
  clearTimeout(timer);
  if (typeof first !== 'object' || !first) {
    await daemon.stop();
    const what = first === 'late' ? `did not answer within ${START_DEADLINE_MS / 1000} s` : 'ended at once';
    throw new Fail(`The engine ${what}.`, { details: daemon.lastLines() });
  }
  const { url, model } = /** @type {{ url: string, model: string }} */ (first);
  return {
    ...{ url, model, exited: daemon.exited, stop: daemon.stop },
    onEvent(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
