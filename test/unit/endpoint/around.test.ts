import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { Activity } from '../../../src/core/endpoint/activity';
import { describeError, describeNoEndpoint, remedyLabel } from '../../../src/core/endpoint/describe';
import { answersSoon, discover, knownServers } from '../../../src/core/endpoint/discover';
import { Endpoints } from '../../../src/core/endpoint/endpoints';
import { EndpointError, type EndpointFailure } from '../../../src/core/endpoint/errors';
import { observed } from '../../../src/core/endpoint/observed';
import { readEndpoints } from '../../../src/core/endpoint/settings';
import { isLoopback } from '../../../src/core/endpoint/address';
import { nodeFetch } from '../../../src/core/endpoint/transport.node';
import { logLine, type Log } from '../../../src/core/log';
import { never, openEndpoint, sayingEndpoint, textOf } from '../../support/endpoint';
import { unauthorized } from '../../support/failures';
import { answer, json } from '../../support/replies';
import { startScriptedServer } from '../../support/scriptedServer';

const failures: readonly EndpointFailure[] = [
  'auth',
  'notFound',
  'overloaded',
  'loading',
  'contextTooLong',
  'network',
  'tls',
  'timeout',
  'badResponse',
  'aborted',
];
const chatCall = {
  messages: [{ role: 'user' as const, content: 'words of mine' }],
  temperature: 0,
  maxTokens: 8,
  stop: [],
};

describe('a failure in words', () => {
  for (const reason of failures) {
    it(`${reason}: names the host, and a remedy with a label`, () => {
      const error = new EndpointError(reason, { host: 'alia.example:8000', serverMessage: 'quota used up' });
      const { message, remedies } = describeError(error);
      if (reason === 'aborted') return;
      if (reason !== 'contextTooLong') assert.match(message, /alia\.example:8000/);
      assert.match(message, /quota used up/, 'the server’s own words are passed on');
      assert.ok(remedies.length > 0);
      for (const remedy of remedies) assert.ok(remedyLabel(remedy).length > 3);
    });
  }

  it('without an endpoint leads to the set-up', () => {
    assert.equal(describeNoEndpoint().remedies[0], 'setUp');
  });
});

describe('looking for servers on this computer', () => {
  it('asks only loopback', () => {
    for (const { base } of knownServers) assert.ok(isLoopback(new URL(base).host), base);
  });

  it('finds the one that lists a model and passes over what is something else', async () => {
    // A fetch that leads each known port to a server of the test's, or to nothing.
    const model = await startScriptedServer({ models: ['mRoBERTa', 'salamandra-2b'] });
    const web = createServer((_request, response) => response.end('<html>hello</html>'));
    await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve));
    const webPort = (web.address() as { port: number }).port;
    const real = nodeFetch('Aliada/test');
    const found = await discover((url, init) => {
      const { port } = new URL(url);
      const to = port === '8080' ? model.port : port === '8000' ? webPort : 1;
      return real(url.replace(`:${port}`, `:${to}`), init);
    }, never);
    assert.deepEqual(
      found.map(({ name, address }) => [name, address.base, address.model]),
      [['llama.cpp', 'http://127.0.0.1:8080/v1', 'salamandra-2b']],
    );
    await model.stop();
    web.close();
  });

  it('waits for a server that was just started until it answers, model or none', async () => {
    const server = await startScriptedServer();
    // As Ollama lists what it has not.
    server.route('GET /v1/models', json({ object: 'list', data: null }));
    const real = nodeFetch('Aliada/test');
    let tries = 0;
    const answers = await answersSoon(
      'Ollama',
      (url, init) => {
        tries += 1;
        // The first two come before it listens.
        return real(url.replace(':11434', `:${tries < 3 ? 1 : server.port}`), init);
      },
      never,
      { withinMs: 60_000, everyMs: 1 },
    );
    assert.deepEqual([answers, tries], [true, 3]);
    await server.stop();
  });

  it('waits no longer than it was told, and not at all where nobody waits any more', async () => {
    const refused = (): Promise<never> => Promise.reject(new Error('refused'));
    assert.equal(await answersSoon('Ollama', refused, never, { withinMs: 20, everyMs: 1 }), false);
    const left = AbortSignal.abort();
    assert.equal(await answersSoon('Ollama', refused, left, { withinMs: 60_000, everyMs: 60_000 }), false);
  });
});

describe('the endpoints of the settings', () => {
  const lists: Record<string, unknown> = {};
  const endpoints = new Endpoints(
    (use) => readEndpoints(lists[use], 'user', {}),
    ({ base, model }) => ({ ...sayingEndpoint(), id: `${base}#${model ?? ''}` }),
  );

  it('completion uses the chat’s until it has its own', () => {
    lists.chat = [{ url: 'http://a' }, { url: 'http://b' }];
    assert.equal(endpoints.first('chat')?.id, 'http://a/v1#');
    assert.equal(endpoints.first('completion')?.id, 'http://a/v1#');
    lists.completion = [{ url: 'http://c', model: 'm' }];
    assert.equal(endpoints.first('completion')?.id, 'http://c/v1#m');
    assert.equal(endpoints.all('chat').length, 2);
  });

  it('a faulty list for completion never sends the code to the chat’s server', () => {
    lists.completion = [{ url: '${env:NOT_SET}' }];
    assert.equal(endpoints.first('completion'), undefined);
    lists.completion = 'http://c';
    assert.equal(endpoints.first('completion'), undefined);
  });

  it('stays open while its address stands', () => {
    assert.equal(endpoints.first('chat'), endpoints.first('chat'));
    lists.chat = [];
    lists.completion = [];
    assert.equal(endpoints.first('chat'), undefined);
  });
});

describe('what the status bar and the log see of a request', () => {
  it('working, then ready; figures and never text', async () => {
    const server = await startScriptedServer();
    server.script(answer('an answer with words'));
    const { activity, log, lines, states } = watched();
    const endpoint = observed(
      openEndpoint(server.url, { keyFor: () => Promise.resolve('key-7') }),
      activity,
      log,
    );
    await textOf(endpoint.chat(chatCall, never));
    assert.deepEqual(states, ['working', 'ready']);
    assert.match(
      lines[0] ?? '',
      /^chat host=127\.0\.0\.1:\d+ model=salamandra firstTextMs=\d+ ms=\d+ characters=20$/,
    );
    assert.doesNotMatch(lines.join('\n'), /words|key-7/);
    await server.stop();
  });

  it('error until something succeeds; a stop is no error', async () => {
    const server = await startScriptedServer();
    const { activity, log, lines, states } = watched();
    const endpoint = observed(openEndpoint(server.url), activity, log);
    server.script(unauthorized());
    await assert.rejects(textOf(endpoint.chat(chatCall, never)));
    await assert.rejects(textOf(endpoint.chat(chatCall, AbortSignal.abort())));
    server.script(answer('x'));
    await textOf(endpoint.complete({ prompt: 'p', temperature: 0, maxTokens: 1, stop: [] }, never));
    assert.deepEqual(states, ['working', 'error', 'working', 'error', 'working', 'ready']);
    assert.match(lines[0] ?? '', /reason=auth status=401/);
    await server.stop();
  });

  it('forgets an error when the settings change', () => {
    const activity = new Activity(true);
    const states: string[] = [];
    activity.onChange(({ kind }) => states.push(kind));
    activity.begin()(new EndpointError('network', { host: 'h' }));
    activity.settingsChanged(true);
    activity.settingsChanged(false);
    assert.deepEqual(states, ['working', 'error', 'ready', 'noEndpoint']);
  });

  it('keeps a field of the log on one line and short', () => {
    assert.equal(logLine('e', { a: 'x\ny', b: 1, c: undefined }), 'e a=x_y b=1');
    assert.ok(logLine('e', { a: 'x'.repeat(500) }).length < 100);
  });
});

function watched(): { activity: Activity; log: Log; lines: string[]; states: string[] } {
  const activity = new Activity(true);
  const states: string[] = [];
  const lines: string[] = [];
  activity.onChange(({ kind }) => states.push(kind));
  const write = (event: string, fields?: Parameters<Log['info']>[1]): void =>
    void lines.push(logLine(event, fields));
  return { activity, lines, states, log: { debug: write, info: write, warn: write } };
}
