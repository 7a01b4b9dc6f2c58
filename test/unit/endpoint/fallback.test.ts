import assert from 'node:assert/strict';
import { Activity } from '../../../src/core/endpoint/activity';
import { Endpoints } from '../../../src/core/endpoint/endpoints';
import { EndpointError } from '../../../src/core/endpoint/errors';
import { fallback, type StandIn } from '../../../src/core/endpoint/fallback';
import { mayTakeOver, reachOf, type Reach } from '../../../src/core/endpoint/reach';
import { Refusal } from '../../../src/core/privacy/refusal';
import { readEndpoints } from '../../../src/core/endpoint/settings';
import { never, openEndpoint, textOf } from '../../support/endpoint';
import { unauthorized } from '../../support/failures';
import { answer, beginning, json } from '../../support/replies';
import { startScriptedServer, type ScriptedServer } from '../../support/scriptedServer';
import type { Endpoint } from '../../../src/core/endpoint/endpoint';

const call = { prompt: 'x = ', temperature: 0, maxTokens: 8, stop: [] };
const busy = (seconds?: number): ReturnType<typeof json> =>
  json({ detail: 'busy' }, 429, seconds === undefined ? {} : { 'retry-after': String(seconds) });

describe('a list of endpoints', () => {
  let first: ScriptedServer;
  let second: ScriptedServer;
  let now: number;
  let standIns: (StandIn | undefined)[];
  let list: ReturnType<typeof fallback>;

  const ask = (): Promise<string> => textOf(list.complete(call, never));
  const failure = async (): Promise<EndpointError> => {
    try {
      await ask();
    } catch (error) {
      assert.ok(error instanceof EndpointError);
      return error;
    }
    return assert.fail('nothing failed');
  };
  const open = (...endpoints: [Endpoint, ...Endpoint[]]): void => {
    list = fallback(endpoints, {
      now: () => now,
      random: () => 0.5,
      onStandIn: (standIn) => standIns.push(standIn),
    });
  };
  /** Resolves once the first endpoint is back. */
  const back = async (): Promise<void> => {
    while (standIns.at(-1) !== undefined) await new Promise((next) => setImmediate(next));
  };

  beforeEach(async () => {
    [first, second] = await Promise.all([startScriptedServer(), startScriptedServer()]);
    first.script(answer('of the first'));
    second.script(answer('of the second'));
    now = 1_000;
    standIns = [];
    open(openEndpoint(first.url), openEndpoint(second.url));
  });
  afterEach(async () => {
    list.dispose();
    await Promise.all([first.stop(), second.stop()]);
  });

  it('asks only the first while all is well', async () => {
    assert.equal(await ask(), 'of the first');
    assert.equal(second.requests.length, 0);
    assert.deepEqual(standIns, []);
  });

  it('goes on with the next when the first is down, says so, and names the one in use', async () => {
    await first.stop();
    assert.equal(await ask(), 'of the second');
    assert.equal(list.host, new URL(second.url).host);
    assert.equal(standIns.length, 1);
    assert.equal(standIns[0]?.insteadOf, new URL(first.url).host);
    assert.equal(standIns[0].error.reason, 'network');
  });

  it('leaves the first alone during its back-off, then asks for its models, and comes back', async () => {
    await first.stop();
    await ask();
    await first.start();
    now += 1_000;
    assert.equal(await ask(), 'of the second');
    assert.equal(first.requests.length, 0);
    now += 10_000;
    assert.equal(await ask(), 'of the second');
    await back();
    assert.deepEqual(
      first.requests.map(({ method, path }) => `${method} ${path}`),
      ['GET /v1/models'],
    );
    assert.equal(await ask(), 'of the first');
  });

  it('rests longer after each failed look', async () => {
    const looks: number[] = [];
    await first.stop();
    const down = openEndpoint(first.url);
    const models = (): Promise<readonly string[]> => {
      looks.push(now);
      return Promise.reject(new EndpointError('network', { host: down.host }));
    };
    open({ ...down, models }, openEndpoint(second.url));
    for (now = 0; now < 200_000; now += 1_000) await ask();
    assert.deepEqual(looks, [5_000, 15_000, 35_000, 75_000, 155_000]);
  });

  it('takes a busy server’s word for how long it will be, then lets it try', async () => {
    first.scriptNext(busy(60));
    assert.equal(await ask(), 'of the second');
    now += 59_000;
    assert.equal(await ask(), 'of the second');
    assert.equal(first.asked.length, 1);
    now += 1_000;
    assert.equal(await ask(), 'of the first');
    assert.equal(standIns.at(-1), undefined);
  });

  it('does not change servers once text was shown', async () => {
    first.script(beginning('half of it', [{ do: 'reset' }]));
    let text = '';
    await assert.rejects(async () => {
      for await (const event of list.complete(call, never)) if (event.type === 'text') text += event.text;
    }, EndpointError);
    assert.equal(text, 'half of it');
    assert.equal(second.requests.length, 0);
  });

  for (const [name, reply, reason] of [
    ['a refused key', unauthorized(), 'auth'],
    ['a model that is not there', json({ detail: 'no such model' }, 404), 'notFound'],
    [
      'a prompt that is too long',
      json({ detail: 'maximum context length is 9 tokens' }, 400),
      'contextTooLong',
    ],
    ['an answer that makes no sense', json({ detail: 'boom' }, 500), 'badResponse'],
  ] as const) {
    it(`never covers up ${name}`, async () => {
      first.script(reply);
      assert.equal((await failure()).reason, reason);
      assert.equal(second.requests.length, 0);
    });
  }

  it('ends at once when the person stops it', async () => {
    const abort = new AbortController();
    first.script(() => {
      abort.abort();
      return [{ do: 'wait', ms: 5_000 }];
    });
    await assert.rejects(textOf(list.complete(call, abort.signal)), { reason: 'aborted' });
    assert.equal(second.requests.length, 0);
  });

  it('reports the first endpoint’s failure when none is left', async () => {
    await first.stop();
    second.script(busy());
    const error = await failure();
    assert.equal(error.host, new URL(first.url).host);
    assert.equal(error.reason, 'network');
  });

  it('asks all of them when all rest: a person wants an answer', async () => {
    await first.stop();
    second.scriptNext(busy());
    await failure();
    assert.equal(await ask(), 'of the second');
  });

  it('passes over a stand-in that lacks consent or the route, and goes on to the third', async () => {
    await first.stop();
    const gated = openEndpoint(second.url);
    const refusing: Endpoint = {
      ...gated,
      complete: () => ({
        [Symbol.asyncIterator]: () => ({
          next: () => Promise.reject(new Refusal('noConsent', gated.host)),
        }),
      }),
    };
    const chatOnly = await startScriptedServer();
    chatOnly.script(json({ detail: 'Not Found' }, 404));
    const third = await startScriptedServer();
    third.script(answer('of the last'));
    open(openEndpoint(first.url), refusing, openEndpoint(chatOnly.url), openEndpoint(third.url));
    assert.equal(await ask(), 'of the last');
    await Promise.all([chatOnly.stop(), third.stop()]);
  });

  it('ends with the refusal when a stand-in loses its consent in the middle of its answer', async () => {
    await first.stop();
    const standIn: Endpoint = {
      ...openEndpoint(second.url),
      async *complete() {
        await Promise.resolve();
        yield { type: 'text', text: 'of the' };
        throw new Refusal('noConsent', 'second');
      },
    };
    const third = await startScriptedServer();
    open(openEndpoint(first.url), standIn, openEndpoint(third.url));
    await assert.rejects(ask(), Refusal);
    assert.deepEqual(third.requests, []);
    await third.stop();
  });

  it('lets the first endpoint’s own refusal through', async () => {
    const refusal = new Refusal('noConsent', 'here');
    const refusing = { ...openEndpoint(first.url), models: () => Promise.reject(refusal) };
    open(refusing, openEndpoint(second.url));
    await assert.rejects(list.models(never), refusal);
  });

  it('says nothing any more once disposed', async () => {
    await first.stop();
    await ask();
    list.dispose();
    assert.equal(standIns.at(-1), undefined);
    assert.equal(standIns.length, 2);
  });
});

describe('how far a host is', () => {
  const hosts: Readonly<Record<Reach, readonly string[]>> = {
    loopback: ['localhost:8080', '127.0.0.1', '127.8.8.8:1', '[::1]:8080', 'alia.localhost'],
    private: [
      ...['10.1.2.3', '192.168.0.9:8000', '172.16.0.1', '172.31.255.1', '169.254.1.1', '100.64.0.1'],
      ...['nas.local', 'gpu.lan:8000', 'alia.internal', 'server.', 'alia:8000', 'x.home.arpa'],
      ...['[fd12:3456::1]:8000', '[fe80::1]'],
    ],
    public: [
      ...['api.publicai.co', '8.8.8.8', '172.32.0.1', '100.128.0.1', '11.0.0.1', '[2001:db8::1]:443'],
      ...['local.example.org', 'internal.com', '10.example.org', 'fd12.example.org'],
    ],
  };
  for (const [reach, names] of Object.entries(hosts)) {
    it(`${reach}: ${names.join(', ')}`, () => {
      for (const name of names) assert.equal(reachOf(name), reach, name);
    });
  }
});

describe('a public server behind a private one', () => {
  const listed = (origin: 'user' | 'workspace', ...entries: unknown[]): readonly string[] =>
    mayTakeOver(readEndpoints(entries, origin, {}).addresses).map(({ host }) => host);
  const own = { url: 'http://10.0.0.5:8000' };
  const abroad = { url: 'https://api.publicai.co' };

  it('does not take over, unless the person listed it for that', () => {
    assert.deepEqual(listed('user', own, abroad), ['10.0.0.5:8000']);
    assert.deepEqual(listed('user', own, { ...abroad, allowFromPrivate: true }), [
      '10.0.0.5:8000',
      'api.publicai.co',
    ]);
    assert.deepEqual(listed('user', { url: 'localhost:8080' }, own, abroad), [
      'localhost:8080',
      '10.0.0.5:8000',
    ]);
  });

  it('cannot be let in by a workspace', () => {
    assert.deepEqual(listed('workspace', own, { ...abroad, allowFromPrivate: true }), ['10.0.0.5:8000']);
  });

  it('is asked where it comes first; a private one may always take over', () => {
    assert.deepEqual(listed('user', abroad, own), ['api.publicai.co', '10.0.0.5:8000']);
  });

  it('really is not asked when the private one is down', async () => {
    const away = await startScriptedServer();
    away.script(answer('from abroad'));
    const entries = [{ url: 'http://127.0.0.1:9' }, { url: 'https://abroad.example' }];
    const endpoints = new Endpoints(
      () => readEndpoints(entries, 'user', {}),
      ({ base }) => openEndpoint(base.startsWith('https') ? away.url : base),
    );
    await assert.rejects(textOf(endpoints.first('chat')!.complete(call, never)), { reason: 'network' });
    assert.equal(away.requests.length, 0);
    await away.stop();
  });
});

describe('lists for chat and completion', () => {
  it('stand apart, stay while the settings do, and show in the activity', async () => {
    const server = await startScriptedServer();
    server.script(answer('here'));
    const activity = new Activity(true);
    const entries: Record<string, unknown[]> = {
      chat: [
        { url: 'http://127.0.0.1:9', model: 'a' },
        { url: server.url, model: 'b' },
      ],
      completion: [{ url: server.url, model: 'b' }],
    };
    const endpoints = new Endpoints(
      (use) => readEndpoints(entries[use], 'user', {}),
      ({ base, model }) => openEndpoint(base, { model: model! }),
      (use) => ({ onStandIn: (standIn) => activity.standIn(use, standIn), begin: () => activity.hold() }),
    );
    const chat = endpoints.first('chat')!;
    assert.equal(endpoints.first('chat'), chat);
    assert.equal(await textOf(chat.complete(call, never)), 'here');
    assert.deepEqual([...activity.standIns.keys()], ['chat']);
    assert.equal(activity.state.kind, 'ready');
    // As the status bar does.
    activity.onChange(() => endpoints.first('chat'));
    entries.chat = [{ url: server.url, model: 'b' }];
    assert.notEqual(endpoints.first('chat'), chat);
    assert.equal(activity.standIns.size, 0);
    await server.stop();
  });

  it('can be led by another one of them, behind which the rest stands in, unannounced', async () => {
    const server = await startScriptedServer();
    server.script(answer('here'));
    const told: unknown[] = [];
    const entries = [
      { url: server.url, model: 'a' },
      { url: 'http://127.0.0.1:9', model: 'b' },
    ];
    const endpoints = new Endpoints(
      () => readEndpoints(entries, 'user', {}),
      ({ base, model }) => openEndpoint(base, { model: model! }),
      () => ({ onStandIn: (standIn) => told.push(standIn) }),
    );
    const [first, second] = endpoints.all('chat');
    const [firstAddress, secondAddress] = endpoints.addresses('chat');
    assert.equal(endpoints.ledBy(firstAddress!, 'chat'), endpoints.first('chat'));
    const led = endpoints.ledBy(secondAddress!, 'chat')!;
    assert.equal(led.id, second!.id);
    assert.equal(await textOf(led.complete(call, never)), 'here');
    assert.equal(led.id, first!.id, 'whoever asked can see who answered');
    assert.deepEqual(told, []);
    await server.stop();
  });
});
