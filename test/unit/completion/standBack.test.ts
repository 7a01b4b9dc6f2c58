import assert from 'node:assert/strict';
import { Snooze } from '../../../src/core/completion/snooze';
import { standsBack } from '../../../src/core/completion/standBack';
import { FakeClock } from '../../support/fakeClock';
import { at } from '../../support/typing';

const everywhere = { enabled: true, languages: {}, comments: true, strings: true };

describe('completion stands back', () => {
  it('in the middle of a word, in any script', () => {
    for (const text of ['su|ma', 'a = ni|ño', 'x_|1', '数|据'])
      assert.ok(standsBack(at(text), everywhere), text);
  });

  it('not at the end of a word, nor before or between signs', () => {
    for (const text of ['suma|', 'suma|(a)', 'a = |b', '|', 'f(|)', 'a |= 1', 'suma|\nresta']) {
      assert.ok(!standsBack(at(text), everywhere), text);
    }
  });

  it('in comments, where the person said so', () => {
    const scope = { ...everywhere, comments: false };
    assert.ok(standsBack(at('# a comment |\n'), scope));
    assert.ok(standsBack(at('x = 1  // a |\n', { languageId: 'typescript' }), scope));
    assert.ok(standsBack(at('/* a\n * b |\n */\n', { languageId: 'typescript' }), scope));
    assert.ok(!standsBack(at('# a comment\n|\n'), scope));
    assert.ok(!standsBack(at('x = "# |"\n'), scope));
    assert.ok(!standsBack(at('# a comment |\n'), everywhere));
  });

  it('in strings, where the person said so', () => {
    const scope = { ...everywhere, strings: false };
    assert.ok(standsBack(at('x = "hola |"\n'), scope));
    assert.ok(standsBack(at('x = """\nhola |\n"""\n'), scope));
    assert.ok(!standsBack(at('x = "hola" + |\n'), scope));
    assert.ok(!standsBack(at('# "a comment |\n'), scope));
    assert.ok(!standsBack(at('x = "hola |"\n'), everywhere));
  });
});

describe('a snooze', () => {
  let clock: FakeClock;
  let snooze: Snooze;
  let changes: boolean[];

  beforeEach(() => {
    clock = new FakeClock();
    snooze = new Snooze();
    changes = [];
    snooze.onChange(() => changes.push(snooze.isOn));
  });
  afterEach(() => clock.restore());

  it('ends by itself', async () => {
    assert.ok(!snooze.isOn);
    snooze.start(300_000);
    assert.ok(snooze.isOn);
    await clock.pass(299_999);
    assert.ok(snooze.isOn);
    await clock.pass(1);
    assert.ok(!snooze.isOn);
    assert.deepEqual(changes, [true, false]);
  });

  it('ends when it is ended, and not once more', async () => {
    snooze.start(1_000);
    snooze.end();
    assert.ok(!snooze.isOn);
    await clock.pass(1_000);
    assert.deepEqual(changes, [true, false]);
  });

  it('begins anew when it is started again', async () => {
    snooze.start(1_000);
    await clock.pass(600);
    snooze.start(1_000);
    await clock.pass(600);
    assert.ok(snooze.isOn);
    await clock.pass(400);
    assert.ok(!snooze.isOn);
  });

  it('tells nobody after it is gone', async () => {
    snooze.start(1_000);
    snooze.dispose();
    await clock.pass(1_000);
    assert.deepEqual(changes, [true]);
  });
});
