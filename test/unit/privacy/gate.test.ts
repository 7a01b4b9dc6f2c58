import assert from 'node:assert/strict';
import { Emitter } from '../../../src/core/emitter';
import { EndpointError } from '../../../src/core/endpoint/errors';
import type { CompletionCall, Endpoint } from '../../../src/core/endpoint/endpoint';
import { describeError } from '../../../src/core/endpoint/describe';
import { allowedOnly } from '../../../src/core/privacy/allowedOnly';
import { isAllowedHost, readAllowedHosts } from '../../../src/core/privacy/allowedHosts';
import { Consents, type ConsentAnswer } from '../../../src/core/privacy/consent';
import { Gate } from '../../../src/core/privacy/gate';
import { gated } from '../../../src/core/privacy/gated';
import { Refusal } from '../../../src/core/privacy/refusal';
import { SentList } from '../../../src/core/privacy/sent';
import { sentReport } from '../../../src/core/privacy/sentReport';
import { clearStores } from '../../../src/core/privacy/stores';
import { never, openEndpoint, sayingEndpoint, textOf } from '../../support/endpoint';
import { beginning } from '../../support/replies';
import { startScriptedServer } from '../../support/scriptedServer';

const to = { origin: 'https://llm.example', host: 'llm.example' };
const call: CompletionCall = { prompt: 'a = ', temperature: 0, maxTokens: 8, stop: [] };
const chatCall = {
  messages: [{ role: 'user', content: 'Hello' }],
  temperature: 0,
  maxTokens: 8,
  stop: [],
} as const;

/** A gate with a person behind it who answers when the test says so. */
class House {
  kept: unknown;
  allowed: unknown = [];
  readonly questions: { readonly signal: AbortSignal; readonly answer: (answer?: ConsentAnswer) => void }[] =
    [];
  readonly keptBack: string[] = [];
  readonly late: string[] = [];
  readonly limit = new Emitter<void>();
  readonly calls: unknown[] = [];
  readonly sent = new SentList();
  readonly consents = new Consents({
    read: () => this.kept,
    write: (value) => {
      this.kept = value;
      return Promise.resolve();
    },
  });
  readonly gate = new Gate({
    consents: this.consents,
    allowedHosts: () => readAllowedHosts(this.allowed),
    onAllowedHosts: (listener) => this.limit.on(listener),
    ask: (_to, signal) =>
      new Promise((answer) => {
        this.questions.push({ signal, answer });
        signal.addEventListener('abort', () => answer(undefined));
      }),
    keptBack: ({ reason }) => void this.keptBack.push(reason),
    allowedLate: () => void this.late.push('late'),
  });
  readonly endpoint: Endpoint = gated(this.recording(), to, this.gate, this.sent);

  private recording(): Endpoint {
    const inner = sayingEndpoint('x');
    return {
      ...inner,
      chat: (asked, signal) => {
        this.calls.push(asked);
        return inner.chat(asked, signal);
      },
      complete: (asked, signal) => {
        this.calls.push(asked);
        return inner.complete(asked, signal);
      },
    };
  }
}

const refused = (reason: string) => (error: unknown) => error instanceof Refusal && error.reason === reason;
/** Lets what is already settled run on. */
const soon = (): Promise<void> => new Promise((next) => setImmediate(next));

describe('the gate', () => {
  it('sends nothing while typing without consent, asks nobody, and says that it kept something back', async () => {
    const house = new House();
    await assert.rejects(
      textOf(house.endpoint.complete({ ...call, automatic: true }, never)),
      refused('noConsent'),
    );
    assert.deepEqual([house.calls, house.questions, house.keptBack], [[], [], ['noConsent']]);
  });

  it('asks once for all wishes that wait, keeps the answer, and does not ask again', async () => {
    const house = new House();
    const both = [house.endpoint.chat(chatCall, never), house.endpoint.complete(call, never)].map(textOf);
    await soon();
    assert.equal(house.questions.length, 1);
    assert.deepEqual(house.calls, []);
    house.questions[0]?.answer('allow');
    assert.deepEqual(await Promise.all(both), ['x', 'x']);
    assert.equal(await textOf(house.endpoint.complete({ ...call, automatic: true }, never)), 'x');
    assert.equal(house.questions.length, 1);
    assert.deepEqual(house.kept, { 'https://llm.example': 'allow' });
  });

  it('keeps a no, refuses from then on, and a question left open is asked again', async () => {
    const house = new House();
    for (const [answer, reason] of [
      [undefined, 'noConsent'],
      ['deny', 'denied'],
    ] as const) {
      const asked = assert.rejects(textOf(house.endpoint.chat(chatCall, never)), refused(reason));
      await soon();
      house.questions.at(-1)?.answer(answer);
      await asked;
    }
    await assert.rejects(textOf(house.endpoint.chat(chatCall, never)), refused('denied'));
    assert.equal(house.questions.length, 2);
    assert.deepEqual(house.calls, []);
  });

  it('takes the question away with the wish; that for ghost text stays and is granted late', async () => {
    const house = new House();
    const stop = new AbortController();
    const aborted = (error: unknown): boolean => error instanceof EndpointError && error.reason === 'aborted';
    const chat = assert.rejects(textOf(house.endpoint.chat(chatCall, stop.signal)), aborted);
    await soon();
    stop.abort();
    await chat;
    assert.equal(house.questions[0]?.signal.aborted, true);

    const blur = new AbortController();
    const ghost = assert.rejects(textOf(house.endpoint.complete(call, blur.signal)), aborted);
    await soon();
    blur.abort();
    await ghost;
    assert.equal(house.questions[1]?.signal.aborted, false);
    house.questions[1].answer('allow');
    await soon();
    assert.deepEqual(house.late, ['late']);
    assert.deepEqual(house.calls, []);
  });

  it('heeds the allowed hosts before the answer, for the list of models too', async () => {
    const house = new House();
    await house.consents.set(to.origin, 'allow');
    house.allowed = ['other.example'];
    await assert.rejects(textOf(house.endpoint.chat(chatCall, never)), refused('hostNotAllowed'));
    await assert.rejects(house.endpoint.models(never), refused('hostNotAllowed'));
    house.allowed = ['*.example', 'llm.example'];
    assert.deepEqual(await house.endpoint.models(never), ['saying']);
  });

  for (const [what, withdraw, reason] of [
    ['the consent is taken back', (house: House) => house.consents.set(to.origin, undefined), 'noConsent'],
    ['the person says no', (house: House) => house.consents.set(to.origin, 'deny'), 'denied'],
    [
      'the setting no longer allows the host',
      (house: House) => {
        house.allowed = ['other.example'];
        house.limit.emit();
      },
      'hostNotAllowed',
    ],
  ] as const) {
    it(`ends an answer under way at once when ${what}, in the words of the refusal`, async () => {
      const server = await startScriptedServer();
      const house = new House();
      house.kept = { [to.origin]: 'allow' };
      const endpoint = gated(openEndpoint(server.url), to, house.gate, house.sent);
      for (const ask of [
        () => endpoint.chat(chatCall, never),
        () => endpoint.complete({ ...call, automatic: true }, never),
      ]) {
        house.kept = { [to.origin]: 'allow' };
        house.allowed = [];
        server.forget();
        server.script(beginning('Bon dia', [{ do: 'hang' }]));
        const events = ask()[Symbol.asyncIterator]();
        assert.deepEqual((await events.next()).value, { type: 'text', text: 'Bon dia' });
        const request = await server.waitForRequest();
        const next = assert.rejects(Promise.resolve(events.next()), refused(reason));
        await withdraw(house);
        await next;
        // The server hears of it as well: the connection is closed.
        assert.equal(await request.closed, 'closedByClient');
      }
      await server.stop();
    });
  }

  it('leaves alone what goes elsewhere, and shows nothing of what had come when the consent went', async () => {
    const house = new House();
    house.kept = { [to.origin]: 'allow', 'https://other.example': 'allow' };
    const endpoint = gated(sayingEndpoint('one', 'two'), to, house.gate, house.sent);
    const events = endpoint.chat(chatCall, never)[Symbol.asyncIterator]();
    await events.next();
    await house.consents.set('https://other.example', undefined);
    assert.deepEqual((await events.next()).value, { type: 'text', text: 'two' });
    await house.consents.set(to.origin, undefined);
    await assert.rejects(Promise.resolve(events.next()), refused('noConsent'));
  });

  it('reads answers that somebody else wrote, and takes nonsense for none', async () => {
    const house = new House();
    for (const kept of [undefined, null, 'allow', [], { [to.origin]: true }, { [to.origin]: 'ALLOW' }]) {
      house.kept = kept;
      assert.equal(house.gate.refusal(to)?.reason, 'noConsent');
    }
    house.kept = { [to.origin]: 'allow' };
    assert.equal(house.gate.refusal(to), undefined);
    await house.consents.set(to.origin, undefined);
    assert.equal(house.gate.refusal(to)?.reason, 'noConsent');
  });

  it('masks what a tool is asked, and what it is, like any other text', async () => {
    const house = new House();
    await house.consents.set(to.origin, 'allow');
    const key = `ghp_${'aB3dE5fG7hJ9'.repeat(3)}`;
    const input = { headers: [{ authorization: key }] };
    const messages = [
      { role: 'assistant', content: '', toolCalls: [{ id: '1', name: 'fetch', input }] },
      { role: 'tool', content: `token ${key}`, toolCallId: '1' },
    ] as const;
    const tools = [{ name: 'fetch', description: `Uses ${key}`, parameters: { type: 'object' } }];
    await textOf(house.endpoint.chat({ ...chatCall, messages, tools }, never));
    assert.equal(house.calls.length, 1);
    assert.ok(!JSON.stringify(house.calls).includes(key));
    const report = sentReport(house.sent.requests, String);
    assert.ok(!report.includes(key));
    assert.match(report, /fetch/);
  });

  it('masks every text on its way and lists it as it left', async () => {
    const house = new House();
    await house.consents.set(to.origin, 'allow');
    const secret = `ghp_${'aB3dE5fG7hJ9'.repeat(3)}`;
    await textOf(house.endpoint.complete({ ...call, prompt: `k = ${secret}` }, never));
    await textOf(house.endpoint.chat({ ...chatCall, messages: [{ role: 'user', content: secret }] }, never));
    assert.ok(!JSON.stringify(house.calls).includes(secret));
    assert.deepEqual(
      house.sent.requests.map(({ content }) => content.route),
      ['chat', 'complete'],
    );
    const report = sentReport(house.sent.requests, String);
    assert.ok(report.includes('k = <redacted:medium>') && !report.includes(secret));
  });

  it('has words and a remedy for each refusal', () => {
    for (const reason of ['noConsent', 'denied', 'hostNotAllowed'] as const) {
      const { message, remedies } = describeError(new Refusal(reason, 'llm.example'));
      assert.match(message, /llm\.example/);
      assert.ok(remedies.length > 0);
    }
  });
});

describe('the allowed hosts', () => {
  it('are exact hosts, hosts with a port, everything below a domain, and this computer', () => {
    for (const [origin, pattern, allowed] of [
      ['https://llm.gob.es', '*.gob.es', true],
      ['https://a.b.gob.es', '*.GOB.es', true],
      ['https://gob.es', '*.gob.es', false],
      ['https://evilgob.es', '*.gob.es', false],
      ['https://llm.gob.es.evil.example', '*.gob.es', false],
      ['http://10.0.0.5:8000', '10.0.0.5:8000', true],
      ['http://10.0.0.5:8001', '10.0.0.5:8000', false],
      ['https://llm.example', 'llm.example:443', true],
      ['http://127.0.0.1:11434', 'localhost', true],
      ['http://[::1]:11434', 'localhost:11434', true],
      ['http://localhost.evil.example', 'localhost', false],
    ] as const) {
      assert.equal(isAllowedHost(origin, readAllowedHosts([pattern])), allowed, `${origin} by ${pattern}`);
    }
  });

  it('are no limit when empty, and nothing when they are no list', () => {
    for (const none of [undefined, null, []])
      assert.ok(isAllowedHost('https://a.example', readAllowedHosts(none)));
    for (const wrong of ['a.example', {}, [7], [' ']])
      assert.ok(!isAllowedHost('https://a.example', readAllowedHosts(wrong)));
  });

  it('hold for everything beneath the gate, too', async () => {
    const reached: string[] = [];
    const fetch = allowedOnly(
      (url) => {
        reached.push(url);
        return Promise.resolve(new Response());
      },
      (origin) => origin === 'https://a.example',
    );
    await fetch('https://a.example/v1/models', { method: 'GET', headers: {} });
    await assert.rejects(fetch('https://b.example/', { method: 'GET', headers: {} }), EndpointError);
    assert.deepEqual(reached, ['https://a.example/v1/models']);
  });
});

describe('what was sent', () => {
  it('is the last fifty, the newest first, and gone when cleared', () => {
    const list = new SentList();
    for (let time = 0; time < 60; time += 1)
      list.add({ time, host: 'h', model: undefined, content: { route: 'complete', prompt: '```' } });
    assert.equal(list.requests.length, 50);
    assert.equal(list.requests[0]?.time, 59);
    assert.match(sentReport(list.requests, String), /````text\n```\n````/);
    list.clear();
    assert.deepEqual(list.requests, []);
  });
});

describe('deleting data', () => {
  it('empties every store, also after one that fails, and says which', async () => {
    const result = await clearStores([
      { label: () => 'keys', clear: () => Promise.reject(new Error('keyring')) },
      { label: () => 'answers', clear: () => undefined },
    ]);
    assert.deepEqual(result, { removed: ['answers'], failed: ['keys'] });
  });
});
