/**
 * The embedded engine: llama.cpp behind an OpenAI-compatible address. When it is ready it writes one line of JSON,
 * `{"url": …, "model": …}`; with `--events` one more for each request's start and end.
 */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Generator } from './generator.mjs';
import { createEngineServer } from './http.mjs';

const { values } = parseArgs({
  options: {
    root: { type: 'string' },
    model: { type: 'string' },
    port: { type: 'string', default: '0' },
    context: { type: 'string', default: '16384' },
    slots: { type: 'string', default: '2' },
    'delay-ms': { type: 'string', default: '0' },
    events: { type: 'boolean', default: false },
  },
});
const { root, model: file } = values;
if (!root || !file) throw new Error('--root and --model are needed; see tools/engine/start.mjs');

/** @param {object} data */
const writeLine = (data) => process.stdout.write(`${JSON.stringify(data)}\n`);

const generator = await Generator.load({
  root,
  model: file,
  contextSize: Number(values.context),
  slots: Number(values.slots),
  delayMs: Number(values['delay-ms']),
});
const model = path.basename(file, '.gguf');
const server = createEngineServer({
  generator,
  model,
  onEvent: (event) => values.events && writeLine(event),
});
server.listen(Number(values.port), '127.0.0.1', () => {
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : values.port;
  writeLine({ url: `http://127.0.0.1:${port}`, model });
});
