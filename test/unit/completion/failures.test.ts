import assert from 'node:assert/strict';
import { CompletionEngine } from '../../../src/core/completion/engine';
import { never } from '../../support/endpoint';
import { FakeClock } from '../../support/fakeClock';
import { FedEndpoint, settled } from '../../support/handFedEndpoint';
import { at, Typist } from '../../support/typing';

let clock: FakeClock;
let person: Typist;

/** A person at a new engine, under a clock that the test moves. */
function underClock(): void {
  beforeEach(() => {
    clock = new FakeClock();
    person = new Typist(new CompletionEngine({ now: clock.now }), new FedEndpoint());
  });
  afterEach(() => clock.restore());
}

describe('a suggestion that fails', () => {
  underClock();

  it('because it was cancelled is nothing, and no error', async () => {
    const abort = new AbortController();
    const waiting = person.write('x = |\n', abort.signal);
    await person.endpoint.asked(0);
    abort.abort();
    assert.equal(await waiting, undefined);
    assert.equal(await person.write('y = |\n', abort.signal), undefined);
    assert.equal(person.endpoint.calls.length, 1);
  });

  it('says so once; the next key asks nobody', async () => {
    const failing = person.write('x = |\n');
    (await person.endpoint.asked(0)).fail('network');
    await assert.rejects(failing, { reason: 'network' });
    assert.equal(await person.write('x = |\n'), undefined);
    assert.equal(await person.write('x = y|\n'), undefined);
    assert.equal(person.endpoint.calls.length, 1);
    await clock.pass(1_000);
    assert.equal(await person.receives('x = y|\n', ' + 1'), ' + 1');
  });

  it('because nobody could say what the server is says so too', async () => {
    person.endpoint.profileFailure = new Error('unreachable');
    await assert.rejects(person.write('x = |\n'), { message: 'unreachable' });
  });

  it('is not said to who has gone meanwhile', async () => {
    const abort = new AbortController();
    const waiting = person.write('x = |\n', abort.signal);
    const call = await person.endpoint.asked(0);
    call.fail('network');
    abort.abort();
    assert.equal(await waiting, undefined);
  });

  it('in its middle keeps what came before, and goes on from there later', async () => {
    const answer = person.write('def f(a):\n    |\n');
    (await person.endpoint.asked(0)).say('b = a\n', '    retu').fail('network');
    await clock.pass(0);
    assert.equal((await answer)?.text, 'b = a');
    assert.equal(await person.write('def f(a):\n    b = a|\n'), undefined);
    assert.equal(person.endpoint.calls.length, 1);
    await clock.pass(1_000);
    const more = person.write('def f(a):\n    b = a|\n');
    const call = await person.endpoint.asked(1);
    assert.ok(call.prompt.endsWith('    b = a\n'), JSON.stringify(call.prompt));
    call.say('    return b').finish();
    assert.equal((await more)?.text, '\n    return b');
  });

  it('because the connection ended without a word is no error, and not asked for ever', async () => {
    const answer = person.write('x = |\n');
    (await person.endpoint.asked(0)).cut();
    assert.equal(await answer, undefined);
    assert.equal(person.endpoint.calls.length, 1);
  });

  it('because all its tokens went into white space is not asked for ever', async () => {
    const answer = person.write('x = 1\n|\n');
    (await person.endpoint.asked(0)).say('    ', '    ').finish('length');
    assert.equal(await answer, undefined);
    const again = person.write('x = 1\n|\n');
    (await person.endpoint.asked(1)).say('    ').finish('length');
    assert.equal(await again, undefined);
    assert.equal(person.endpoint.calls.length, 2);
  });

  it('because a thought took all its tokens is not asked for ever', async () => {
    const answer = person.write('x = |\n');
    (await person.endpoint.asked(0)).say('<think>', ' What is x?').finish('length');
    assert.equal(await answer, undefined);
    assert.equal(person.endpoint.calls.length, 1);
  });

  it('to begin is given up after a while, and told', async () => {
    const failing = assert.rejects(person.write('x = |\n'), { reason: 'timeout' });
    const call = await person.endpoint.asked(0);
    await clock.pass(5_999);
    assert.ok(!call.left);
    await clock.pass(1);
    assert.ok(call.left);
    await failing;
  });

  it('to go on is given up after a while; what came stays', async () => {
    const answer = person.write('total = |\n');
    const call = await person.endpoint.asked(0);
    await clock.pass(5_000);
    call.say('suma(a, ');
    await clock.pass(5_000);
    assert.ok(!call.left);
    await clock.pass(1_000);
    assert.ok(call.left);
    assert.equal((await answer)?.text, 'suma(a,');
    assert.equal(await person.write('total = m|\n'), undefined);
    assert.equal(person.endpoint.calls.length, 1);
  });

  it('on a slow server is given more time', async () => {
    for (let answer = 0; answer < 12; answer += 1) {
      void person.write(`a_${answer} = 1\n|\n`);
      const call = await person.endpoint.asked(answer);
      await clock.pass(3_000);
      call.say('x').finish();
      await clock.pass(10);
    }
    void person.write('b = 1\n|\n');
    const call = await person.endpoint.asked(12);
    await clock.pass(20_000);
    assert.ok(!call.left);
    call.finish();
  });
});

describe('a mask', () => {
  it('is never shown', async () => {
    const person = new Typist(new CompletionEngine(), new FedEndpoint());
    assert.equal(await person.receives('key = |\n', '"<redacted:short>"'), undefined);
    const block = person.write('def f():\n    |\n');
    const call = await person.endpoint.asked(1);
    call.say('a = 1\n');
    assert.equal((await block)?.text, 'a = 1');
    call.say('    key = "<redacted:long>"\n').finish();
    await settled();
    assert.equal(await person.write('def f():\n    |\n'), undefined);
    assert.equal(person.endpoint.calls.length, 2);
  });
});

describe('what nobody looks at', () => {
  underClock();

  it('is left after 5 seconds', async () => {
    const abort = new AbortController();
    void person.write('x = |\n', abort.signal);
    const call = await person.endpoint.asked(0);
    abort.abort();
    await clock.pass(4_999);
    assert.ok(!call.left);
    await clock.pass(1);
    assert.ok(call.left);
  });

  it('is kept while somebody comes back', async () => {
    const abort = new AbortController();
    void person.write('x = |\n', abort.signal);
    const call = await person.endpoint.asked(0);
    abort.abort();
    await clock.pass(3_000);
    void person.write('x = y|\n');
    await clock.pass(2_500);
    assert.ok(!call.left);
    call.say('y + 1').finish();
    await clock.pass(0);
    assert.equal(await person.reads('x = y|\n'), ' + 1');
  });

  it('is left after what was ready has been served', async () => {
    const answer = person.write('def f(a):\n    |\n');
    const call = await person.endpoint.asked(0);
    call.say('b = a\n');
    await clock.pass(0);
    assert.equal((await answer)?.text, 'b = a');
    await clock.pass(5_000);
    assert.ok(call.left);
    assert.equal(person.engine.recall(at('def f(a):\n    |\n'))?.text, 'b = a');
  });

  it('is left at once when the engine goes, or the settings change', async () => {
    for (const end of ['dispose', 'forget'] as const) {
      const before = person.endpoint.calls.length;
      const waiting = person.write('x = |\n');
      const call = await person.endpoint.asked(before);
      person.engine[end]();
      await settled();
      assert.ok(call.left);
      assert.equal(await waiting, undefined);
      assert.equal(person.endpoint.calls.length, before + 1);
    }
  });
});

describe('who waits while the settings change', () => {
  it('is not answered from the old ones', async () => {
    const person = new Typist(new CompletionEngine(), new FedEndpoint());
    void person.write('x = |\n');
    const call = await person.endpoint.asked(0);
    const waiting = person.write('x = y|\n');
    await settled();
    person.engine.forget();
    assert.equal(await waiting, undefined);
    assert.ok(call.left);
    assert.equal(person.endpoint.calls.length, 1);
  });
});

describe('another suggestion', () => {
  const invoked = (text: string) => at(text, { trigger: 'invoke' });

  it('is drawn more freely, and offered where it differs', async () => {
    const person = new Typist(new CompletionEngine(), new FedEndpoint());
    const { engine, endpoint } = person;
    await person.receives('x = |\n', 'suma(a)');
    assert.ok(engine.hasOffered(invoked('x = |\n')));
    assert.ok(engine.hasOffered(invoked('x = su|\n')), 'what is left of it is on the screen');
    assert.ok(!engine.hasOffered(invoked('x = m|\n')));
    assert.ok(!engine.hasOffered(invoked('x = suma(a)|\n')));
    assert.ok(!engine.hasOffered(invoked('x |\n')));
    const other = engine.another(invoked('x = |\n'), endpoint, never);
    const call = await endpoint.asked(1);
    assert.ok(call.call.temperature > 0);
    call.say('max(a)').finish();
    assert.equal((await other)?.text, 'max(a)');
    assert.equal(await person.reads('x = m|\n'), 'ax(a)');
    assert.equal(await person.reads('x = s|\n'), 'uma(a)');
    assert.equal(endpoint.calls.length, 2);
  });

  it('is none where it says the same, or nothing, or fails', async () => {
    const person = new Typist(new CompletionEngine(), new FedEndpoint());
    const { engine, endpoint } = person;
    await person.receives('x = |\n', 'suma(a)');
    for (const answer of ['suma(a)', '']) {
      const number = endpoint.calls.length;
      const other = engine.another(invoked('x = |\n'), endpoint, never);
      (await endpoint.asked(number)).say(answer).finish();
      assert.equal(await other, undefined);
    }
    const failing = engine.another(invoked('x = |\n'), endpoint, never);
    (await endpoint.asked(3)).fail('network');
    assert.equal(await failing, undefined);
  });

  it('is left when nobody waits for it any more', async () => {
    const person = new Typist(new CompletionEngine(), new FedEndpoint());
    const abort = new AbortController();
    const other = person.engine.another(invoked('x = |\n'), person.endpoint, abort.signal);
    const call = await person.endpoint.asked(0);
    abort.abort();
    assert.equal(await other, undefined);
    await settled();
    assert.ok(call.left);
  });

  it('is written to its end, however long ago the first was shown', async () => {
    const clock = new FakeClock();
    try {
      const person = new Typist(new CompletionEngine({ now: clock.now }), new FedEndpoint());
      const { engine, endpoint } = person;
      const first = person.write('def f(a):\n    |\n');
      (await endpoint.asked(0)).say('b = a\n');
      await clock.pass(0);
      await first;
      const other = engine.another(invoked('def f(a):\n    |\n'), endpoint, never);
      const call = await endpoint.asked(1);
      await clock.pass(5_500);
      assert.ok(!call.left);
      call.say('return a').finish();
      assert.equal((await other)?.text, 'return a');
    } finally {
      clock.restore();
    }
  });
});
