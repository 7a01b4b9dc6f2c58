import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { percentile } from './percentile.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const keystrokes = 6_000;
/** Characters that a prompt has for pieces from elsewhere. */
const most = 1_536;

/**
 * What the context of a completion costs on the keystroke's way and beside it, in milliseconds of the processor, with
 * few and many open editors, short files and long ones; and how often the prompt begins as the one before.
 */
export async function bench() {
  const { CompletionContext } = await bundled();
  const rows = [];
  for (const lines of [1_000, 50_000]) {
    for (const editors of [1, 20, 200]) rows.push(measured(CompletionContext, editors, lines));
  }
  console.table(rows);
}

async function bundled() {
  const outfile = path.join(root, 'out', 'bench', 'context.mjs');
  const entry = path.join(root, 'src', 'core', 'completion', 'context', 'context.ts');
  await build({ entryPoints: [entry], outfile, bundle: true, format: 'esm', logLevel: 'warning' });
  return import(pathToFileURL(outfile).href);
}

/**
 * @param {any} CompletionContext
 * @param {number} editors
 * @param {number} lines
 */
function measured(CompletionContext, editors, lines) {
  let now = 0;
  const files = Array.from({ length: 20 }, (_, seed) => fileOf(seed, lines));
  const texts = Array.from({ length: editors }, (_, at) => openText(at, files[at % files.length] ?? []));
  const parts = { open: () => texts, mayBeSent: () => true };
  const context = new CompletionContext(parts, () => now);
  context.similar.follow(context.related('python'));
  /** @type {number[]} */
  const background = [];
  for (let more = true; more;) background.push(timed(() => (more = context.similar.work())));
  for (const { id } of texts) context.edits.note(id, { line: 500, removed: 0, added: 0 });

  const main = files[0] ?? [];
  /** @type {number[]} */
  const typing = [];
  let same = 0;
  let before = '';
  for (let key = 0; key < keystrokes; key += 1) {
    now += 180;
    const line = 400 + Math.floor(key / 40);
    context.edits.note('file:///0.py', { line, removed: 0, added: key % 40 === 0 ? 1 : 0 });
    const request = requestAt(main, line, key % 40);
    typing.push(timed(() => context.snippets(request, most)));
    const head = JSON.stringify(context.snippets(request, most));
    if (head === before) same += 1;
    before = head;
  }
  /** @type {number[]} */
  const jumping = [];
  for (let jump = 0; jump < 1_000; jump += 1) {
    now += 30_000;
    const request = requestAt(main, 300 + ((jump * 37) % 600), 0);
    jumping.push(timed(() => context.snippets(request, most)));
  }
  return {
    ...{ editors, lines },
    'typing p50': percentile(typing, 50),
    'typing p99': percentile(typing, 99),
    'jumping p50': percentile(jumping, 50),
    'jumping p99': percentile(jumping, 99),
    'background step p50': percentile(background, 50),
    'begins alike': Math.round((same / keystrokes) * 1_000) / 1_000,
  };
}

/**
 * @param {number} seed
 * @param {number} lines
 */
function fileOf(seed, lines) {
  return Array.from({ length: lines }, (_, at) => {
    const one = (at * 7919 + seed * 104729) % 997;
    if (at % 12 === 0) return `def handle_${seed}_${one}(request, connection, customer_${one % 50}):`;
    return `    value_${one} = connection.fetch(customer_${one % 50}, order_${(one * 3) % 200}) + total_${one % 30}`;
  });
}

/**
 * @param {number} at
 * @param {readonly string[]} lines
 */
function openText(at, lines) {
  const line = (/** @type {number} */ number) => lines[number] ?? '';
  return {
    ...{ id: `file:///${at}.py`, path: `${at}.py`, languageId: 'python', version: 1 },
    ...{ lineCount: lines.length, line },
  };
}

/**
 * @param {readonly string[]} lines
 * @param {number} line
 * @param {number} character
 */
function requestAt(lines, line, character) {
  const prefix = [...lines.slice(Math.max(0, line - 300), line), (lines[line] ?? '').slice(0, character)];
  return {
    ...{ document: 'file:///0.py', path: '0.py', languageId: 'python', trigger: 'automatic' },
    ...{ prefix: prefix.join('\n'), suffix: `\n${lines.slice(line + 1, line + 60).join('\n')}` },
  };
}

/**
 * Milliseconds of the processor, which other programs do not lengthen.
 *
 * @param {() => unknown} work
 */
function timed(work) {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}
