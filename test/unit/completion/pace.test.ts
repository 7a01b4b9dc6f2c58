import assert from 'node:assert/strict';
import { CompletionEngine, type EngineParts } from '../../../src/core/completion/engine';
import { Allowance } from '../../../src/core/completion/allowance';
import { grantedPerMinute } from '../../../src/core/completion/granted';
import { Latency } from '../../../src/core/completion/latency';
import { Rhythm } from '../../../src/core/completion/rhythm';
import { never } from '../../support/endpoint';
import { FakeClock } from '../../support/fakeClock';
import { FedEndpoint, settled } from '../../support/handFedEndpoint';
import { at, Typist } from '../../support/typing';

describe('when the model is asked', () => {
  let clock: FakeClock;
  let person: Typist;
  let number: number;

  beforeEach(() => {
    clock = new FakeClock();
    begin();
  });
  afterEach(() => clock.restore());

  function begin(parts: EngineParts = {}): void {
    person = new Typist(new CompletionEngine({ now: clock.now, ...parts }), new FedEndpoint());
    number = 0;
  }

  /** Another place each time, which nothing generated before fits. */
  function elsewhere(line = 'x = |'): string {
    number += 1;
    return `place_${number} = ${number}\n${line}\n`;
  }

  function requests(): number {
    return person.endpoint.calls.length;
  }

  /** Somebody types every 100 ms and contradicts each answer before anything of it is on offer. */
  async function waste(times: number): Promise<void> {
    for (let time = 0; time < times; time += 1) {
      void person.write(elsewhere());
      await clock.pass(1_000);
      void person.endpoint.calls.at(-1)?.finish();
      await clock.pass(100);
    }
  }

  async function isAskedAtOnce(text: string): Promise<boolean> {
    const before = requests();
    void person.write(text);
    await settled();
    return requests() > before;
  }

  it('at once, as long as answers are used', async () => {
    for (let time = 0; time < 5; time += 1) {
      assert.ok(await isAskedAtOnce(elsewhere()));
      person.endpoint.calls.at(-1)?.say('5').finish();
      await clock.pass(100);
    }
  });

  it('after a rest in typing, once answers have gone to waste', async () => {
    await waste(2);
    assert.ok(!(await isAskedAtOnce(elsewhere())));
    const before = requests();
    await clock.pass(400);
    assert.equal(requests(), before + 1);
  });

  it('never more than 400 ms after the last key, where the allowance is free', async () => {
    await waste(6);
    const before = requests();
    void person.write(elsewhere());
    await clock.pass(399);
    await clock.pass(1);
    assert.equal(requests(), before + 1);
  });

  it('not at all where typing goes on meanwhile', async () => {
    await waste(2);
    const before = requests();
    const abort = new AbortController();
    const left = person.write(elsewhere(), abort.signal);
    await clock.pass(50);
    abort.abort();
    assert.equal(await left, undefined);
    await clock.pass(1_000);
    assert.equal(requests(), before);
  });

  it('at once on a fresh line, after an accept, and when a person asks, all the same', async () => {
    await waste(3);
    assert.ok(await isAskedAtOnce(elsewhere('|')));
    assert.ok(await isAskedAtOnce(elsewhere('    |')));
    await waste(3);
    person.engine.accepted();
    assert.ok(await isAskedAtOnce(elsewhere()));
    await waste(3);
    const before = requests();
    void person.engine.suggest(at(elsewhere(), { trigger: 'invoke' }), person.endpoint, never);
    await settled();
    assert.equal(requests(), before + 1);
  });

  it('at once again, after an answer was used', async () => {
    await waste(3);
    void person.write(elsewhere());
    await clock.pass(400);
    person.endpoint.calls.at(-1)?.say('5').finish();
    await clock.pass(100);
    assert.ok(await isAskedAtOnce(elsewhere()));
  });

  it('not while the server is to be left alone, twice as long after each failure', async () => {
    for (const pause of [1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]) {
      const failing = person.write(elsewhere('|'));
      await settled();
      person.endpoint.calls.at(-1)?.fail('network');
      await assert.rejects(failing, { reason: 'network' });
      assert.equal(await person.write(elsewhere('|')), undefined);
      await clock.pass(pause - 1);
      assert.ok(!(await isAskedAtOnce(elsewhere('|'))), `before ${pause} ms`);
      await clock.pass(1);
    }
  });

  it('not before the server said that it may', async () => {
    const failing = person.write(elsewhere());
    await settled();
    person.endpoint.calls.at(-1)?.fail('overloaded', 7_000);
    await assert.rejects(failing, { reason: 'overloaded' });
    await clock.pass(6_999);
    assert.ok(!(await isAskedAtOnce(elsewhere())));
    await clock.pass(1);
    assert.ok(await isAskedAtOnce(elsewhere()));
  });

  it('as before, once the server has answered again', async () => {
    for (let time = 0; time < 3; time += 1) {
      const failing = person.write(elsewhere('|'));
      await settled();
      person.endpoint.calls.at(-1)?.fail('network');
      await assert.rejects(failing);
      await clock.pass(30_000);
    }
    void person.write(elsewhere('|'));
    await settled();
    person.endpoint.calls.at(-1)?.say('5').finish();
    await settled();
    const failing = person.write(elsewhere('|'));
    await settled();
    person.endpoint.calls.at(-1)?.fail('network');
    await assert.rejects(failing);
    await clock.pass(1_000);
    assert.ok(await isAskedAtOnce(elsewhere('|')));
  });

  it('although it failed, when a person asks or the settings have changed', async () => {
    const failing = person.write(elsewhere());
    await settled();
    person.endpoint.calls.at(-1)?.fail('network', 60_000);
    await assert.rejects(failing);
    const invoked = person.engine.suggest(at(elsewhere(), { trigger: 'invoke' }), person.endpoint, never);
    await settled();
    assert.equal(requests(), 2);
    person.endpoint.calls.at(-1)?.fail('network', 60_000);
    await assert.rejects(invoked);
    person.engine.forget();
    assert.ok(await isAskedAtOnce(elsewhere()));
  });

  it('to go on with a text, when a person asks, although it was cut by a fault', async () => {
    const text = elsewhere('total = |');
    const first = person.write(text);
    await settled();
    person.endpoint.calls.at(-1)?.say('suma(uno, do').fail('network', 60_000);
    assert.equal((await first)?.text, 'suma(uno,');
    const used = text.replace('|', 'suma(uno,|');
    assert.equal(await person.write(used), undefined);
    assert.equal(requests(), 1);
    const invoked = person.engine.suggest(at(used, { trigger: 'invoke' }), person.endpoint, never);
    await settled();
    assert.equal(requests(), 2);
    person.endpoint.calls.at(-1)?.say(' dos)').finish();
    await clock.pass(0);
    assert.equal((await invoked)?.text, ' dos)');
  });

  it('no more than 20 times a minute where the host grants 20, spread over the minute', async () => {
    begin({ perMinute: () => 20 });
    const asked: number[] = [];
    for (let time = 0; time < 1_200; time += 1) {
      const before = requests();
      const abort = new AbortController();
      void person.write(elsewhere(time % 4 === 0 ? '|' : 'x = |'), abort.signal);
      await settled();
      await clock.pass(time % 8 === 0 ? 400 : 100);
      abort.abort();
      await settled();
      for (let one = before; one < requests(); one += 1) asked.push(clock.now());
      person.endpoint.calls.at(-1)?.say('1').finish();
      await settled();
    }
    const first = asked[0] ?? 0;
    assert.ok(asked.length >= 20, String(asked.length));
    for (const at of asked) {
      const minute = asked.filter((other) => other >= at && other < at + 60_000).length;
      // A burst that was saved up comes on top of what the minute grants.
      assert.ok(minute <= 26, `${minute} in a minute`);
    }
    const half = asked.filter((at) => at < first + 30_000).length;
    assert.ok(half <= 16, `${half} in half a minute`);
  }).timeout(20_000);

  it('not to read ahead, where requests are few', async () => {
    for (const [perMinute, expected] of [
      [undefined, 2],
      [20, 1],
    ] as const) {
      begin({ perMinute: () => perMinute });
      const text = elsewhere('|');
      const answer = person.write(text);
      await settled();
      person.endpoint.calls.at(-1)?.say('a\n', 'b\n', 'c\n', 'd\n');
      await clock.pass(0);
      await answer;
      assert.equal(await person.reads(text.replace('|', 'a\nb\nc\n|')), 'd');
      await settled();
      assert.equal(requests(), expected);
    }
  });

  it('when a person asks, although the allowance is used up', async () => {
    begin({ perMinute: () => 1 });
    assert.ok(await isAskedAtOnce(elsewhere()));
    void person.write(elsewhere());
    await clock.pass(1_000);
    assert.equal(requests(), 1);
    void person.engine.suggest(at(elsewhere(), { trigger: 'invoke' }), person.endpoint, never);
    await settled();
    assert.equal(requests(), 2);
    person.endpoint.calls.at(-1)?.finish();
    await clock.pass(60_000);
    assert.ok(await isAskedAtOnce(elsewhere('|')));
  });
});

describe('an allowance', () => {
  it('is saved up to a small burst, host by host, and comes back with time', () => {
    let now = 0;
    const allowance = new Allowance(
      () => now,
      (host) => (host === 'free' ? undefined : 20),
    );
    assert.equal(allowance.scarcity('a'), 0);
    assert.deepEqual(
      Array.from({ length: 7 }, () => allowance.take('a')),
      [true, true, true, true, true, true, false],
    );
    assert.equal(allowance.scarcity('a'), 1);
    assert.equal(allowance.scarcity('b'), 0);
    now += 3_000;
    assert.ok(allowance.take('a'));
    assert.ok(!allowance.take('a'));
    now += 3_600_000;
    assert.equal(allowance.scarcity('a'), 0);
    for (let time = 0; time < 100; time += 1) assert.ok(allowance.take('free'));
    assert.equal(allowance.scarcity('free'), 0);
  });

  it('of PublicAI is known, of others not', () => {
    assert.equal(grantedPerMinute('api.publicai.co'), 20);
    assert.equal(grantedPerMinute('publicai.co:443'), 20);
    assert.equal(grantedPerMinute('notpublicai.co'), undefined);
    assert.equal(grantedPerMinute('publicai.co.example'), undefined);
    assert.equal(grantedPerMinute('localhost:8080'), undefined);
  });
});

describe('what is measured', () => {
  it('of typing: the usual time between two keys, pauses left out', () => {
    let now = 5_000;
    const rhythm = new Rhythm(() => now);
    assert.equal(rhythm.idleMs, 1_000);
    for (let key = 0; key < 40; key += 1) {
      rhythm.keystroke();
      now += 100;
    }
    assert.ok(Math.abs(rhythm.intervalMs - 100) < 1, String(rhythm.intervalMs));
    assert.equal(rhythm.idleMs, 100);
    const before = rhythm.intervalMs;
    now += 60_000;
    rhythm.keystroke();
    assert.equal(rhythm.intervalMs, before);
    assert.equal(rhythm.idleMs, 0);
  });

  it('of a server: its usual time to the first text', () => {
    const latency = new Latency();
    for (let answer = 0; answer < 30; answer += 1) latency.note(800);
    assert.ok(Math.abs(latency.firstTextMs - 800) < 1, String(latency.firstTextMs));
    latency.note(8_000);
    assert.ok(latency.firstTextMs < 4_000);
  });
});
