/**
 * Writes texts that the demonstration model learns from, one JSON object a line:
 *   node tools/demo-model/generate.mjs --count 1000 --seed 1 [--split train|held] [--kind explain] > texts.jsonl
 * The same seed gives the same texts, whatever the machine.
 */
import { once } from 'node:events';
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { loadBundle } from '../check/build.mjs';
import { createRandom } from './random.mjs';
import { createExample } from './tasks.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The extension's prompts and glossary, as the generator needs them. @returns {Promise<any>} */
export async function loadPrompts() {
  const core = await loadBundle('test/bench/demoPrompts.ts', ['@vscode/l10n']);
  const folder = path.join(ROOT, 'src', 'core', 'language', 'spoken', 'glossary', 'terms');
  const names = (await readdir(folder)).sort();
  const terms = await Promise.all(names.map((name) => readFile(path.join(folder, name), 'utf8')));
  return { ...core, glossary: new core.Glossary(core.readGlossary(terms.join('\n'))) };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();

async function main() {
  const { values } = parseArgs({
    options: {
      count: { type: 'string', default: '10' },
      seed: { type: 'string', default: '1' },
      split: { type: 'string', default: 'train' },
      kind: { type: 'string' },
    },
  });
  const core = await loadPrompts();
  const random = createRandom(Number(values.seed));
  const split = values.split === 'held' ? 'held' : 'train';
  for (let made = 0; made < Number(values.count); made += 1) {
    const example = createExample(random, split, core, /** @type {any} */ (values.kind));
    if (!process.stdout.write(`${JSON.stringify(example)}\n`)) await once(process.stdout, 'drain');
  }
}
