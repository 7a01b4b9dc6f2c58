import { CompletionContext } from '../../src/core/completion/context/context';
import type { OpenText } from '../../src/core/completion/context/openText';
import { CompletionEngine } from '../../src/core/completion/engine';
import type { CompletionRequest } from '../../src/core/completion/request';
import { sayingEndpoint } from '../support/endpoint';

/** What the provider hands on at most from before and after the cursor, in characters. */
const before = 24_000;
const after = 8_000;

/** Milliseconds of each `suggest()`, the network left out. */
export interface Costs {
  readonly hits: readonly number[];
  readonly misses: readonly number[];
  /** Processor time of the same, of all threads: what other programs do on the machine is not in it. */
  readonly missesUsed: readonly number[];
}

const body = 'total = 0\n    for value in values:\n        total += value\n    return total';

/** @param lines of the file. @param editors open beside it, each of a thousand lines. */
export async function costs(lines: number, editors: number, times: number): Promise<Costs> {
  const context = new CompletionContext({ open: () => open(editors), mayBeSent: () => true }, () =>
    performance.now(),
  );
  // As in the editor, open files have been read while nobody typed, and some were edited.
  context.similar.follow(context.related('python'));
  while (context.similar.work());
  for (const { id } of open(Math.min(editors, 8))) context.edits.note(id, { line: 40, removed: 0, added: 4 });
  const engine = new CompletionEngine({ context: (request, most) => context.snippets(request, most) });
  const endpoint = sayingEndpoint(...tokensOf(`${body}\n`));
  const hits: number[] = [];
  const misses: number[] = [];
  const missesUsed: number[] = [];
  // The provider reads a bounded piece of the document: that is timed in the extension host, not here.
  const text = fileOf(lines).slice(-before);
  for (let round = 0; round < times; round += 1) {
    const head = `${text}def sum_${round}(values):\n    `;
    const begun = processCpu();
    misses.push(await timed(engine, requestAt(head), endpoint));
    missesUsed.push(processCpu() - begun);
    await nextKey();
    for (const typed of ['t', 'to', 'total', body.slice(0, 20), body.slice(0, 45)]) {
      hits.push(await timed(engine, requestAt(head + typed), endpoint));
      await nextKey();
    }
  }
  engine.dispose();
  return { hits, misses, missesUsed };
}

/** Heap in bytes after so many keystrokes, at the start, in the middle and at the end. */
export async function memory(keystrokes: number): Promise<readonly number[]> {
  const engine = new CompletionEngine();
  const endpoint = sayingEndpoint(`${body}\n`);
  const text = fileOf(300);
  const used: number[] = [];
  for (let key = 0; key <= keystrokes; key += 1) {
    if ([Math.floor(keystrokes / 10), Math.floor(keystrokes / 2), keystrokes].includes(key))
      used.push(await heap());
    const typed = body.slice(0, key % body.length);
    const request = requestAt(`${text}def sum_${Math.floor(key / body.length)}(values):\n    ${typed}`);
    engine.changed(request.document, () => request);
    await engine.suggest(request, endpoint, new AbortController().signal);
  }
  engine.dispose();
  return used;
}

async function timed(
  engine: CompletionEngine,
  request: CompletionRequest,
  endpoint: ReturnType<typeof sayingEndpoint>,
): Promise<number> {
  const start = performance.now();
  engine.changed(request.document, () => request);
  const suggestion = await engine.suggest(request, endpoint, new AbortController().signal);
  const ms = performance.now() - start;
  if (suggestion === undefined) throw new Error('nothing was offered');
  return ms;
}

/** Of the process so far, in milliseconds. */
function processCpu(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

/**
 * How long a loop takes that is a millisecond long where nothing else runs: how quiet the machine is, in milliseconds.
 * What is slower than the engine's own work here is the machine.
 */
export async function spin(times: number): Promise<readonly number[]> {
  const turns = turnsOfAMillisecond();
  const took: number[] = [];
  for (let round = 0; round < times; round += 1) {
    const start = performance.now();
    count(turns);
    took.push(performance.now() - start);
    await nextKey();
  }
  return took;
}

function turnsOfAMillisecond(): number {
  const turns = 1_000_000;
  const fastest = Array.from({ length: 20 }, () => {
    const start = performance.now();
    count(turns);
    return performance.now() - start;
  }).sort((a, b) => a - b)[0];
  return Math.round(turns / (fastest ?? 1));
}

function count(turns: number): number {
  let sum = 0;
  for (let turn = 0; turn < turns; turn += 1) sum = (sum + turn * turn) % 1_000_003;
  return sum;
}

/** A person's next key is some way off: what the engine leaves for later is done by then, as it is in the editor. */
async function nextKey(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 2));
}

/** A text as a server sends it, a few letters at a time. */
function tokensOf(text: string): readonly string[] {
  return text.match(/[^]{1,4}/g) ?? [];
}

const behind = '\n\n\ndef after(values):\n    return values\n'.repeat(400).slice(0, after);

function requestAt(text: string): CompletionRequest {
  return {
    document: 'file:///bench.py',
    path: 'bench.py',
    languageId: 'python',
    prefix: whole(text.slice(-before)),
    suffix: behind,
    trigger: 'invoke',
  };
}

/**
 * The same text in one piece, as an editor hands it on. V8 keeps one that was put together in parts, and joins them when
 * it is first read: that would be counted as the engine's.
 */
function whole(text: string): string {
  text.charCodeAt(0);
  return text;
}

const files = new Map<number, string>();

function fileOf(lines: number): string {
  const known = files.get(lines);
  if (known !== undefined) return known;
  const text = Array.from({ length: lines / 4 }, (_, index) => {
    return `def value_${index}(given):\n    found = given + ${index}\n    return found\n\n`;
  }).join('');
  files.set(lines, text);
  return text;
}

const opened: OpenText[] = [];

function open(count: number): readonly OpenText[] {
  while (opened.length < count) {
    const index = opened.length;
    const lines = fileOf(1_000).split('\n');
    opened.push({
      id: `file:///open_${index}.py`,
      path: `open_${index}.py`,
      languageId: 'python',
      version: 1,
      lineCount: lines.length,
      line: (line: number) => lines[line] ?? '',
    });
  }
  return opened.slice(0, count);
}

async function heap(): Promise<number> {
  for (let round = 0; round < 3; round += 1) {
    (globalThis as { gc?: () => void }).gc?.();
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return process.memoryUsage().heapUsed;
}
