import assert from 'node:assert/strict';
import { describeError } from '../../../src/core/endpoint/describe';
import { EndpointError, type EndpointFailure } from '../../../src/core/endpoint/errors';
import { never, openEndpoint } from '../../support/endpoint';
import * as failures from '../../support/failures';
import { answer, json, raw, type Reply } from '../../support/replies';
import { startScriptedServer, type ScriptedServer } from '../../support/scriptedServer';

interface Row {
  readonly name: string;
  readonly reply: Reply;
  readonly reason: EndpointFailure;
  /** Text that arrived before the failure and must not be lost. */
  readonly kept?: string;
}

const rows: readonly Row[] = [
  { name: '401 of vLLM', reply: failures.unauthorized('vllm'), reason: 'auth' },
  { name: '401 of llama-server', reply: failures.unauthorized('llamaServer'), reason: 'auth' },
  { name: '401 of FastAPI', reply: failures.unauthorized('fastApi'), reason: 'auth' },
  { name: '401 of OpenAI', reply: failures.unauthorized('openAi'), reason: 'auth' },
  { name: '401 without a body', reply: failures.unauthorized('tgi'), reason: 'auth' },
  { name: '403', reply: json({ message: 'Forbidden' }, 403), reason: 'auth' },
  { name: '404 for the model', reply: failures.modelNotFound('x'), reason: 'notFound' },
  { name: '400 too long, vLLM', reply: failures.contextTooLong('vllm'), reason: 'contextTooLong' },
  { name: '400 too long, older vLLM', reply: failures.contextTooLong('vllmFlat'), reason: 'contextTooLong' },
  {
    name: '400 too long, llama-server',
    reply: failures.contextTooLong('llamaServer'),
    reason: 'contextTooLong',
  },
  { name: '400 otherwise', reply: json({ error: { message: 'bad role' } }, 400), reason: 'badResponse' },
  { name: '413', reply: raw('', 413, {}), reason: 'contextTooLong' },
  { name: '429', reply: failures.rateLimited('2'), reason: 'overloaded' },
  { name: '500', reply: failures.internalError(), reason: 'badResponse' },
  { name: '502 with HTML', reply: failures.badGateway(), reason: 'badResponse' },
  { name: '400 with a rate limit', reply: json({ error: 'Rate limit exceeded' }, 400), reason: 'overloaded' },
  { name: 'a status that does not exist', reply: raw('', 999, {}), reason: 'badResponse' },
  { name: '503 overloaded', reply: json({ error: 'Model is overloaded' }, 503), reason: 'overloaded' },
  { name: '503 loading', reply: failures.loadingModel(), reason: 'loading' },
  {
    name: '200 with a page of HTML',
    reply: raw('<html>Sign in</html>', 200, { 'content-type': 'text/html' }),
    reason: 'badResponse',
  },
  { name: 'reset before the answer', reply: failures.resetBefore(), reason: 'network' },
  { name: 'reset in mid-stream', reply: failures.resetAfter('Hola'), reason: 'network', kept: 'Hola' },
  { name: 'stall before the answer', reply: failures.stall(), reason: 'timeout' },
  { name: 'stall in mid-stream', reply: failures.stallAfter('Hola'), reason: 'timeout', kept: 'Hola' },
  {
    name: 'error event of vLLM',
    reply: failures.errorAfter('Hola', 'vllm'),
    reason: 'badResponse',
    kept: 'Hola',
  },
  {
    name: 'error event of llama-server',
    reply: failures.errorAfter('Hola', 'llamaServer'),
    reason: 'badResponse',
    kept: 'Hola',
  },
  {
    name: 'error event of TGI',
    reply: failures.errorAfter('Hola', 'tgi'),
    reason: 'badResponse',
    kept: 'Hola',
  },
  { name: 'truncated JSON', reply: failures.truncatedAfter('Hola'), reason: 'badResponse', kept: 'Hola' },
];

describe('a failing server', () => {
  let server: ScriptedServer;

  before(async () => {
    server = await startScriptedServer();
  });
  after(() => server.stop());

  for (const row of rows) {
    it(`${row.name}: ${row.reason}${row.kept === undefined ? '' : ', what came before is kept'}`, async () => {
      server.script(row.reply);
      const { text, error } = await read(server.url);
      assert.equal(error.reason, row.reason);
      assert.equal(text, row.kept ?? '');
      assert.ok(describeError(error).message.length > 10);
    });
  }

  it('refused: network, with the code', async () => {
    const gone = await startScriptedServer();
    await gone.stop();
    const { error } = await read(gone.url);
    assert.deepEqual([error.reason, error.code], ['network', 'ECONNREFUSED']);
  });

  it('unknown host: network', async () => {
    const { error } = await read('http://no-such-host.invalid');
    assert.equal(error.reason, 'network');
  });

  it('plain HTTP behind an https address: tls', async () => {
    const { error } = await read(server.url.replace('http:', 'https:'));
    assert.equal(error.reason, 'tls');
  });
});

describe('a stream of another shape', () => {
  let server: ScriptedServer;
  const text = 'Això és çò que volíem: 「ñ」 👩‍💻 "error" i prou.';

  before(async () => {
    server = await startScriptedServer();
  });
  after(() => server.stop());

  for (const shape of [
    { lineEnd: '\r\n' as const },
    { comments: true },
    { lastBlankLine: false },
    { lastBlankLine: false, done: false },
    { done: false },
    { bytesPerPiece: 1 },
    { bytesPerPiece: 3, lineEnd: '\r\n' as const, comments: true },
    { errorNull: true },
    { emptyChoices: true },
  ]) {
    it(`is read whole: ${JSON.stringify(shape)}`, async () => {
      server.script(answer(text, { shape }));
      let got = '';
      let finished = false;
      for await (const event of openEndpoint(server.url).chat(call, never)) {
        if (event.type === 'text') got += event.text;
        finished ||= event.type === 'finish';
      }
      assert.equal(got, text);
      assert.ok(finished);
    });
  }
});

const call = {
  messages: [{ role: 'user' as const, content: 'Hola' }],
  temperature: 0,
  maxTokens: 8,
  stop: [],
};

async function read(url: string): Promise<{ text: string; error: EndpointError }> {
  const endpoint = openEndpoint(url, { deadlines: { headersMs: 300, silenceMs: 300 } });
  let text = '';
  try {
    for await (const event of endpoint.chat(call, never)) if (event.type === 'text') text += event.text;
  } catch (error) {
    assert.ok(error instanceof EndpointError, String(error));
    return { text, error };
  }
  throw new Error('did not fail');
}
