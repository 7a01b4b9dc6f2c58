/**
 * Turns texts into tokens, by llama.cpp itself, so that training and use cannot differ:
 *   node tools/demo-model/tokenize.mjs --model ANY.gguf --out DATA < texts.jsonl
 * `ANY.gguf` has the vocabulary; its weights do not matter. Writes DATA.ids and DATA.lengths, as train.py reads them.
 */
import { createWriteStream } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { ensureEngine } from '../engine/setup.mjs';

const { values } = parseArgs({ options: { model: { type: 'string' }, out: { type: 'string' } } });
if (!values.model || !values.out) throw new Error('--model and --out are needed.');

const { root } = await ensureEngine();
const entry = path.join(root, 'node_modules', 'node-llama-cpp', 'dist', 'index.js');
const { getLlama } = await import(pathToFileURL(entry).href);
const llama = await getLlama({
  gpu: false,
  build: 'never',
  skipDownload: true,
  logLevel: 'error',
  maxThreads: 1,
});
const model = await llama.loadModel({ modelPath: values.model, vocabOnly: true });

const end = '<|im_end|>';
const ids = createWriteStream(`${values.out}.ids`);
const lengths = createWriteStream(`${values.out}.lengths`);
for await (const line of createInterface({ input: process.stdin })) {
  const { prompt, answer } = JSON.parse(line);
  /** @type {number[]} */
  const asked = prompt === '' ? [] : model.tokenize(prompt, true);
  /** @type {number[]} */
  const answered = model.tokenize(answer, false);
  const stop = prompt === '' ? [model.tokens.eos] : model.tokenize(end, true);
  const all = [model.tokens.bos, ...asked, ...answered, ...stop];
  ids.write(Buffer.from(Uint16Array.from(all).buffer));
  lengths.write(Buffer.from(Uint32Array.of(asked.length + 1, all.length).buffer));
}
ids.end();
lengths.end();
await model.dispose();
