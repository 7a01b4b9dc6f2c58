// `node tools/llamaServer.mjs [options] [-- COMMAND …]`: a real llama-server with the demo model, for as long as the
// command runs, which finds its address in ALIADA_LLAMA_SERVER, and how to start one of its own in
// ALIADA_LLAMA_SERVER_PROGRAM; without a command, until Ctrl+C.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { writeTinyModel } from './engine/tinyModel.mjs';
import { cacheKey, ensureCached } from './lib/cache.mjs';
import { startDaemon } from './lib/daemon.mjs';
import { Fail, runMain } from './lib/fail.mjs';
import { freePort } from './lib/ports.mjs';
import { createProgress } from './lib/progress.mjs';
import { ensureLlamaServer } from './llamaServer/setup.mjs';

const HELP = `node tools/llamaServer.mjs [options] [-- COMMAND …]

  --context N      tokens of all slots together (default 8192)
  --slots N        requests at once (default 2)
  --port N         a free one otherwise
  --key KEY        what clients have to send

Example: node tools/llamaServer.mjs -- npm test -- --only unit --grep llama-server
`;
const START_DEADLINE_MS = 30_000;

await runMain(async () => {
  const own = process.argv.slice(2);
  const mark = own.indexOf('--');
  const command = mark < 0 ? [] : own.slice(mark + 1);
  const { values } = parseArgs({
    args: mark < 0 ? own : own.slice(0, mark),
    options: {
      context: { type: 'string', default: '8192' },
      slots: { type: 'string', default: '2' },
      port: { type: 'string' },
      key: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(HELP);
    return 0;
  }
  // What the command writes is what people want to read, or pipe on.
  const progress = createProgress({ stream: process.stderr });
  const server = await ensureLlamaServer({ progress });
  const port = values.port ?? `${await freePort()}`;
  const url = `http://127.0.0.1:${port}`;
  const model = await endlessModel();
  const flags = [
    ...['--model', model, '--host', '127.0.0.1', '--port', port],
    ...['--ctx-size', values.context, '--parallel', values.slots, '--threads', '1'],
    ...(values.key ? ['--api-key', values.key] : []),
  ];
  const daemon = startDaemon(server.command, [...server.args, ...flags], { cwd: server.cwd });
  try {
    if (!(await isReady(url, daemon))) {
      throw new Fail('llama-server did not start.', { details: daemon.lastLines() });
    }
    if (command.length === 0) {
      process.stdout.write(`${url}\n`);
      await Promise.race([daemon.exited, once(process, 'SIGINT'), once(process, 'SIGTERM')]);
      return 0;
    }
    const program = JSON.stringify({ ...server, model });
    const env = { ...process.env, ALIADA_LLAMA_SERVER: url, ALIADA_LLAMA_SERVER_PROGRAM: program };
    const child = spawn(command[0] ?? '', command.slice(1), { stdio: 'inherit', env });
    const [code] = await once(child, 'exit');
    return code ?? 1;
  } finally {
    await daemon.stop();
  }
});

/** The demo model, whose answers in a chat begin again where they would end: an answer that can be broken off. */
async function endlessModel() {
  const sources = ['tinyModel', 'chain', 'demoText', 'gguf'].map((name) =>
    readFile(fileURLToPath(new URL(`engine/${name}.mjs`, import.meta.url))),
  );
  const file = 'aliada-demo.gguf';
  const key = cacheKey(file, ...(await Promise.all(sources)));
  const folder = await ensureCached('endless-model', key, (to) =>
    writeTinyModel(path.join(to, file), { endless: true }),
  );
  return path.join(folder, file);
}

/**
 * @param {string} url
 * @param {import('./lib/daemon.mjs').Daemon} daemon
 */
async function isReady(url, daemon) {
  const late = performance.now() + START_DEADLINE_MS;
  while (daemon.running() && performance.now() < late) {
    const answer = await fetch(`${url}/health`).catch(() => undefined);
    if (answer?.ok) return true;
    await sleep(100);
  }
  return false;
}
