/** An HTTP proxy that leads every name to this machine, as the proxy of an organisation knows names of its own. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';

export interface TestProxy {
  readonly port: number;
  /** What it was asked to reach and let through: `host:port`, with `CONNECT ` before it for a tunnel. */
  readonly asked: string[];
  stop(): Promise<void>;
}

/** @param credentials `user:password`; without them everybody is let through. */
export async function startTestProxy(credentials?: string): Promise<TestProxy> {
  const asked: string[] = [];
  const sockets = new Set<Socket>();
  const wanted = credentials && `Basic ${Buffer.from(credentials).toString('base64')}`;
  const allowed = ({ headers }: IncomingMessage): boolean =>
    wanted === undefined || headers['proxy-authorization'] === wanted;
  const server = createServer((request, response) => forward(request, response));
  const forward = (request: IncomingMessage, response: ServerResponse): void => {
    if (!allowed(request)) {
      response.writeHead(407, { 'proxy-authenticate': 'Basic realm="test"' }).end();
      return;
    }
    const { host, hostname, port, pathname } = new URL(request.url ?? '');
    asked.push(host);
    // A bare socket: inside VS Code node:http itself asks the proxy, and this one would ask itself for ever.
    const onward = connect(Number(port) || 80, /^[\d.]+$/.test(hostname) ? hostname : '127.0.0.1', () => {
      const headers = Object.entries(request.headers)
        .filter(([name]) => !/^(proxy-.*|connection)$/.test(name))
        .map(([name, value]) => `${name}: ${String(value)}\r\n`);
      onward.write(`${request.method} ${pathname} HTTP/1.1\r\nconnection: close\r\n${headers.join('')}\r\n`);
      request.pipe(onward, { end: false });
      onward.pipe(request.socket);
    });
    onward.on('error', () => response.destroy());
  };
  server.on('connect', (request, client: Socket) => {
    if (!allowed(request)) {
      client.end(
        'HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm="test"\r\n\r\n',
      );
      return;
    }
    asked.push(`CONNECT ${request.url}`);
    const onward = connect(Number(request.url?.split(':')[1]), '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      client.pipe(onward).pipe(client);
    });
    for (const socket of [client, onward]) socket.on('error', () => (client.destroy(), onward.destroy()));
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    asked,
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((done) => server.close(done));
    },
  };
}
