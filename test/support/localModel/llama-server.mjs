// A stand-in for llama-server: its flags, its key, its routes as far as Aliada asks for them. With
// STAND_IN_ENGINE='{"root": …}' it answers with the embedded engine and the model that it is given; without, with a
// text of its own. STAND_IN_FAULT says what is wrong with it.
import { appendFileSync, existsSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

// As the real one, it ends where it does not know a flag.
const { values } = parseArgs({
  options: {
    model: { type: 'string' },
    alias: { type: 'string' },
    host: { type: 'string' },
    port: { type: 'string' },
    'ctx-size': { type: 'string' },
    parallel: { type: 'string' },
    threads: { type: 'string' },
  },
});
const key = process.env.LLAMA_API_KEY;
const fault = process.env.STAND_IN_FAULT ?? '';
const port = Number(values.port);
const once = `${values.model}.fault`;

console.log(`build: 1 (stand-in) for ${process.platform}`);
console.log(`load_model: loading model '${path.basename(values.model ?? '')}'`);
if (process.env.STAND_IN_STARTS) appendFileSync(process.env.STAND_IN_STARTS, `${process.pid} ${port}\n`);
if (fault === 'exits') {
  console.error('error: failed to load model');
  process.exit(1);
}
// The port that it is told: taken at the first start, free at the next one.
if (fault === 'busyPort' && !existsSync(once)) {
  writeFileSync(once, '');
  const other = createServer();
  await new Promise((resolve) => other.listen(port, '127.0.0.1', resolve));
}

const answer = await answering();
const server = createServer((request, response) => {
  void handle(request, response);
});
server.on('error', () => {
  console.error(`couldn't bind HTTP server socket, hostname: 127.0.0.1, port: ${port}`);
  process.exit(1);
});
server.listen(port, '127.0.0.1', () => console.log(`main: server is listening on http://127.0.0.1:${port}`));

async function handle(request, response) {
  const url = (request.url ?? '').replace(/\?.*/, '');
  const isOpen = ['/health', '/v1/models'].includes(url);
  if (!isOpen && request.headers.authorization !== `Bearer ${key}`) {
    request.resume();
    return send(response, 401, {
      error: { code: 401, message: 'Invalid API Key', type: 'authentication_error' },
    });
  }
  console.log(`srv  log_server_r: request: ${request.method} ${url} 127.0.0.1 200`);
  if (url === '/health') return send(response, 200, { status: 'ok' });
  if (url === '/props')
    return send(response, 200, { default_generation_settings: { n_ctx: Number(values['ctx-size']) } });
  if (url === '/tokenize') return send(response, 200, { tokens: [1] });
  if (url === '/v1/models' && !process.env.STAND_IN_ENGINE) {
    return send(response, 200, {
      object: 'list',
      data: [{ id: values.alias, object: 'model', owned_by: 'llamacpp' }],
    });
  }
  if (url === '/die') process.kill(process.pid, 'SIGKILL');
  return answer(request, response);
}

async function answering() {
  const { STAND_IN_ENGINE: engine, STAND_IN_TOOLS: tools } = process.env;
  if (!engine || !tools) return ownAnswer;
  const { Generator } = await import(pathToFileURL(path.join(tools, 'engine', 'generator.mjs')).href);
  const { createEngineServer } = await import(pathToFileURL(path.join(tools, 'engine', 'http.mjs')).href);
  const generator = await Generator.load({
    ...JSON.parse(engine),
    model: values.model,
    contextSize: Number(values['ctx-size']) / Number(values.parallel),
    slots: Number(values.parallel),
    delayMs: 0,
  });
  const inner = createEngineServer({ generator, model: values.alias, onEvent: () => {} });
  return (request, response) => inner.emit('request', request, response);
}

async function ownAnswer(request, response) {
  let body = '';
  for await (const piece of request) body += piece;
  // What a verbose server might say; none of it may reach a log.
  console.log(`slot prompt: ${JSON.stringify(body)}`);
  console.log(`debug key ${key}`);
  const text = `Hola des de ${values.alias}`;
  if (!JSON.parse(body || '{}').stream) {
    return send(response, 200, {
      choices: [{ message: { role: 'assistant', content: text }, finish_reason: 'stop' }],
    });
  }
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  const chunk = (delta, finish) =>
    `data: ${JSON.stringify({ choices: [{ index: 0, delta, finish_reason: finish }] })}\n\n`;
  response.end(`${chunk({ role: 'assistant', content: text }, null)}${chunk({}, 'stop')}data: [DONE]\n\n`);
}

function send(response, status, body) {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

process.on('SIGTERM', () => process.exit(0));
