/** What stands at the other end for the faults that are none of an answer's. */
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import type { TlsOptions } from 'node:tls';
import type { Certificates } from './certificates';
import type { Place } from './faultTable';
import { startScriptedServer, type ScriptedServer } from './scriptedServer';

export interface FaultPlaces {
  url(place: Place): string;
  /** Connections that are open at any of them, idle ones included. */
  openSockets(): number;
  stop(): Promise<void>;
}

export async function openFaultPlaces(certificates: Certificates): Promise<FaultPlaces> {
  const { authority, server, expired, wrongHost, selfSigned } = certificates;
  const wantsClient = { ...server, ca: authority, requestCert: true, rejectUnauthorized: true };
  const tls = {
    tlsExpired: await secure(expired),
    tlsWrongHost: await secure(wrongHost),
    tlsUnknownAuthority: await secure(server),
    tlsSelfSigned: await secure(selfSigned),
    tlsWantsClient: await secure({ ...wantsClient, minVersion: 'TLSv1.3' }),
    tls12WantsClient: await secure({ ...wantsClient, maxVersion: 'TLSv1.2' }),
  };
  const plain = await startScriptedServer();
  const gone = await startScriptedServer();
  await gone.stop();
  const sockets = new Set<Socket>();
  const resets = await listen(sockets, (socket) => socket.once('data', () => socket.resetAndDestroy()));
  const silent = await listen(sockets, () => undefined);
  const urls: Readonly<Record<Exclude<Place, keyof typeof tls>, string>> = {
    nobody: gone.url,
    unknownName: 'http://no-such-host.invalid/v1',
    resetsAtOnce: `http://127.0.0.1:${port(resets)}/v1`,
    // Over TLS, so that the connection is never ready: nobody shakes hands.
    acceptsAndIsSilent: `https://127.0.0.1:${port(silent)}/v1`,
    plainBehindHttps: plain.url.replace('http:', 'https:'),
  };
  const scripted: ScriptedServer[] = [plain, ...Object.values(tls)];
  return {
    url: (place) => (place in tls ? tls[place as keyof typeof tls].url : urls[place as keyof typeof urls]),
    openSockets: () => scripted.reduce((sum, one) => sum + one.openSockets, sockets.size),
    stop: async () => {
      for (const one of scripted) await one.stop();
      for (const socket of sockets) socket.destroy();
      for (const one of [resets, silent]) await new Promise((done) => one.close(done));
    },
  };
}

function secure(tls: TlsOptions): Promise<ScriptedServer> {
  return startScriptedServer({ tls });
}

function port(server: Server): number {
  return (server.address() as AddressInfo).port;
}

async function listen(sockets: Set<Socket>, take: (socket: Socket) => void): Promise<Server> {
  const server = createServer((socket) => {
    sockets.add(socket);
    // Read, or the end of the connection would not be noticed.
    socket.resume();
    socket.on('error', () => undefined);
    socket.once('close', () => sockets.delete(socket));
    take(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}
