import { loadChatPage } from './chatPage.mjs';
import { percentile } from './percentile.mjs';

/** Tokens a second, and how many in all. */
const rate = 500;
const tokens = 20_000;
const blocks = 300;

/** Prose, lists, a table and code in turn, about as models write: cut into tokens of about four characters. */
function conversationText() {
  const paragraph =
    'La función **recorre la lista** una sola vez y suma los `importes` por categoría, como explica [la guía](https://ok.example/guia). ';
  const code =
    'def total(gastos: list[Gasto]) -> dict[str, int]:\n    """Suma los importes."""\n    return {g.categoria: g.importe for g in gastos}\n';
  let text = '';
  for (let at = 0; at < blocks; at++) {
    text += `## Paso ${at}\n\n${paragraph}\n\n- uno con *énfasis*\n- dos\n\n\`\`\`python\n${code}\`\`\`\n\n`;
    if (at % 10 === 0) text += '| a | b |\n|---|--:|\n| uno | 1 |\n| dos | 2 |\n\n';
  }
  return text;
}

/** @param {string} text @param {number} count */
function cut(text, count) {
  const size = text.length / count;
  return Array.from({ length: count }, (_, at) =>
    text.slice(Math.round(at * size), Math.round((at + 1) * size)),
  );
}

/**
 * Streams in the page itself, so that nothing but drawing is measured: at the rate of the clock, one message a token.
 * Takes note of the time from each frame's first token to the end of its drawing, and of tasks over 50 ms.
 */
const STREAM = `async (parts, rate) => {
  const long = [];
  const observer = new PerformanceObserver((list) => long.push(...list.getEntries().map(({ duration }) => duration)));
  observer.observe({ type: 'longtask' });
  const draws = [];
  const start = performance.now();
  let at = 0;
  while (at < parts.length) {
    await new Promise((done) => requestAnimationFrame(done));
    const due = Math.min(parts.length, Math.floor(((performance.now() - start) / 1000) * rate));
    if (due === at) continue;
    for (; at < due; at++) window.dispatchEvent(new MessageEvent('message', { data: { type: 'append', id: 'a', text: parts[at] } }));
    const asked = performance.now();
    await new Promise((done) => requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = done;
      channel.port2.postMessage(0);
    }));
    draws.push({ quarter: 0, took: performance.now() - asked });
  }
  const took = performance.now() - start;
  observer.takeRecords().forEach(({ duration }) => long.push(duration));
  observer.disconnect();
  return { draws, long, took };
}`;

/** @typedef {{ draws: { quarter: number, took: number }[], long: number[], took: number }} Streamed */

/**
 * `npm run bench -- chat [--quick]`: streams 20,000 tokens at 500 tokens a second with 300 blocks of code into the real
 * page in a real Chromium, then one block of 80 KB, and says what drawing cost and whether the aims are met.
 * `--quick` streams a tenth.
 */
export async function bench() {
  const { ChatBench, ChatPage, answer, stateWith } = await loadChatPage();
  const share = process.argv.includes('--quick') ? 10 : 1;
  const chat = await ChatBench.start();
  const lines = 'let total = values.filter((v) => v > 0).reduce((a, b) => a + b, 0); // "total"\n';
  const runs = [
    { name: '20,000 tokens, 300 blocks of code', text: conversationText(), tokens },
    {
      name: 'one block of 80 KB',
      text: `\`\`\`js\n${lines.repeat(Math.ceil(80_000 / lines.length))}\`\`\`\n`,
      tokens,
    },
  ];
  let met = true;
  for (const run of runs) {
    const page = await ChatPage.open(chat);
    const session = await page.page.context().newCDPSession(page.page);
    const heap = async () => {
      await session.send('HeapProfiler.collectGarbage');
      const { metrics } = await session.send('Performance.getMetrics');
      const of = (/** @type {string} */ name) =>
        metrics.find((/** @type {{ name: string }} */ metric) => metric.name === name)?.value ?? 0;
      return { heap: of('JSHeapUsedSize') / 1e6, nodes: of('Nodes') };
    };
    const work = async () => {
      const { metrics } = await session.send('Performance.getMetrics');
      const parts = ['ScriptDuration', 'LayoutDuration', 'RecalcStyleDuration'];
      return metrics
        .filter((/** @type {{ name: string }} */ { name }) => parts.includes(name))
        .reduce(
          (/** @type {number} */ sum, /** @type {{ value: number }} */ { value }) => sum + value * 1000,
          0,
        );
    };
    await session.send('Performance.enable');
    const state = (/** @type {object} */ message) => page.send({ type: 'state', state: stateWith(message) });
    await state({ messages: [answer('a', '', { status: 'streaming' })], busy: true });
    await page.settle();
    const before = await heap();
    const parts = cut(run.text, run.tokens).slice(0, run.tokens / share);
    /** @type {Streamed} */
    const all = { draws: [], long: [], took: 0 };
    /** What the page worked for a quarter: script, style and layout, in milliseconds. @type {number[]} */
    const worked = [];
    for (let which = 0; which < 4; which++) {
      const part = parts.slice((which * parts.length) / 4, ((which + 1) * parts.length) / 4);
      const begun = await work();
      /** @type {Streamed} */
      const one = await page.look(`(${STREAM})(${JSON.stringify(part)}, ${rate})`);
      worked.push((await work()) - begun);
      all.draws.push(...one.draws.map(({ took: time }) => ({ quarter: which, took: time })));
      all.long.push(...one.long);
      all.took += one.took;
    }
    const { draws, long, took } = all;
    const streamed = await heap();
    await state({ messages: [answer('a', parts.join(''))] });
    await page.settle();
    const ended = await heap();
    await page.settle();
    await new Promise((resolve) => setTimeout(resolve, 3000));
    const later = await heap();
    await state({ messages: [] });
    await page.settle();
    const empty = await heap();
    await page.close();

    const quarter = (/** @type {number} */ which) =>
      draws.filter((one) => one.quarter === which).map((one) => one.took);
    const row = (/** @type {number[]} */ times) =>
      [50, 95, 99].map((part) => percentile(times, part).toFixed(1).padStart(6)).join(' ') +
      Math.max(...times)
        .toFixed(1)
        .padStart(7);
    const print = (/** @type {string} */ line) => process.stdout.write(`${line}\n`);
    print(
      `\n${run.name}: ${parts.length} tokens in ${(took / 1000).toFixed(1)} s, ${(parts.join('').length / 1000).toFixed(0)} KB`,
    );
    print('from a token to the page, with the wait for its frame, in ms: 50 % 95 % 99 % worst');
    for (const which of [0, 1, 2, 3]) {
      const each = ((worked[which] ?? 0) / parts.length) * 4;
      print(
        `  quarter ${which + 1}   ${row(quarter(which))}   script, style and layout: ${each.toFixed(3)} ms a token`,
      );
    }
    print(`  all         ${row(draws.map((one) => one.took))}`);
    print(
      `tasks over 50 ms: ${long.length}${long.length > 0 ? `, the longest ${Math.max(...long).toFixed(0)} ms` : ''} (aim: none)`,
    );
    print(
      `memory in MB: ${before.heap.toFixed(1)} before, ${streamed.heap.toFixed(1)} streamed, ${ended.heap.toFixed(1)} ended, ` +
        `${later.heap.toFixed(1)} three seconds later, ${empty.heap.toFixed(1)} with the answer gone (nodes ${before.nodes} → ${later.nodes} → ${empty.nodes})`,
    );
    const growth = (worked[3] ?? 0) / (worked[0] ?? 1);
    print(
      `work for a token in the last quarter to that in the first: ${growth.toFixed(2)} (aim: no growth, below 1.2)`,
    );
    met &&= long.length === 0 && growth < 1.2 && later.heap <= ended.heap * 1.05;
  }
  await chat.stop();
  process.stdout.write(met ? '\nAll aims are met.\n' : '\nNot all aims are met.\n');
}
