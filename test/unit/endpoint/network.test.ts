import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { certificates } from '../../../src/core/endpoint/certificates.node';
import { describeError, describeSettingProblem } from '../../../src/core/endpoint/describe';
import { readNetwork, type NetworkSettings } from '../../../src/core/endpoint/networkSettings';
import { nodeFetch } from '../../../src/core/endpoint/transport.node';
import { readEndpoints } from '../../../src/core/endpoint/settings';
import { makeCertificates, type Certificates } from '../../support/certificates';
import { failureOf, never, openEndpoint } from '../../support/endpoint';
import { json, raw } from '../../support/replies';
import { MODEL, startScriptedServer, type ScriptedServer } from '../../support/scriptedServer';

describe('certificates of the person’s own', () => {
  let made: Certificates;
  let folder: string;
  let server: ScriptedServer;
  const file = (name: string): string => path.join(folder, name);
  const models = (network: NetworkSettings): Promise<readonly string[]> =>
    openEndpoint(server.url, { tlsFor: certificates(() => network) }).models(never);

  before(async () => {
    made = await makeCertificates();
    folder = await mkdtemp(path.join(tmpdir(), 'aliada-network-'));
    await writeFile(file('ca.pem'), `Our authority\n${made.authority}`);
    await writeFile(file('cert.pem'), made.client.cert);
    await writeFile(file('key.pem'), made.client.key);
    await writeFile(file('locked.pem'), made.encryptedKey.key);
    await writeFile(file('none.pem'), 'nothing of the kind');
    const tls = { ...made.server, ca: made.authority, requestCert: true, rejectUnauthorized: true };
    server = await startScriptedServer({ tls });
  });
  after(async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const host = '127.0.0.1';
  it('an authority and a client certificate open the door', async () => {
    const own = { host, certFile: file('cert.pem'), keyFile: file('key.pem') };
    const network = { caFile: file('ca.pem'), clientCertificates: [own] };
    assert.deepEqual(await models(network), [MODEL]);
  });

  it('so does an encrypted key with its passphrase', async () => {
    const own = { host: new URL(server.url).host, certFile: file('cert.pem'), keyFile: file('locked.pem') };
    const { passphrase } = made.encryptedKey;
    const network = { caFile: file('ca.pem'), clientCertificates: [{ ...own, passphrase }] };
    assert.deepEqual(await models(network), [MODEL]);
    const wrong = { caFile: file('ca.pem'), clientCertificates: [{ ...own, passphrase: 'x' }] };
    assert.equal((await failureOf(models(wrong))).code, 'CLIENT_CERTIFICATE');
  });

  it('a client certificate goes to its own host only', async () => {
    const own = { host: 'other.test', certFile: file('cert.pem'), keyFile: file('key.pem') };
    const error = await failureOf(models({ caFile: file('ca.pem'), clientCertificates: [own] }));
    assert.match(describeError(error).message, /aliada\.network\.clientCertificates/);
  });

  it('an unknown authority is refused with the remedy, and a file that is none is named', async () => {
    const refused = await failureOf(models({ caFile: undefined, clientCertificates: [] }));
    assert.match(describeError(refused).message, /aliada\.network\.caFile/);
    for (const name of ['none.pem', 'missing.pem']) {
      const error = await failureOf(models({ caFile: file(name), clientCertificates: [] }));
      assert.deepEqual([error.reason, error.code], ['tls', 'CA_FILE']);
    }
  });

  it('a file that was renewed is read again', async () => {
    await writeFile(file('renewed.pem'), 'not yet');
    const tlsFor = certificates(() => ({ caFile: file('renewed.pem'), clientCertificates: [] }));
    await failureOf(tlsFor('h'));
    await writeFile(file('renewed.pem'), made.authority);
    assert.ok((await tlsFor('h')).ca?.includes(made.authority.trim()));
  });
});

describe('the settings of the network', () => {
  const entry = { host: 'h', certFile: 'c', keyFile: '${env:KEY_FILE}' };

  it('expand the environment, and take a passphrase only from there', () => {
    const env = { KEY_FILE: '/k', PASS: 'word' };
    const { network } = readNetwork(' /ca.pem ', [{ ...entry, passphrase: '${env:PASS}' }], env);
    assert.equal(network.caFile, '/ca.pem');
    assert.deepEqual(network.clientCertificates, [
      { host: 'h', certFile: 'c', keyFile: '/k', passphrase: 'word' },
    ]);
    const written = readNetwork('', [{ ...entry, passphrase: 'word' }, { host: 'h' }], env);
    assert.deepEqual(
      written.certificateProblems.map(({ index, kind }) => [index, kind]),
      [
        [0, 'writtenSecret'],
        [1, 'incompleteCertificate'],
      ],
    );
    for (const problem of written.certificateProblems) assert.ok(describeSettingProblem('s', problem));
  });
});

describe('headers of the person’s own', () => {
  const read = (headers: unknown, origin: 'user' | 'workspace' = 'user'): ReturnType<typeof readEndpoints> =>
    readEndpoints([{ url: 'https://h', headers }], origin, { TOKEN: 'secret-7' });

  it('are read, with the environment in them', () => {
    const { addresses } = read({ 'X-Tenant': 'escola', Authorization: 'Basic ${env:TOKEN}' });
    assert.deepEqual(addresses[0]?.headers, { 'x-tenant': 'escola', authorization: 'Basic secret-7' });
  });

  for (const [name, headers, kind] of [
    ['a secret written out', { Authorization: 'Bearer abc' }, 'writtenSecret'],
    ['another one', { 'X-Api-Key': 'abc' }, 'writtenSecret'],
    ['Host', { Host: 'other.test' }, 'forbiddenHeader'],
    ['a header of the connection', { 'Transfer-Encoding': 'chunked' }, 'forbiddenHeader'],
    ['two headers in one', { 'x-a': 'b\r\nhost: other.test' }, 'badHeader'],
    ['a name that is none', { 'x a': 'b' }, 'badHeader'],
    ['a list', ['x-a: b'], 'badHeader'],
  ] as const) {
    it(`${name} is refused: ${kind}`, () => {
      const { addresses, problems } = read(headers);
      assert.deepEqual(addresses, []);
      assert.equal(problems[0]?.kind, kind);
      assert.ok(describeSettingProblem('aliada.chat.endpoints', problems[0]).length > 20);
    });
  }

  it('a workspace reads no environment through them', () => {
    assert.equal(read({ 'x-a': '${env:TOKEN}' }, 'workspace').problems[0]?.kind, 'variableInWorkspace');
  });
});

describe('a connection that was kept', () => {
  it('is opened anew without a word where the server has closed it', async () => {
    const seen = new Map<Socket, number>();
    // As llama-server: promises to keep the connection, and closes it.
    const server = createServer((request, response) => {
      const count = (seen.get(request.socket) ?? 0) + 1;
      seen.set(request.socket, count);
      if (count > 1) request.socket.destroy();
      else response.writeHead(200, { 'keep-alive': 'timeout=5' }).end('[]');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    try {
      const fetch = nodeFetch('Aliada/test');
      const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
      for (let round = 0; round < 3; round += 1) {
        const response = await fetch(url, { method: 'POST', headers: {}, body: '{}' });
        assert.equal(await response.text(), '[]');
      }
      assert.equal(seen.size, 3);
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });
});

describe('what goes along with a request', () => {
  let server: ScriptedServer;
  let other: ScriptedServer;
  beforeEach(async () => {
    server = await startScriptedServer();
    other = await startScriptedServer();
  });
  afterEach(async () => {
    await server.stop();
    await other.stop();
  });

  const keyFor = (): Promise<string> => Promise.resolve('key-7');
  const call = {
    messages: [{ role: 'user' as const, content: 'Hola' }],
    temperature: 0,
    maxTokens: 8,
    stop: [],
  };
  async function ask(options: object = {}): Promise<void> {
    const events = openEndpoint(server.url, { keyFor, ...options }).chat(call, never);
    for await (const event of events) assert.ok(event);
  }

  it('own headers and the key; an Authorization of one’s own in its place', async () => {
    await ask({ headers: { 'x-tenant': 'escola' } });
    await ask({ headers: { authorization: 'Basic abc' } });
    const [first, second] = server.asked;
    assert.deepEqual(
      [first?.headers['x-tenant'], first?.headers.authorization, first?.headers['content-type']],
      ['escola', 'Bearer key-7', 'application/json'],
    );
    assert.equal(second?.headers.authorization, 'Basic abc');
    assert.match(first?.headers['user-agent'] ?? '', /^Aliada/);
  });

  for (const status of [301, 302, 303, 307, 308]) {
    it(`a ${status} to another origin takes nothing along`, async () => {
      server.script(raw('', status, { location: other.url }));
      const error = await failureOf(ask({ headers: { 'x-tenant': 'escola' } }));
      assert.equal(error.movedTo, other.origin);
      assert.ok(describeError(error).message.includes(other.origin));
      assert.deepEqual(other.requests, []);
    });
  }

  it('a 308 on the same origin is followed once, with the request as it was', async () => {
    server.script(raw('', 308, { location: '/v2/x' }));
    server.route('POST /v2/x', json({ error: 'here' }, 401));
    assert.equal((await failureOf(ask())).reason, 'auth');
    const [first, second] = server.requests.filter(({ method }) => method === 'POST');
    assert.deepEqual([second?.path, second?.text], ['/v2/x', first?.text]);
    assert.equal(second?.headers.authorization, 'Bearer key-7');
  });

  it('words of a server that quote a header of one’s own are masked', async () => {
    server.script(json({ error: 'no such tenant: escola-9' }, 403));
    const error = await failureOf(ask({ headers: { 'x-tenant': 'escola-9' } }));
    assert.equal(error.serverMessage, 'no such tenant: …');
  });
});
