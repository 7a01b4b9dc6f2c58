import { fork } from 'node:child_process';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { percentile } from './percentile.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const call = {
  messages: [{ role: 'user', content: 'Hola' }],
  temperature: 0,
  maxTokens: 200_000,
  stop: [],
};
const never = new AbortController().signal;

/** @typedef {{ open(url: string): any }} UnderTest */

/**
 * What our stream costs beside a bare reader (`fetch`, split the events, `JSON.parse`), how soon an abort closes the
 * connection, and whether memory stays flat. The server is a process of its own.
 */
export async function bench() {
  const under = await bundled();
  const server = await startServer();
  const base = `http://127.0.0.1:${server.port}`;
  try {
    await latency(under, base);
    await cpu(under, base);
    await aborts(under, base, server);
    await memory(under, base);
  } finally {
    server.stop();
  }
}

/** @returns {Promise<UnderTest>} */
async function bundled() {
  const outfile = path.join(root, 'out', 'bench', 'endpoint.mjs');
  await mkdir(path.dirname(outfile), { recursive: true });
  await build({
    ...{ entryPoints: [path.join(root, 'test', 'support', 'benchEndpoint.ts')], outfile, bundle: true },
    ...{ platform: 'node', format: 'esm', target: 'es2023', minify: true, logLevel: 'warning' },
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
  });
  return import(pathToFileURL(outfile).href);
}

async function startServer() {
  const child = fork(fileURLToPath(new URL('endpointServer.mjs', import.meta.url)));
  /** @type {(closed: { nowMs: number }) => void} */
  let onClosed = () => {};
  /** @type {number} */
  const port = await new Promise((resolve) => {
    child.on('message', (/** @type {any} */ message) => {
      if (message.port) resolve(message.port);
      else onClosed(message);
    });
  });
  return {
    port,
    /** @returns {Promise<{ nowMs: number }>} the next connection that is closed early */
    closed: () => new Promise((resolve) => (onClosed = resolve)),
    stop: () => child.disconnect(),
  };
}

/** @param {UnderTest} under @param {string} url */
async function* ours(under, url) {
  for await (const event of under.open(url).chat(call, never)) if (event.type === 'text') yield event.text;
}

/** @param {string} url */
async function* bare(url) {
  const body = JSON.stringify({ model: 'bench', messages: call.messages, stream: true });
  const response = await fetch(`${url}/v1/chat/completions`, { method: 'POST', body });
  const decoder = new TextDecoder();
  let rest = '';
  for await (const piece of /** @type {any} */ (response.body)) {
    const events = (rest + decoder.decode(piece, { stream: true })).split('\n\n');
    rest = events.pop() ?? '';
    for (const event of events) {
      const data = event.slice('data: '.length);
      if (data === '[DONE]') return;
      const text = JSON.parse(data).choices[0]?.delta?.content;
      if (text) yield text;
    }
  }
}

/**
 * How long a chunk takes through our layers at 200 tokens a second: from the socket's bytes in this process to the
 * reader, which is more than the overhead over a bare reader. The way through the system is shown beside it, since
 * on a busy machine it is most of what a person waits.
 *
 * @param {UnderTest} under @param {string} base
 */
async function latency(under, base) {
  const url = `${base}/2000/200`;
  const inside = [];
  const ours_ = [];
  let text = '';
  const watch = watchSockets();
  for await (text of ours(under, url)) {
    inside.push(performance.now() - watch.lastBytesAt);
    ours_.push(...ages(text));
  }
  watch.stop();
  const plain = [];
  for await (text of bare(url)) plain.push(...ages(text));
  const [own, others] = [inside.slice(50), plain.slice(50)];
  say(
    '200 tokens/s, from the socket to the reader',
    `p50 ${ms(percentile(own, 50))}, p99 ${ms(percentile(own, 99))} of ${own.length} (target p99 < 1 ms over a bare reader)`,
  );
  say(
    '200 tokens/s, from the server to the reader',
    `ours p50 ${ms(percentile(ours_, 50))}, p99 ${ms(percentile(ours_, 99))}; bare p50 ${ms(percentile(others, 50))}, p99 ${ms(percentile(others, 99))}`,
  );
}

/** @param {string} text of chunks that each say when they left @returns {number[]} */
function ages(text) {
  const sent = text.trim().split(' ').map(Number);
  return sent.map((at) => preciseNow() - at);
}

/** Sees when bytes come in, and when connections close, on sockets of node:http in this process. */
function watchSockets() {
  const state = { lastBytesAt: 0, closedAt: 0, stop: () => unsubscribe('http.client.request.start', begun) };
  /** @param {any} message */
  function begun({ request }) {
    /** @param {import('node:net').Socket} socket */
    const watch = (socket) => {
      socket.prependListener('data', () => (state.lastBytesAt = performance.now()));
      socket.once('close', () => (state.closedAt = preciseNow()));
    };
    if (request.socket) watch(request.socket);
    else request.once('socket', watch);
  }
  subscribe('http.client.request.start', begun);
  return state;
}

/** CPU of this process for 100,000 tokens as fast as they come. @param {UnderTest} under @param {string} base */
async function cpu(under, base) {
  const tokens = 100_000;
  const url = `${base}/${tokens}/0`;
  /** @param {AsyncIterable<string>} texts */
  const measure = async (texts) => {
    const before = process.cpuUsage();
    let count = 0;
    for await (const text of texts) count += text.length / 'paraula '.length;
    if (Math.round(count) !== tokens) throw new Error(`${count} tokens of ${tokens} arrived`);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  };
  const own = [];
  const plain = [];
  // In turn, so that neither has the warmer machine; the first round warms up.
  for (let round = 0; round < 8; round++) {
    const [a, b] = [await measure(ours(under, url)), await measure(bare(url))];
    if (round > 0) {
      own.push(a);
      plain.push(b);
    }
  }
  const ratio = percentile(own, 50) / percentile(plain, 50);
  say(
    '100,000 tokens unthrottled, CPU',
    `ours ${ms(percentile(own, 50))}, bare ${ms(percentile(plain, 50))} (medians of ${own.length}): ${ratio.toFixed(2)} times (target ≤ 1.5)`,
  );
}

/** @param {UnderTest} under @param {string} base @param {Awaited<ReturnType<typeof startServer>>} server */
async function aborts(under, base, server) {
  const times = [];
  const inside = [];
  const watch = watchSockets();
  for (let round = 0; round < 300; round++) {
    const abort = new AbortController();
    const closed = server.closed();
    let at = 0;
    try {
      for await (const event of under.open(`${base}/100000/200`).chat(call, abort.signal)) {
        if (event.type !== 'text' || at) continue;
        at = preciseNow();
        abort.abort();
      }
    } catch (error) {
      if (/** @type {any} */ (error).reason !== 'aborted') throw error;
    }
    times.push((await closed).nowMs - at);
    inside.push(watch.closedAt - at);
  }
  watch.stop();
  say(
    'abort to closed socket, seen by the server',
    `p50 ${ms(percentile(times, 50))}, p99 ${ms(percentile(times, 99))} of ${times.length} (target p99 < 10 ms); in this process p50 ${ms(percentile(inside, 50))}, p99 ${ms(percentile(inside, 99))}`,
  );
}

/** @param {UnderTest} under @param {string} base */
async function memory(under, base) {
  const endpoint = under.open(`${base}/50/0`);
  const used = async () => {
    for (let i = 0; i < 3; i++) {
      /** @type {any} */ (globalThis).gc?.();
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return process.memoryUsage().heapUsed / 1e6;
  };
  const figures = [];
  for (let request = 0; request <= 2_000; request++) {
    if (request === 200 || request === 1_100 || request === 2_000) figures.push(await used());
    // A signal of its own for each, as in the extension.
    const events = endpoint.chat(call, new AbortController().signal);
    for await (const event of events) if (!event) throw new Error('no event');
  }
  say(
    'heap after 200, 1,100 and 2,000 requests',
    `${figures.map((mb) => `${mb.toFixed(2)} MB`).join(', ')}${'gc' in globalThis ? '' : ' (without gc: run with NODE_OPTIONS=--expose-gc)'}`,
  );
}

function preciseNow() {
  return performance.timeOrigin + performance.now();
}

/** @param {number} value */
function ms(value) {
  return `${value.toFixed(2)} ms`;
}

/** @param {string} what @param {string} figures */
function say(what, figures) {
  process.stdout.write(`endpoint: ${what}: ${figures}\n`);
}
