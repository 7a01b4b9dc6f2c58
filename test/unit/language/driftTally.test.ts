import assert from 'node:assert/strict';
import { DriftTally } from '../../../src/core/language/spoken/driftTally';

describe('the tally of drift', () => {
  let stored: unknown;
  const tally = new DriftTally({ read: () => stored, write: (rows) => (stored = rows) });
  beforeEach(() => (stored = undefined));

  it('counts per model and language, and forgets', () => {
    tally.count('a', 'eu', true);
    tally.count('a', 'eu', false);
    tally.count('a', 'ca', false);
    tally.count('b', 'eu', true);
    assert.deepEqual(
      tally.rows.map(({ model, language, answers, drifted }) => [model, language, answers, drifted]),
      [
        ['a', 'eu', 2, 1],
        ['a', 'ca', 1, 0],
        ['b', 'eu', 1, 1],
      ],
    );
    tally.forget();
    assert.deepEqual(tally.rows, []);
  });

  it('survives what it did not write, and does not grow without end', () => {
    for (const nonsense of [
      'x',
      7,
      null,
      [null, { model: 'a' }, { model: 'a', language: 'de', answers: 1 }],
    ]) {
      stored = nonsense;
      assert.deepEqual(tally.rows, []);
    }
    for (let model = 0; model < 300; model += 1) tally.count(`m${model}`, 'gl', false);
    assert.ok(tally.rows.length <= 100);
    assert.equal(tally.rows.at(-1)?.model, 'm299');
  });
});
