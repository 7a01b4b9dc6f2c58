import assert from 'node:assert/strict';
import { describeError, describeSettingProblem } from '../../../src/core/endpoint/describe';
import { readNetwork } from '../../../src/core/endpoint/networkSettings';
import { reportAdvice } from '../../../src/core/endpoint/reportAdvice';
import { readEndpoints } from '../../../src/core/endpoint/settings';
import type { Fetch } from '../../../src/core/endpoint/transport';
import { webFetch, type WebDeadlines } from '../../../src/core/endpoint/webFetch';
import { itConforms } from '../../support/conformance';
import { failureOf } from '../../support/endpoint';
import { answer, beginning, endlessAnswer, gatedAnswer, json, raw } from '../../support/replies';
import { startScriptedServer, type ScriptedServer } from '../../support/scriptedServer';
import { standIns } from '../../support/standIns/all';
import { openStandIn } from '../../support/standIns/open';

const page = 'https://editor.example.org';
const get = { method: 'GET', headers: {} } as const;
const post = {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: '{"stream":true,"prompt":"my own words"}',
} as const;

/** A browser that lets the page read an answer only where `mayRead` says so, as CORS does. Node's fetch lets all. */
function browser(mayRead: (url: string) => boolean, deadlines: Partial<WebDeadlines> = {}): Fetch {
  const seen = async (url: unknown, init?: RequestInit): Promise<Response> => {
    const response = await fetch(String(url), init);
    if (init?.mode !== 'no-cors' && !mayRead(String(url))) throw new TypeError('Failed to fetch');
    return response;
  };
  return webFetch({ fetch: seen, page }, deadlines);
}

const open = browser(() => true);

describe('the network from a browser', () => {
  let server: ScriptedServer;
  beforeEach(async () => {
    server = await startScriptedServer();
  });
  afterEach(() => server.stop());

  it('brings an answer as it comes, and a refusal with its status', async () => {
    const reply = gatedAnswer('Bon dia', { chunkSize: 3 });
    server.script(reply);
    const response = await open(`${server.url}/completions`, post);
    const reader = (response.body as ReadableStream<Uint8Array>).getReader();
    reply.release(1);
    assert.match(new TextDecoder().decode((await reader.read()).value), /Bon/);
    reply.release();
    await reader.cancel();
    server.script(json({ error: 'no' }, 401));
    assert.equal((await open(`${server.url}/completions`, post)).status, 401);
  });

  it('closes the connection when it is aborted, before the answer and within it', async () => {
    const early = new AbortController();
    server.script(answer('x', { msBefore: 60_000 }));
    const asked = failureOf(open(`${server.url}/completions`, { ...post, signal: early.signal }));
    const first = await server.waitForRequest();
    early.abort();
    assert.equal((await asked).reason, 'aborted');
    assert.equal(await first.closed, 'closedByClient');

    server.forget();
    server.script(endlessAnswer('w '));
    const late = new AbortController();
    const response = await open(`${server.url}/completions`, { ...post, signal: late.signal });
    const reading = failureOf(response.text());
    late.abort();
    assert.equal((await reading).reason, 'aborted');
    assert.equal(await server.asked[0]!.closed, 'closedByClient');
  });

  it('gives up a server that says nothing, at first and in the middle', async () => {
    const hurried = browser(() => true, { firstMs: 30, silenceMs: 30 });
    server.script(() => [{ do: 'hang' }]);
    assert.equal((await failureOf(hurried(`${server.url}/completions`, post))).reason, 'timeout');
    server.script(beginning('Bon', [{ do: 'hang' }]));
    const patient = browser(() => true, { firstMs: 5_000, silenceMs: 30 });
    const response = await patient(`${server.url}/completions`, post);
    assert.equal((await failureOf(response.text())).reason, 'timeout');
  });

  it('tells a server that does not let the page in from one that is not there', async () => {
    const closed = await failureOf(browser(() => false)(`${server.url}/models`, get));
    assert.deepEqual([closed.reason, closed.code, closed.page], ['network', 'BROWSER_CORS', page]);
    assert.match(describeError(closed).message, /editor\.example\.org.*CORS/);
    assert.match(
      reportAdvice({ check: 'reach', verdict: 'fault', seen: { kind: 'failed', error: closed } }),
      /--allowed-origins '\["https:\/\/editor\.example\.org"\]'/,
    );
    const { url } = server;
    await server.stop();
    const away = await failureOf(browser(() => false)(`${url}/models`, get));
    assert.deepEqual([away.reason, away.code], ['network', 'BROWSER_NETWORK']);
  });

  it('looks for the server without key, headers and words', async () => {
    const fields = { ...post.headers, authorization: 'Bearer k', 'x-tenant': 'escola' };
    await failureOf(browser(() => false)(`${server.url}/completions`, { ...post, headers: fields }));
    const look = server.requests.find(({ method }) => method === 'HEAD')!;
    assert.deepEqual([look.path, look.text, look.headers.authorization], ['/', '', undefined]);
    assert.equal(look.headers['x-tenant'], undefined);
  });

  it('opens no http but on this computer, and says so before anything is sent', async () => {
    for (const url of ['http://gpu.example.org/v1/models', 'http://10.0.0.7:8000/v1/models']) {
      const error = await failureOf(open(url, get));
      assert.equal(error.code, 'BROWSER_HTTP');
      assert.match(describeError(error).message, /https:\/\//);
    }
    assert.equal((await open(`${server.url}/models`, get)).status, 200);
  });

  it('follows no redirect, whose goal a browser does not name', async () => {
    server.route('GET /v1/models', raw('', 307, { location: 'https://elsewhere.example.org/' }));
    const hiding = webFetch({
      page,
      fetch: async (url, init) => {
        const response = await fetch(url, init);
        // Node names the goal; a browser hides the whole answer.
        if (response.status === 307) Object.defineProperty(response, 'type', { value: 'opaqueredirect' });
        return response;
      },
    });
    const error = await failureOf(hiding(`${server.url}/models`, get));
    assert.deepEqual([error.reason, error.code], ['badResponse', 'BROWSER_REDIRECT']);
    assert.deepEqual(describeError(error).remedies, ['setUp', 'openSettings']);
    assert.equal(server.requests.length, 1);
  });

  it('keeps what was asked out of the error', async () => {
    const error = await failureOf(browser(() => false)(`${server.url}/completions`, post));
    assert.ok(!JSON.stringify(Object.entries(error)).includes('my own words'));
  });
});

/** Three whose text comes in different ways. */
const ways = standIns.filter(({ name }) => ['vLLM', 'llama-server', 'Ollama'].includes(name));

for (const standIn of ways) {
  describe(`conformance from a browser: ${standIn.name}`, () => {
    let server: ScriptedServer;
    beforeEach(async () => {
      server = await standIn.start();
    });
    afterEach(() => server.stop());

    itConforms(
      () => openStandIn(standIn, server, undefined, open),
      () => standIn,
    );
  });
}

describe('the settings in a browser', () => {
  it('take no variable, name http elsewhere, and keep what works', () => {
    const list = [
      { url: 'https://h/v1', headers: { Authorization: 'Bearer ${env:KEY}' } },
      { url: 'http://gpu.example.org:8000/v1' },
      { url: 'http://localhost:8080' },
    ];
    const { addresses, problems } = readEndpoints(list, 'user', undefined);
    assert.deepEqual(
      problems.map(({ index, kind }) => [index, kind]),
      [
        [0, 'variableInBrowser'],
        [1, 'httpInBrowser'],
      ],
    );
    assert.deepEqual(
      addresses.map(({ host }) => host),
      ['gpu.example.org:8000', 'localhost:8080'],
    );
    for (const problem of problems) assert.ok(describeSettingProblem('s', problem).length > 20);
  });

  it('say that the browser’s certificates count, where others are named', () => {
    const own = [{ host: 'h', certFile: 'c', keyFile: 'k' }];
    const { network, caFileProblems, certificateProblems } = readNetwork('/ca.pem', own, undefined);
    assert.deepEqual(network, { caFile: undefined, clientCertificates: [] });
    assert.deepEqual(
      [...caFileProblems, ...certificateProblems].map(({ kind }) => kind),
      ['certificatesInBrowser', 'certificatesInBrowser'],
    );
    const none = readNetwork('', [], undefined);
    assert.deepEqual([...none.caFileProblems, ...none.certificateProblems], []);
  });
});
