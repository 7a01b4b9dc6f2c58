import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { loadBundle } from '../check/build.mjs';
import { percentile } from './percentile.mjs';
import { providerFigures } from './provider.mjs';

/**
 * `npm run bench -- engine`: what a keystroke costs beside the network: `suggest()` where the answer is known and
 * where the model has to be asked (by an endpoint in this process that answers at once), in files of several lengths
 * and with several editors open; the memory after many keystrokes; and the same with the whole provider and its
 * listeners in the real extension host. Target: p99 under 3 ms and flat.
 */
export async function bench() {
  setFlagsFromString('--expose-gc');
  globalThis.gc = runInNewContext('gc');
  const { costs, memory, spin } = await loadBundle('test/bench/engineCosts.ts');
  await costs(1_000, 1, 100);
  process.stdout.write('suggest(), in ms          hit p50   hit p99  miss p50  miss p99\n');
  for (const [lines, editors] of [
    [100, 1],
    [1_000, 1],
    [50_000, 1],
    [1_000, 20],
    [1_000, 200],
  ]) {
    const { hits, misses, missesUsed } = await costs(lines, editors, 400);
    const cells = [
      percentile(hits, 50),
      percentile(hits, 99),
      percentile(misses, 50),
      percentile(misses, 99),
    ];
    const title = `${lines} lines, ${editors} editors`.padEnd(24);
    process.stdout.write(`${title}${cells.map((ms) => ms.toFixed(2).padStart(10)).join('')}\n`);
    const used = [percentile(missesUsed, 50), percentile(missesUsed, 99)].map((ms) => ms.toFixed(2));
    process.stdout.write(`  processor time of a miss, all threads: p50 ${used[0]}, p99 ${used[1]}\n`);
  }
  const spun = await spin(400);
  const [half, most] = [percentile(spun, 50), percentile(spun, 99)].map((ms) => ms.toFixed(2));
  process.stdout.write(`a millisecond's counting on this machine now: p50 ${half}, p99 ${most}\n`);
  const keystrokes = 100_000;
  const used = await memory(keystrokes);
  const megabytes = used.map((/** @type {number} */ bytes) => `${(bytes / 1e6).toFixed(1)} MB`).join(', ');
  process.stdout.write(
    `heap after 10,000, 50,000 and ${keystrokes.toLocaleString('en')} keystrokes: ${megabytes}\n`,
  );
  process.stdout.write('\nin the real extension host, in ms        p50       p99\n');
  for (const { what, lines, editors, p50, p99 } of await providerFigures()) {
    const title = `${what}, ${lines} lines, ${editors} editors`.padEnd(34);
    process.stdout.write(`${title}${[p50, p99].map((ms) => ms.toFixed(2).padStart(10)).join('')}\n`);
  }
}
