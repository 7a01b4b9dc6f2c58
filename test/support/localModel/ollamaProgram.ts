import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

const PORT = 11_434;

/** A program that does what `ollama serve` does, as far as Aliada looks, when the test says so. */
export interface OllamaProgram {
  /** The program, to be made executable. */
  readonly text: string;
  /** Resolves once somebody has started it with `serve`. */
  readonly started: Promise<void>;
  /** Lets it listen where Ollama does, with these models; again with others, it has those. */
  list(...models: readonly string[]): void;
  /** Ends the program, if it runs. */
  stop(): Promise<void>;
}

/** @throws where something listens on Ollama's port already: a test cannot have it then. */
export async function ollamaProgram(): Promise<OllamaProgram> {
  await leaveFree();
  const waiting: ServerResponse[] = [];
  let start = (): void => undefined;
  const started = new Promise<void>((resolve) => {
    start = resolve;
  });
  // The program asks what it has, and the end of that answer is its own.
  const server = createServer((_request, response) => {
    waiting.push(response);
    start();
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    text: programText((server.address() as AddressInfo).port),
    started,
    list: (...models) => {
      // Where it has none, Ollama says null.
      const data = models.length === 0 ? null : models.map((id) => ({ id, object: 'model' }));
      for (const response of waiting) response.write(JSON.stringify({ object: 'list', data }));
    },
    stop: async () => {
      for (const response of waiting) response.end();
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

async function leaveFree(): Promise<void> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(PORT, '127.0.0.1', resolve);
  });
  server.close();
  await once(server, 'close');
}

function programText(port: number): string {
  return `#!${process.execPath}
const { createServer, get } = require('node:http');
if (process.argv[2] !== 'serve') throw new Error('usage: ollama serve');
let list;
const server = createServer((request, response) => {
  response.writeHead(request.url === '/v1/models' ? 200 : 404, { 'content-type': 'application/json' });
  response.end(list);
});
get('http://127.0.0.1:${port}', (told) => {
  told.on('data', (data) => {
    list = data;
    if (!server.listening) server.listen(${PORT}, '127.0.0.1');
  });
  const end = () => process.exit();
  told.once('end', end).once('error', end);
});
`;
}
