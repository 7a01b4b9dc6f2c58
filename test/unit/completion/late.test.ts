import assert from 'node:assert/strict';
import { answerMayBeLost } from '../../../src/core/completion/audience';
import { CompletionEngine } from '../../../src/core/completion/engine';
import { FedEndpoint, settled, type FedCall } from '../../support/handFedEndpoint';
import { at, Typist } from '../../support/typing';

const place = 'x = |\n';

describe('an answer that comes after the editor stopped waiting', () => {
  let late: string[];
  let person: Typist;

  beforeEach(() => {
    late = [];
    const engine = new CompletionEngine({ onLate: ({ prefix }) => late.push(prefix) });
    person = new Typist(engine, new FedEndpoint());
  });

  /** The editor asks, and takes its question back after a time. */
  async function withdraw(waitedMs: number): Promise<FedCall> {
    const abort = new AbortController();
    const answer = person.write(place, abort.signal);
    const call = await person.endpoint.asked(0);
    abort.abort();
    person.engine.withdrawn(at(place), waitedMs);
    assert.equal(await answer, undefined);
    return call;
  }

  it('is told, and there without another request', async () => {
    (await withdraw(740)).say('sum(values)\n').finish();
    await settled();
    assert.deepEqual(late, ['x = ']);
    assert.equal(await person.reads(place), 'sum(values)');
    assert.equal(person.endpoint.calls.length, 1);
  });

  it('is not told where a person closed it, or went away', async () => {
    (await withdraw(100)).say('sum(values)\n').finish();
    await settled();
    assert.deepEqual(late, []);
  });

  it('is not told where the person types on', async () => {
    const call = await withdraw(740);
    const answer = person.write('x = s|\n');
    call.say('sum(values)\n').finish();
    assert.equal((await answer)?.text, 'um(values)');
    assert.deepEqual(late, []);
  });

  it('is not told where there is nothing to say, or the request failed', async () => {
    (await withdraw(740)).fail('network');
    await settled();
    assert.deepEqual(late, []);
  });
});

describe('an answer that was given after a while', () => {
  it('may have crossed the word of VS Code that it waits no longer, which comes after 750 ms on its clock', () => {
    for (const waitedMs of [650, 750, 900]) assert.ok(answerMayBeLost(waitedMs), String(waitedMs));
    for (const waitedMs of [10, 400, 5_000]) assert.ok(!answerMayBeLost(waitedMs), String(waitedMs));
  });
});
