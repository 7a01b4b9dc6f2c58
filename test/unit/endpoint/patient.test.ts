import assert from 'node:assert/strict';
import { Activity } from '../../../src/core/endpoint/activity';
import type { Endpoint } from '../../../src/core/endpoint/endpoint';
import { EndpointError } from '../../../src/core/endpoint/errors';
import { limited } from '../../../src/core/endpoint/limited';
import { patient } from '../../../src/core/endpoint/patient';
import {
  chatPatience,
  completionPatience,
  pauseBefore,
  type Patience,
} from '../../../src/core/endpoint/retryRule';
import { failureOf, never, openEndpoint, textOf } from '../../support/endpoint';
import * as failures from '../../support/failures';
import { answer, endlessAnswer, gatedAnswer, json } from '../../support/replies';
import { startScriptedServer, type ScriptedServer } from '../../support/scriptedServer';

const sampling = { temperature: 0, maxTokens: 8, stop: [] };
const chat = { messages: [{ role: 'user' as const, content: 'Hola' }], ...sampling };
const completion = { prompt: 'a = ', ...sampling };
/** The rule as it is, with pauses of a test's length. */
const quick: Patience = { ...chatPatience, pauseMs: 1, loadingPausesMs: [1, 2], loadingMs: 5_000 };

describe('a patient endpoint', () => {
  let server: ScriptedServer;
  const activity = new Activity(true);
  const open = (patience = quick): Endpoint =>
    patient(openEndpoint(server.url), {
      chat: patience,
      onWait: (error, stop) => activity.wait(error, stop),
    });

  beforeEach(async () => {
    server = await startScriptedServer();
    server.script(answer('Bon dia.'));
  });
  afterEach(() => server.stop());

  it('asks again after a fault that passes, and answers', async () => {
    server.scriptNext(failures.rateLimited('0'), failures.resetBefore());
    assert.equal(await textOf(open().chat(chat, never)), 'Bon dia.');
    assert.equal(server.asked.length, 3);
  });

  it('gives up after three requests', async () => {
    server.script(json({ error: 'busy' }, 503));
    assert.equal((await failureOf(textOf(open().chat(chat, never)))).reason, 'overloaded');
    assert.equal(server.asked.length, 3);
  });

  it('never asks again once text was shown', async () => {
    server.script(failures.resetAfter('Bon'));
    assert.equal((await failureOf(textOf(open().chat(chat, never)))).reason, 'network');
    assert.equal(server.asked.length, 1);
  });

  for (const [name, reply] of [
    ['a refused key', failures.unauthorized()],
    ['an unknown model', failures.modelNotFound('x')],
    ['a context that is too long', failures.contextTooLong('vllm')],
    ['a fault of the server', failures.internalError()],
    ['a wait that is too long', failures.rateLimited('3600')],
  ] as const) {
    it(`never asks again after ${name}`, async () => {
      server.script(reply);
      await failureOf(textOf(open().chat(chat, never)));
      assert.equal(server.asked.length, 1);
    });
  }

  it('waits for a model that is being loaded, and says so', async () => {
    const seen: string[] = [];
    const listening = activity.onChange((state) => seen.push(state.kind));
    server.scriptNext(failures.loadingModel(), failures.loadingModel(), failures.loadingModel());
    const end = activity.begin();
    assert.equal(await textOf(open().chat(chat, never)), 'Bon dia.');
    end();
    listening.dispose();
    assert.equal(server.asked.length, 4);
    assert.deepEqual([...new Set(seen)], ['working', 'waiting', 'ready']);
  });

  it('stops waiting at once when it is told to', async () => {
    server.script(failures.loadingModel());
    const abort = new AbortController();
    const patience = { ...quick, loadingPausesMs: [60_000], loadingMs: 600_000 };
    const waiting = new Promise<void>((resolve) => {
      const listening = activity.onChange(({ kind }) => {
        if (kind !== 'waiting') return;
        listening.dispose();
        resolve();
      });
    });
    const failed = failureOf(textOf(open(patience).chat(chat, abort.signal)));
    await waiting;
    abort.abort();
    assert.equal((await failed).reason, 'aborted');
    assert.equal(activity.state.kind, 'ready');
  });

  it('stops all that waits when the person no longer wants to wait, whoever asked', async () => {
    server.script(failures.loadingModel());
    const patience = { ...quick, loadingPausesMs: [60_000], loadingMs: 600_000 };
    const endpoints = [open(patience), open(patience)];
    let waiting = 0;
    const both = new Promise<() => void>((resolve) => {
      const listening = activity.onChange((state) => {
        if (state.kind !== 'waiting') return;
        waiting += 1;
        if (waiting < endpoints.length) return;
        listening.dispose();
        resolve(state.stop);
      });
    });
    const failed = Promise.all(endpoints.map((endpoint) => failureOf(textOf(endpoint.chat(chat, never)))));
    (await both)();
    assert.deepEqual(
      (await failed).map(({ reason }) => reason),
      ['aborted', 'aborted'],
    );
    assert.equal(activity.state.kind, 'ready');
  });

  it('stopping the wait late ends the question that came after it, but no answer that is being shown', async () => {
    const asked = gatedAnswer('Bon dia.');
    for (const shows of [false, true]) {
      let stop = (): void => undefined;
      const endpoint = patient(openEndpoint(server.url), {
        chat: quick,
        onWait: (_error, stopIt) => {
          stop = stopIt;
          return () => undefined;
        },
      });
      server.forget();
      server.scriptNext(failures.loadingModel(), shows ? answer('Bon dia.') : asked);
      const events = endpoint.chat(chat, never)[Symbol.asyncIterator]();
      const first = events.next();
      if (shows) await first;
      else await server.waitForRequest(() => server.asked.length === 2);
      stop();
      if (shows) assert.ok((await events.next()).value);
      else assert.equal((await failureOf(first)).reason, 'aborted');
    }
  });

  it('completion does not wait, and leaves the server alone for as long as it asked', async () => {
    server.script(failures.rateLimited('60'));
    const endpoint = open();
    for (let typed = 0; typed < 3; typed++) {
      assert.equal((await failureOf(textOf(endpoint.complete(completion, never)))).reason, 'overloaded');
    }
    assert.equal(server.asked.length, 1);
    server.script(answer('1'));
    await textOf(endpoint.chat(chat, never));
    assert.equal(
      await textOf(endpoint.complete(completion, never)),
      '1',
      'the chat has seen that it is back',
    );
  });

  it('completion opens a connection that had gone stale anew, once', async () => {
    server.scriptNext(failures.resetBefore());
    assert.equal(await textOf(open().complete(completion, never)), 'Bon dia.');
    assert.equal(server.asked.length, 2);
  });
});

describe('the rule of asking again', () => {
  const first = { attempts: 1, loadings: 0, loadingForMs: 0 };
  const error = (reason: EndpointError['reason'], details = {}): EndpointError =>
    new EndpointError(reason, { host: 'h', ...details });

  it('honours what the server asks for, and spreads the rest', () => {
    const asked = error('overloaded', { retryAfterMs: 3_000 });
    assert.ok((pauseBefore(asked, first, chatPatience, 0) ?? 0) >= 3_000);
    const pauses = [0, 0.5, 1].map((jitter) => pauseBefore(error('overloaded'), first, chatPatience, jitter));
    assert.equal(new Set(pauses).size, 3);
  });

  it('waits ever longer, and for a loading model no more often than every 10 seconds in the end', () => {
    const second = pauseBefore(error('overloaded'), { ...first, attempts: 2 }, chatPatience, 0);
    assert.ok((second ?? 0) > (pauseBefore(error('overloaded'), first, chatPatience, 0) ?? 0));
    const loading = { attempts: 30, loadings: 30, loadingForMs: 60_000 };
    assert.ok((pauseBefore(error('loading'), loading, chatPatience, 0) ?? 0) >= 10_000);
    const late = { ...loading, loadingForMs: chatPatience.loadingMs };
    assert.equal(pauseBefore(error('loading'), late, chatPatience, 0), undefined);
  });

  it('has completion wait for nothing', () => {
    for (const reason of ['loading', 'overloaded', 'timeout', 'tls', 'auth'] as const) {
      assert.equal(pauseBefore(error(reason), first, completionPatience, 0), undefined, reason);
    }
    assert.equal(pauseBefore(error('network', { code: 'ENOTFOUND' }), first, chatPatience, 0), undefined);
  });
});

describe('a limited endpoint', () => {
  let server: ScriptedServer;
  before(async () => {
    server = await startScriptedServer();
  });
  after(() => server.stop());

  it('has two chats under way; the third has its turn when one ends, and can leave the line', async () => {
    server.script(endlessAnswer('hitz '));
    const endpoint = limited(openEndpoint(server.url));
    const aborts = Array.from({ length: 4 }, () => new AbortController());
    const done = aborts.map(({ signal }) => failureOf(textOf(endpoint.chat(chat, signal))));
    await server.waitForRequest(() => server.asked.length === 2);
    aborts[2]!.abort();
    assert.equal((await done[2]!).reason, 'aborted');
    assert.equal(server.asked.length, 2);
    aborts[0]!.abort();
    await server.waitForRequest(() => server.asked.length === 3);
    for (const abort of aborts) abort.abort();
    await Promise.all(done);
  });

  it('a completion does not stand in line for long', async () => {
    server.forget();
    server.script(endlessAnswer('hitz '));
    const endpoint = limited(openEndpoint(server.url), 20);
    const abort = new AbortController();
    const running = [1, 2].map(() => failureOf(textOf(endpoint.complete(completion, abort.signal))));
    await server.waitForRequest(() => server.asked.length === 2);
    assert.equal((await failureOf(textOf(endpoint.complete(completion, never)))).reason, 'aborted');
    assert.equal(server.asked.length, 2);
    abort.abort();
    await Promise.all(running);
  });
});
