import { execFile } from 'node:child_process';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { buildBundle } from '../check/build.mjs';
import { bench as postprocessBench } from './postprocess.bench.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const kit = path.join(root, 'test/bench/replay');
const run = promisify(execFile);
/** The kit is kept as it was handed to us, without types. @param {string} file @returns {Promise<any>} */
const fromKit = (file) => import(new URL(`../../test/bench/replay/${file}`, import.meta.url).href);
const { figures } = await fromKit('figures.mjs');
const { makeTrace } = await fromKit('traces.mjs');

/** Our own programs, in seven languages, from which typing traces are made. */
const programs = [
  'test/bench/programs/python/paradas.py',
  'test/bench/programs/typescript/cesta.ts',
  'examples/workspace/Txapelketa.java',
  'examples/workspace/pazkoa.c',
  'test/bench/programs/go/mareas.go',
  'test/bench/programs/ruby/ligazons.rb',
  'test/bench/programs/rust/rutes.rs',
];

/** What is aimed at, per server and user: issue 4 of the project. @type {Record<string, Record<string, string>>} */
const targets = {
  'private B': {
    visible_pct: '>= 97',
    agreeing_pct: '>= 95',
    gen_tok_per_100: '<= 60',
    req_per_100: '<= 8',
    prompt_tok_per_100: '<= 15000',
    prefix_stability: '>= 0.9',
    hit_p95: '<= reference + 2',
    miss_p50: '<= 10',
    late_tok_per_100: '0',
  },
  'private A': { accepted_chars_pct: '>= 82', req_per_100_chars: '<= 4', gen_tok_per_100_chars: '<= 40' },
  'shared A': { accepted_chars_pct: '>= 64' },
  'shared B': { visible_pct: '>= 88' },
};

/** @typedef {{ engine: string, server: string, variant: string, extra?: string[] }} Run */

/**
 * `npm run bench -- completion [--full] [--traces DIR]`: types traces into an editor model against a model server that
 * knows the final text, in real time, and prints the figures beside the targets, a naive engine and the kit's
 * reference. `--full`: three runs each, and the other modes and faults. Then the score of the post-processing.
 */
export async function bench() {
  const { values } = parseArgs({
    args: process.argv.slice(3),
    options: { full: { type: 'boolean', default: false }, traces: { type: 'string' } },
  });
  const work = path.join(tmpdir(), `aliada-replay-${process.pid}`);
  await mkdir(work, { recursive: true });
  const bundle = fileURLToPath(await buildBundle('test/bench/adapter.ts'));
  const engines = {
    Aliada: `node ${bundle}`,
    naive: `node ${path.join(kit, 'adapters/naive.mjs')}`,
    reference: `node ${path.join(kit, 'adapters/bound.mjs')}`,
  };
  try {
    const traces = values.traces ?? (await ownTraces(path.join(work, 'traces')));
    /** @param {Run} one @param {string} name */
    const replay = async ({ engine, server, variant, extra = [] }, name) => {
      const out = path.join(work, name);
      const adapter = engines[/** @type {keyof typeof engines} */ (engine)];
      const args = ['--adapter', adapter, '--traces', traces, '--out', out, '--server', server];
      await run('node', [path.join(kit, 'replay.mjs'), ...args, '--variant', variant, ...extra], {
        maxBuffer: 1e8,
      });
      const names = (await tracesIn(traces)).map((file) => path.join(out, file));
      return figures(names);
    };
    for (let round = 0; round < (values.full ? 3 : 1); round += 1) {
      for (const [title, wanted] of Object.entries(targets)) {
        const [server = '', variant = ''] = title.split(' ');
        say(`\n${title}${values.full ? `, run ${round + 1}` : ''}`);
        const columns = server === 'private' ? ['Aliada', 'naive', 'reference'] : ['Aliada'];
        const all = [];
        for (const engine of columns) {
          all.push(
            await replay({ engine, server, variant }, `${title}-${engine}-${round}`.replaceAll(' ', '-')),
          );
        }
        say(`${'figure'.padEnd(24)}${columns.map((name) => name.padStart(11)).join('')}   target`);
        for (const [figure, target] of Object.entries(wanted)) {
          const cells = all
            .map((each) => String(/** @type {any} */ (each)[figure] ?? '-').padStart(11))
            .join('');
          say(`${figure.padEnd(24)}${cells}   ${target}`);
        }
        const [own] = all;
        say(
          `traces whole: ${own?.traces}; keys late at p99: ${own?.key_late_p99_ms} ms (over 50: too busy a machine)`,
        );
      }
    }
    if (values.full) await others(replay);
    say('\npost-processing');
    process.argv.splice(3);
    await postprocessBench();
  } finally {
    await rm(work, { recursive: true, force: true });
    await rm(bundle, { force: true });
  }
}

/**
 * The kit's other modes and faults: what counts is that every trace comes out whole and the engine recovers.
 *
 * @param {(one: Run, name: string) => Promise<any>} replay
 */
async function others(replay) {
  say(
    `\nother modes and faults, private B: visible % / agreeing % / requests and tokens per 100 keys / traces whole`,
  );
  const modes = ['exact', 'wrong-indent', 'prose+fence', 'loop', 'diverge'].map((mode) => ['--mode', mode]);
  const faults = ['429@3', '503@3', 'stall@3', 'cut@3'].map((fault) => ['--fault', fault]);
  for (const extra of [...modes, ...faults]) {
    const name = extra.join(' ').replace(/^--/, '');
    const b = await replay(
      { engine: 'Aliada', server: 'private', variant: 'B', extra },
      `B-${name.replace(' ', '-')}`,
    );
    const a = await replay(
      { engine: 'Aliada', server: 'private', variant: 'A', extra },
      `A-${name.replace(' ', '-')}`,
    );
    say(
      `${name.padEnd(20)} ${b.visible_pct} / ${b.agreeing_pct} / ${b.req_per_100}, ${b.gen_tok_per_100} / ${b.traces}; ` +
        `accepting: ${a.accepted_chars_pct} % of the characters, traces ${a.traces}`,
    );
  }
}

/** @param {string} folder @returns {Promise<string>} */
async function ownTraces(folder) {
  await mkdir(folder, { recursive: true });
  for (const [index, file] of programs.entries()) {
    const text = await readFile(path.join(root, file), 'utf8');
    const trace = makeTrace({ name: path.basename(file), text, seed: 7 + index, autoclose: index % 2 === 0 });
    if (trace === null) throw new Error(`no region to type in ${file}`);
    const lines = [trace.header, ...trace.events].map((line) => JSON.stringify(line));
    await writeFile(path.join(folder, `${path.basename(file)}.trace.jsonl`), `${lines.join('\n')}\n`);
  }
  return folder;
}

/** @param {string} folder @returns {Promise<string[]>} names of the files that are typed */
async function tracesIn(folder) {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.trace.jsonl')).sort();
  return Promise.all(
    files.map(async (file) => {
      const [header = ''] = (await readFile(path.join(folder, file), 'utf8')).split('\n');
      return String(JSON.parse(header).path);
    }),
  );
}

/** @param {string} text */
function say(text) {
  process.stdout.write(`${text}\n`);
}
