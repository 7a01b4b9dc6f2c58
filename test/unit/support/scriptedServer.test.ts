import assert from 'node:assert/strict';
import { MODEL, startScriptedServer } from '../../support/scriptedServer';
import { answer, endlessAnswer, gatedAnswer } from '../../support/replies';
import * as failures from '../../support/failures';
import type { ScriptedServer } from '../../support/scriptedServer';

describe('scripted server', () => {
  let server: ScriptedServer;
  beforeEach(async () => {
    server = await startScriptedServer();
  });
  afterEach(() => server.stop());

  function ask(path: string, body: object, signal?: AbortSignal): Promise<Response> {
    return fetch(`${server.url}/${path}`, {
      method: 'POST',
      body: JSON.stringify({ model: MODEL, ...body }),
      ...(signal && { signal }),
    });
  }

  /** The text of a stream, read as a plain client would. */
  function textOf(stream: string): string {
    return stream
      .split(/\r?\n/)
      .filter((line) => line.startsWith('data: {'))
      .map((line) => JSON.parse(line.slice(6)) as Chunk)
      .map(({ choices: [choice] }) => choice?.text ?? choice?.delta?.content ?? '')
      .join('');
  }
  interface Chunk {
    readonly choices: readonly { readonly text?: string; readonly delta?: { readonly content?: string } }[];
  }

  it('streams a completion and records the request', async () => {
    server.script(answer('return a + b'));
    const response = await ask('completions', { prompt: 'def f(a, b):', stream: true });
    const stream = await response.text();
    assert.equal(textOf(stream), 'return a + b');
    assert.match(stream, /"finish_reason":"stop"/);
    assert.ok(stream.endsWith('data: [DONE]\n\n'));
    const [request] = server.asked;
    assert.equal(request?.body.prompt, 'def f(a, b):');
    assert.equal(await request.closed, 'answered');
    assert.equal(request.closedByClient, false);
  });

  it('answers a chat whole or streamed, as the request asks', async () => {
    server.script(answer('Bon dia, què tal?'));
    const streamed = await ask('chat/completions', { stream: true, stream_options: { include_usage: true } });
    const stream = await streamed.text();
    assert.equal(textOf(stream), 'Bon dia, què tal?');
    assert.match(stream, /"choices":\[\],"usage":/);
    const whole = (await (await ask('chat/completions', {})).json()) as {
      choices: { message: { content: string } }[];
    };
    assert.equal(whole.choices[0]?.message.content, 'Bon dia, què tal?');
  });

  it('keeps the text whole however its bytes are cut', async () => {
    const text = 'ñandú, açò, 🦊 eta euskaraz';
    for (const shape of [
      { bytesPerPiece: 1 },
      { lineEnd: '\r\n' as const, comments: true },
      { errorNull: true },
    ]) {
      server.script(answer(text, { shape, chunkSize: 3 }));
      assert.equal(textOf(await (await ask('chat/completions', { stream: true })).text()), text);
    }
    server.script(answer(text, { shape: { lastBlankLine: false, done: false, emptyChoices: true } }));
    const stream = await (await ask('completions', { stream: true })).text();
    assert.equal(textOf(stream), text);
    assert.ok(stream.endsWith('}\n') && !stream.endsWith('\n\n'));
  });

  it('holds chunks back until the test releases them', async () => {
    const reply = gatedAnswer('onetwo', { chunkSize: 3 });
    server.script(reply);
    const reader = (await ask('completions', { stream: true })).body!.getReader();
    const next = async (): Promise<string> => textOf(Buffer.from((await reader.read()).value).toString());
    reply.release(1);
    assert.equal(await next(), 'one');
    reply.release(1);
    assert.equal(await next(), 'two');
    reply.release();
    assert.match(Buffer.from((await reader.read()).value).toString(), /DONE/);
  });

  it('sees the client close the connection', async () => {
    server.script(endlessAnswer('word '));
    const abort = new AbortController();
    const response = await ask('completions', { stream: true }, abort.signal);
    await response.body!.getReader().read();
    abort.abort();
    const request = await server.waitForRequest();
    assert.equal(await request.closed, 'closedByClient');
    assert.equal(request.closedByClient, true);
  });

  it('goes away and comes back on the same port', async () => {
    const { port } = server;
    await server.stop();
    await assert.rejects(ask('completions', {}));
    await server.start();
    assert.equal(server.port, port);
    server.script(answer('here'));
    assert.equal((await ask('completions', {})).status, 200);
  });

  it('fails in each named way', async () => {
    const statuses = [
      [failures.unauthorized('tgi'), 401],
      [failures.modelNotFound('x'), 404],
      [failures.contextTooLong('llamaServer'), 400],
      [failures.rateLimited('7'), 429],
      [failures.internalError(), 500],
      [failures.badGateway(), 502],
      [failures.loadingModel(), 503],
    ] as const;
    for (const [reply, status] of statuses) {
      server.scriptNext(reply);
      const response = await ask('completions', { stream: true });
      assert.equal(response.status, status);
      if (status === 429) assert.equal(response.headers.get('retry-after'), '7');
      await response.arrayBuffer();
    }
    server.scriptNext(
      failures.resetBefore(),
      failures.resetAfter('half'),
      failures.errorAfter('half', 'tgi'),
    );
    await assert.rejects(ask('completions', { stream: true }));
    await assert.rejects((await ask('completions', { stream: true })).text());
    assert.match(
      await (await ask('completions', { stream: true })).text(),
      /Request failed during generation/,
    );
    assert.equal(await server.requests.at(-2)?.closed, 'cutByServer');
  });

  it('says what it saw when an awaited request does not come', async () => {
    await (await fetch(`${server.url}/models`)).arrayBuffer();
    await assert.rejects(server.waitForRequest(undefined, 20), /GET \/v1\/models/);
  });
});
