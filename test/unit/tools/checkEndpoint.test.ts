import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import path from 'node:path';
import { checkServer, type EndpointCheck } from '../../../src/core/endpoint/check';
import { nodeFetch } from '../../../src/core/endpoint/transport.node';
import { answer, raw, json } from '../../support/replies';
import { modelNotFound, stall } from '../../support/failures';
import { MODEL, startScriptedServer, type ScriptedServer } from '../../support/scriptedServer';
import { standIns } from '../../support/standIns/all';
import { gateway } from '../../support/standIns/gateway';
import { goodKey } from '../../support/standIns/standIn';
import { vllm } from '../../support/standIns/vllm';

interface Checked {
  readonly dialect: string;
  readonly models: readonly string[];
  readonly contextSize: number | null;
  readonly capabilities: Readonly<Record<string, unknown>>;
  readonly reason: string;
}

describe('check-endpoint', function () {
  this.timeout(30_000); // most tests start a process that bundles the core
  let server: ScriptedServer | undefined;

  afterEach(async () => {
    await server?.stop();
    server = undefined;
  });

  for (const standIn of standIns) {
    it(`tells what ${standIn.name} is`, async () => {
      server = await standIn.start();
      const { dialect, models, contextSize, capabilities, reason } = await check(server.origin);
      assert.equal(reason, '');
      assert.ok(models.length > 0);
      // A service that is known by its address alone is, on this machine, some server or other.
      if (standIn.address !== undefined && standIn.dialect !== 'hf-router') return;
      assert.equal(dialect, standIn.dialect);
      if (standIn.dialect !== 'hf-router') assert.equal(contextSize, standIn.contextTokens ?? null);
      assert.equal(capabilities.chat, true);
      assert.equal(capabilities.rawCompletion, standIn.rawCompletion);
    });

    if (standIn.canLock) {
      it(`says that ${standIn.name} asks for a key, and uses it`, async () => {
        server = await standIn.start({ locked: true });
        assert.equal((await checkHere(server.url)).reason, 'auth');
        assert.equal((await checkHere(server.url, goodKey)).reason, '');
      });
    }

    if (standIn.saysLoading) {
      it(`says that ${standIn.name} is loading`, async () => {
        server = await standIn.start({ loading: true });
        const { reason } = await checkHere(server.url);
        assert.equal(reason, standIn.dialect === 'hf-endpoint' ? 'overloaded' : 'loading');
      });
    }
  }

  it('says that a key is missing, and takes it from the environment', async () => {
    server = await vllm.start({ locked: true });
    const { dialect, reason } = await check(server.url);
    assert.deepEqual([dialect, reason], ['vllm', 'auth']);
    assert.equal((await check(server.url, [], goodKey)).reason, '');
  });

  it('says that nobody listens', async () => {
    server = await startScriptedServer();
    const { url } = server;
    await server.stop();
    assert.deepEqual(await check(url), nothing('network'));
  });

  it('says that a web site is no model server', async () => {
    server = await startScriptedServer({ noRoute: raw('<html>', 200, { 'content-type': 'text/html' }) });
    server.route('GET /v1/models', raw('<html>', 200, { 'content-type': 'text/html' }));
    assert.deepEqual(await check(server.origin), nothing('badResponse'));
  });

  it('does not wait for a server that never answers', async () => {
    server = await startScriptedServer({ noRoute: stall() });
    server.route('GET /v1/models', stall());
    assert.deepEqual(await check(server.url, ['--timeout', '1']), nothing('timeout'));
  });

  it('does not wait for a server that never generates', async () => {
    server = await startScriptedServer();
    server.script(stall());
    const { dialect, reason } = await check(server.url, ['--timeout', '1']);
    assert.deepEqual([dialect, reason], ['vllm', 'timeout']);
  });

  it('says that the model is missing', async () => {
    server = await startScriptedServer();
    assert.equal((await check(server.url, ['--model', 'another'])).reason, 'notFound');
  });

  it('takes a model by name from a gateway that lists none', async () => {
    server = await startScriptedServer();
    server.route('GET /v1/models', json({ detail: 'Not Found' }, 404));
    assert.equal((await check(server.url, ['--model', 'salamandra'])).reason, '');
    assert.equal((await check(server.url)).reason, 'notFound');
  });

  it('says of each route whether it is there, whatever a look at it shows', async () => {
    const gone = json({ detail: 'Not Found' }, 404);
    server = await startScriptedServer();
    server.script(answer('a'));
    server.route('POST /v1/completions', gone);
    const chatOnly = await check(server.url);
    assert.deepEqual([chatOnly.reason, routesOf(chatOnly)], ['', { chat: true, rawCompletion: false }]);
    server.route('POST /v1/completions', answer('a'));
    server.route('POST /v1/chat/completions', gone);
    const textOnly = await check(server.url);
    assert.deepEqual([textOnly.reason, routesOf(textOnly)], ['', { chat: false, rawCompletion: true }]);
    server.route('POST /v1/completions', gone);
    const neither = await check(server.url);
    assert.deepEqual(
      [neither.reason, routesOf(neither)],
      ['notFound', { chat: false, rawCompletion: false }],
    );
  });

  it('leaves a route in which the model is unknown for what it is', async () => {
    server = await startScriptedServer();
    server.script(modelNotFound(MODEL));
    const checked = await check(server.url);
    assert.deepEqual([checked.reason, routesOf(checked)], ['notFound', { chat: true, rawCompletion: true }]);
  });

  it('says whether a server that nobody knows takes text behind the gap', async () => {
    server = await gateway.start();
    assert.equal((await checkHere(server.url)).capabilities.suffix, false);
    await server.stop();
    server = await startScriptedServer();
    server.route('GET /v1/models', json({ data: [{ id: 'alia' }] }));
    server.script(answer('a'));
    assert.equal((await checkHere(server.url)).capabilities.suffix, true);
  });

  it('does not take an answer without anything in it for one', async () => {
    server = await startScriptedServer();
    server.script(raw('data: [DONE]\n\n', 200, { 'content-type': 'text/event-stream' }));
    assert.equal((await check(server.url)).reason, 'badResponse');
  });

  it('finds its way behind a path, and says nothing else of a circle of redirects', async () => {
    server = await startScriptedServer();
    server.route('GET /llm/v1/models', json({ data: [{ id: 'alia' }] }));
    server.route('POST /llm/v1/chat/completions', answer('a'));
    const prefixed = await check(`${server.origin}/llm`);
    assert.deepEqual([prefixed.reason, prefixed.models], ['', ['alia']]);
    await server.stop();
    server = await startScriptedServer({
      noRoute: (request) => raw('', 302, { location: request.path })(request),
    });
    server.route('GET /v1/models', raw('', 302, { location: '/v1/models' }));
    assert.deepEqual(await check(server.url), nothing('badResponse'));
  });

  it('says that what it was given is no address', async () => {
    assert.equal((await check('http://')).reason, 'notFound');
  });
});

function routesOf({ capabilities: { chat, rawCompletion } }: Checked): object {
  return { chat, rawCompletion };
}

function nothing(reason: string): Checked {
  return { dialect: '', models: [], contextSize: null, capabilities: {}, reason };
}

/** The same check without a process of its own. */
function checkHere(url: string, key?: string): Promise<EndpointCheck> {
  return checkServer(url, nodeFetch('Aliada/test'), { model: undefined, key, deadlineMs: 10_000 });
}

/** Runs the tool and holds it to its word: one JSON object and nothing else, exit code 0. */
async function check(url: string, args: readonly string[] = [], key?: string): Promise<Checked> {
  const env = { ...process.env, ...(key === undefined ? {} : { ALIADA_API_KEY: key }) };
  const child = spawn(process.execPath, [path.resolve('tools/checkEndpoint.mjs'), url, ...args], { env });
  let out = '';
  let err = '';
  child.stdout.on('data', (data) => (out += String(data)));
  child.stderr.on('data', (data) => (err += String(data)));
  const code = await new Promise((resolve) => child.on('close', resolve));
  assert.equal(code, 0, err);
  assert.equal(err, '');
  assert.match(out, /^\{.*\}\n$/);
  return JSON.parse(out) as Checked;
}
