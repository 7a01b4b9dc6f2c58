import assert from 'node:assert/strict';
import { EndpointError } from '../../../src/core/endpoint/errors';
import type { ChatCall, CompletionCall } from '../../../src/core/endpoint/endpoint';
import { never, openEndpoint, textOf } from '../../support/endpoint';
import { loadingModel, modelNotFound, rateLimited } from '../../support/failures';
import { answer, endlessAnswer, json, raw } from '../../support/replies';
import { startScriptedServer, type ScriptedServer } from '../../support/scriptedServer';

const chatCall: ChatCall = {
  messages: [{ role: 'user', content: 'Hola' }],
  temperature: 0.2,
  maxTokens: 64,
  stop: [],
};
const completionCall: CompletionCall = { prompt: 'def suma(', temperature: 0.1, maxTokens: 16, stop: ['\n'] };

describe('the door to a model server', () => {
  let server: ScriptedServer;

  beforeEach(async () => {
    server = await startScriptedServer();
  });
  afterEach(() => server.stop());

  it('streams a chat answer with its usage and its end', async () => {
    server.script(answer('¡Hola! ¿Què tal? 👋', { finishReason: 'length' }));
    const events = [];
    for await (const event of openEndpoint(server.url).chat(chatCall, never)) events.push(event);
    const text = events.map((event) => (event.type === 'text' ? event.text : '')).join('');
    assert.equal(text, '¡Hola! ¿Què tal? 👋');
    assert.deepEqual(
      events.filter(({ type }) => type !== 'text').map(({ type }) => type),
      ['finish', 'usage'],
    );
    assert.ok(events.some((event) => event.type === 'finish' && event.reason === 'length'));
  });

  it('asks in full: model, messages, sampling and a neutral repetition penalty', async () => {
    server.script(answer('x'));
    await textOf(openEndpoint(server.url, { model: 'alia-40b' }).chat(chatCall, never));
    const [request] = server.asked;
    assert.equal(request?.path, '/v1/chat/completions');
    assert.deepEqual(request.body, {
      model: 'alia-40b',
      messages: [{ role: 'user', content: 'Hola' }],
      stream: true,
      stream_options: { include_usage: true },
      temperature: 0.2,
      max_tokens: 64,
      repetition_penalty: 1,
    });
  });

  it('asks for a model that is named after its path, as llama-server and vLLM name it', async () => {
    server.script(answer('x'));
    const endpoint = openEndpoint(server.url, { model: '/models/salamandra-7b' });
    assert.equal(await textOf(endpoint.chat(chatCall, never)), 'x');
    assert.equal(await textOf(endpoint.complete(completionCall, never)), 'x');
    assert.deepEqual(
      server.asked.map(({ body }) => body.model),
      ['/models/salamandra-7b', '/models/salamandra-7b'],
    );
  });

  it('continues raw text through /v1/completions', async () => {
    server.script(answer('a, b):'));
    const text = await textOf(openEndpoint(server.url).complete(completionCall, never));
    assert.equal(text, 'a, b):');
    const [request] = server.asked;
    assert.equal(request?.path, '/v1/completions');
    assert.equal(request.body.prompt, 'def suma(');
    assert.deepEqual(request.body.stop, ['\n']);
    assert.equal((request.body as { inputs?: unknown }).inputs, undefined, 'TGI’s own field stays away');
  });

  it('lists models, and asks the first suitable one where none is set', async () => {
    server.models = ['BSC-LT/mRoBERTa', 'BSC-LT/salamandra-2b-instruct'];
    server.script(answer('x'));
    const endpoint = openEndpoint(server.url, { model: '' });
    assert.equal(endpoint.model, undefined);
    await textOf(endpoint.chat(chatCall, never));
    await textOf(endpoint.chat(chatCall, never));
    assert.equal(endpoint.model, 'BSC-LT/salamandra-2b-instruct');
    assert.equal(server.requests.filter(({ path }) => path === '/v1/models').length, 1);
    assert.equal(server.asked[0]?.body.model, 'BSC-LT/salamandra-2b-instruct');
  });

  it('sends the key of its own origin and says who asks', async () => {
    const asked: string[] = [];
    server.script(answer('x'));
    const keyFor = (origin: string): Promise<string> => {
      asked.push(origin);
      return Promise.resolve('secret-1');
    };
    await textOf(openEndpoint(server.url, { keyFor }).chat(chatCall, never));
    assert.deepEqual([...new Set(asked)], [server.origin]);
    assert.equal(server.asked[0]?.headers.authorization, 'Bearer secret-1');
    assert.equal(server.asked[0].headers['user-agent'], 'Aliada/test');
  });

  it('closes the connection when the signal is aborted', async () => {
    server.script(endlessAnswer('la '));
    const abort = new AbortController();
    const reading = (async () => {
      let count = 0;
      for await (const event of openEndpoint(server.url).chat(chatCall, abort.signal)) {
        if (event.type === 'text') count += 1;
        if (count === 3) abort.abort();
      }
    })();
    await assert.rejects(reading, reason('aborted'));
    assert.equal(await server.asked[0]?.closed, 'closedByClient');
  });

  it('closes the connection when the reader leaves the loop', async () => {
    server.script(endlessAnswer('la '));
    for await (const event of openEndpoint(server.url).complete(completionCall, never)) {
      if (event.type === 'text') break;
    }
    assert.equal(await server.asked[0]?.closed, 'closedByClient');
  });

  it('sends nothing when the signal is aborted before', async () => {
    await assert.rejects(
      textOf(openEndpoint(server.url).chat(chatCall, AbortSignal.abort())),
      reason('aborted'),
    );
    assert.equal(server.requests.length, 0);
  });

  it('asks a loading or overloaded server once, not again and again', async () => {
    server.script(loadingModel());
    await assert.rejects(textOf(openEndpoint(server.url).chat(chatCall, never)), reason('loading'));
    server.script(rateLimited('7'));
    await assert.rejects(textOf(openEndpoint(server.url).chat(chatCall, never)), (error) => {
      assert.ok(error instanceof EndpointError);
      assert.equal(error.reason, 'overloaded');
      assert.equal(error.retryAfterMs, 7000);
      return true;
    });
    assert.equal(server.asked.length, 2);
  });

  it('does not carry the code to where a redirect points', async () => {
    const elsewhere = await startScriptedServer();
    server.script(json({}, 307, { location: `${elsewhere.url}/chat/completions` }));
    await assert.rejects(textOf(openEndpoint(server.url).chat(chatCall, never)), reason('badResponse'));
    assert.equal(elsewhere.requests.length, 0);
    await elsewhere.stop();
  });

  it('reads an answer to its end, so that one connection serves them all', async () => {
    server.script(answer('x'));
    const endpoint = openEndpoint(server.url);
    const ports = new Set<number | undefined>();
    for (let round = 0; round < 3; round += 1) {
      await textOf(endpoint.chat(chatCall, never));
      ports.add(server.asked[round]?.clientPort);
    }
    assert.equal(ports.size, 1);
  });

  it('takes an answer for whole that ends with [DONE] and no reason', async () => {
    const chunk = { choices: [{ index: 0, delta: { content: 'Hola' } }] };
    const body = `data: ${JSON.stringify(chunk)}\n\ndata: [DONE]\n\n`;
    server.script(raw(body, 200, { 'content-type': 'text/event-stream' }));
    assert.equal(await textOf(openEndpoint(server.url).chat(chatCall, never)), 'Hola');
  });

  it('asks again for the model after the server was started with another', async () => {
    server.models = ['old'];
    server.script(modelNotFound('old'));
    const endpoint = openEndpoint(server.url, { model: '' });
    await assert.rejects(textOf(endpoint.chat(chatCall, never)), reason('notFound'));
    server.models = ['new'];
    server.script(answer('x'));
    await textOf(endpoint.chat(chatCall, never));
    assert.equal(endpoint.model, 'new');
  });

  it('shows the server’s words, but not where they quote the person’s text or the key', async () => {
    const words = async (body: object): Promise<string | undefined> => {
      server.script(json(body, 422));
      const call = {
        ...chatCall,
        messages: [{ role: 'user' as const, content: 'let password = "hunter2" + salt;' }],
      };
      try {
        await textOf(
          openEndpoint(server.url, { keyFor: () => Promise.resolve('sk-12345') }).chat(call, never),
        );
      } catch (error) {
        if (error instanceof EndpointError) return error.serverMessage;
      }
      throw new Error('did not fail');
    };
    assert.equal(await words({ error: 'quota of sk-12345 used up' }), 'quota of … used up');
    assert.equal(
      await words({ detail: [{ msg: 'bad input: let password = "hunter2" + salt;' }] }),
      undefined,
    );
    assert.equal(await words({ message: 'bad: let password = \\"hunter2\\" + salt' }), undefined);
  });

  it('names the key where it could not even be sent', async () => {
    const keyFor = (): Promise<string> => Promise.resolve('sk-1\u200b');
    await assert.rejects(textOf(openEndpoint(server.url, { keyFor }).chat(chatCall, never)), reason('auth'));
    assert.equal(server.requests.length, 0);
  });

  it('keeps neither prompt nor key in its errors', async () => {
    server.script(json({ error: 'no' }, 500));
    const secretive = openEndpoint(server.url, { keyFor: () => Promise.resolve('secret-2') });
    const call = { ...chatCall, messages: [{ role: 'user' as const, content: 'private words' }] };
    await assert.rejects(textOf(secretive.chat(call, never)), (error: Error) => {
      const all = JSON.stringify([error, Object.entries(error), error.stack, error.cause]);
      assert.doesNotMatch(all, /private words|secret-2/);
      return true;
    });
  });
});

function reason(expected: string): (error: unknown) => boolean {
  return (error) => {
    assert.ok(error instanceof EndpointError, String(error));
    assert.equal(error.reason, expected);
    return true;
  };
}
