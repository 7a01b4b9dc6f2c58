import { readFile } from 'node:fs/promises';

/**
 * A program that does what `ollama serve` does, as far as Aliada looks: after a while it listens where Ollama does, and
 * lists one model.
 *
 * @param pidFile where the program says which process it is
 */
export function ollamaProgram(pidFile: string): {
  readonly program: string;
  /** Ends the program, if it runs. */
  readonly stop: () => Promise<void>;
} {
  const list = { object: 'list', data: [{ id: 'salamandra-7b-instruct:latest', object: 'model' }] };
  const program = `#!${process.execPath}
const { createServer } = require('node:http');
require('node:fs').writeFileSync(${JSON.stringify(pidFile)}, String(process.pid));
if (process.argv[2] !== 'serve') throw new Error('usage: ollama serve');
const server = createServer((request, response) => {
  response.writeHead(request.url === '/v1/models' ? 200 : 404, { 'content-type': 'application/json' });
  response.end(${JSON.stringify(JSON.stringify(list))});
});
// Long enough that a person is told to wait.
setTimeout(() => server.listen(11434, '127.0.0.1'), 1500);
`;
  const stop = async (): Promise<void> => {
    const pid = Number(await readFile(pidFile, 'utf8').catch(() => '0'));
    if (pid > 0) process.kill(pid, 'SIGKILL');
  };
  return { program, stop };
}
