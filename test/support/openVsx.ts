import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What somebody uploaded. */
export interface Upload {
  readonly token: string | null;
  readonly body: Buffer;
}

/** Takes uploads as Open VSX does (`POST /api/-/publish?token=…`) and remembers them. */
export async function startOpenVsx(): Promise<{
  readonly url: string;
  readonly uploads: readonly Upload[];
  stop(): Promise<void>;
}> {
  const uploads: Upload[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { pathname, searchParams } = new URL(request.url ?? '', 'http://store');
      if (request.method !== 'POST' || pathname !== '/api/-/publish') {
        response.writeHead(404).end();
        return;
      }
      uploads.push({ token: searchParams.get('token'), body: Buffer.concat(chunks) });
      const published = {
        namespace: 'aliada',
        name: 'aliada',
        version: '0.0.0',
        targetPlatform: 'universal',
      };
      response.writeHead(201, { 'content-type': 'application/json' }).end(JSON.stringify(published));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    uploads,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
