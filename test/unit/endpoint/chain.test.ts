import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { PeerCertificate, TLSSocket } from 'node:tls';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseAddress, type EndpointAddress } from '../../../src/core/endpoint/address';
import type { Chain } from '../../../src/core/endpoint/certificate';
import { chainLook } from '../../../src/core/endpoint/certificate.node';
import { certificates } from '../../../src/core/endpoint/certificates.node';
import { diagnose } from '../../../src/core/endpoint/diagnose';
import type { Finding } from '../../../src/core/endpoint/finding';
import type { NetworkSettings } from '../../../src/core/endpoint/networkSettings';
import { renderReport } from '../../../src/core/endpoint/report';
import { makeCertificates, type Certificates, type KeyPair } from '../../support/certificates';
import { never, openEndpoint } from '../../support/endpoint';

describe('a diagnosis looks at the certificate', () => {
  let made: Certificates;
  let folder: string;
  let server: Server | undefined;
  /** Names of the clients whose certificates the server saw. */
  let clients: string[];
  const file = (name: string): string => path.join(folder, name);
  const none: NetworkSettings = { caFile: undefined, clientCertificates: [] };

  before(async () => {
    made = await makeCertificates();
    folder = await mkdtemp(path.join(tmpdir(), 'aliada-chain-'));
    await writeFile(file('ca.pem'), made.authority);
    await writeFile(file('cert.pem'), made.client.cert);
    await writeFile(file('key.pem'), made.client.key);
  });
  beforeEach(() => {
    clients = [];
  });
  afterEach(() => {
    server?.closeAllConnections();
    server?.close();
    server = undefined;
  });
  after(() => rm(folder, { recursive: true, force: true }));

  const ca = (): NetworkSettings => ({ ...none, caFile: file('ca.pem') });
  const person = (): NetworkSettings['clientCertificates'] => [
    { host: '127.0.0.1', certFile: file('cert.pem'), keyFile: file('key.pem') },
  ];

  /** The rows of reachability and certificate, and the report. */
  async function look(
    pair: KeyPair,
    network: NetworkSettings,
    tls: object = {},
  ): Promise<{ reach: Finding; chain: Finding; report: string }> {
    const started = createServer({ ...pair, ca: made.authority, ...tls }, (_request, response) =>
      response.end('{"data":[{"id":"m"}]}'),
    );
    started.on('secureConnection', (socket: TLSSocket) => {
      // An empty object where the client showed none.
      const { subject } = socket.getPeerCertificate() as Partial<PeerCertificate>;
      if (subject !== undefined) clients.push(String(subject.CN));
    });
    server = started;
    await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve));
    const url = `https://127.0.0.1:${(started.address() as AddressInfo).port}`;
    const tlsFor = certificates(() => network);
    const found = await diagnose(
      {
        endpoint: openEndpoint(url, { model: 'm', tlsFor }),
        address: parseAddress(url, 'm') as EndpointAddress,
        uses: ['chat'],
        hasKey: () => Promise.resolve(false),
        isSuitable: () => true,
        lookAtChain: chainLook(tlsFor),
      },
      never,
    );
    const row = (check: string): Finding => found.findings.find((one) => one.check === check)!;
    return { reach: row('reach'), chain: row('tls'), report: renderReport([found], 'now') };
  }

  function chainIn({ seen }: Finding): Chain {
    assert.ok(seen.kind === 'chain');
    return seen.chain;
  }

  function subjects(finding: Finding): readonly string[] {
    return chainIn(finding).certificates.map(({ subject }) => subject);
  }

  it('of a private authority that the settings name: good, but for its few days', async () => {
    const { reach, chain } = await look(made.server, ca());
    assert.equal(reach.verdict, 'ok');
    assert.equal(chain.verdict, 'attention');
    assert.deepEqual(subjects(chain), ['server', 'Aliada test authority']);
    assert.ok(chainIn(chain).trusted);
  });

  for (const [what, pair, network] of [
    ['of an authority that nobody named', 'server', () => none],
    ['which has expired', 'expired', ca],
    ['of another host', 'wrongHost', ca],
    ['signed by itself', 'selfSigned', ca],
    ['with a file of authorities that cannot be read', 'server', () => ({ ...none, caFile: file('no.pem') })],
  ] as const) {
    it(`${what}: refused, and shown all the same`, async () => {
      const { reach, chain } = await look(made[pair], network());
      assert.deepEqual([reach.verdict, chain.verdict], ['fault', 'fault']);
      assert.ok(subjects(chain).length > 0);
    });
  }

  for (const maxVersion of ['TLSv1.3', 'TLSv1.2'] as const) {
    const demanding = { requestCert: true, rejectUnauthorized: true, maxVersion };

    it(`of a server that asks who one is (${maxVersion}), and is told`, async () => {
      const { reach, chain } = await look(made.server, { ...ca(), clientCertificates: person() }, demanding);
      assert.equal(reach.verdict, 'ok');
      assert.deepEqual(subjects(chain), ['server', 'Aliada test authority']);
      assert.ok(clients.length > 0 && clients.every((name) => name === 'person'));
    });

    it(`of a server that asks who one is (${maxVersion}), and is not told: the setting is named`, async () => {
      const { reach, chain, report } = await look(made.server, ca(), demanding);
      assert.equal(reach.verdict, 'fault');
      assert.notEqual(chain.verdict, 'fault', 'its own certificate is good');
      assert.match(report, /Name your certificate and its key in the setting `aliada\.network/);
    });
  }

  // With TLS 1.2 Node looks at the server's certificate only after it has shown its own.
  it('and does not show who one is to a server that it does not trust', async () => {
    const asking = { requestCert: true, rejectUnauthorized: false };
    const { chain } = await look(made.selfSigned, { ...ca(), clientCertificates: person() }, asking);
    assert.deepEqual(subjects(chain), ['self']);
    assert.deepEqual(clients, []);
  });
});
