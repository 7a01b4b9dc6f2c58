import assert from 'node:assert/strict';
import { isKept, isPartOf, shifted } from '../../../src/core/completion/accepted';
import { describeFigures } from '../../../src/core/completion/describeFigures';
import { Figures, typicalLatency, type DayFigures } from '../../../src/core/completion/figures';
import { rivalsAmong } from '../../../src/core/completion/rivals';

class Store {
  written: unknown;
  constructor(private readonly stored?: unknown) {}
  read(): unknown {
    return this.stored;
  }
  write(figures: DayFigures): void {
    this.written = figures;
  }
}

const nothing: DayFigures = {
  day: '2026-11-23',
  offered: 0,
  accepted: 0,
  partlyAccepted: 0,
  checked: 0,
  kept: 0,
  latencies: [],
};

describe("a day's figures", () => {
  it('are counted, and stored at every count', () => {
    const store = new Store();
    const figures = new Figures(store, () => '2026-11-23');
    assert.deepEqual(figures.current, nothing);
    figures.offered(12.6);
    figures.offered(40);
    figures.accepted();
    figures.partlyAccepted();
    figures.checked(true);
    figures.checked(false);
    const expected = {
      ...nothing,
      ...{ offered: 2, accepted: 1, partlyAccepted: 1, checked: 2, kept: 1, latencies: [13, 40] },
    };
    assert.deepEqual(figures.current, expected);
    assert.deepEqual(store.written, expected);
  });

  it('go on from what the last window stored', () => {
    const figures = new Figures(new Store({ ...nothing, offered: 7 }), () => '2026-11-23');
    figures.offered(1);
    assert.equal(figures.current.offered, 8);
  });

  it('begin anew on another day, also while the window is open', () => {
    let day = '2026-11-23';
    const figures = new Figures(new Store({ ...nothing, day: '2026-11-22', offered: 7 }), () => day);
    assert.equal(figures.current.offered, 0);
    figures.offered(5);
    day = '2026-11-24';
    assert.deepEqual(figures.current, { ...nothing, day });
    figures.accepted();
    assert.deepEqual(figures.current, { ...nothing, day, accepted: 1 });
  });

  it('are not made of what somebody else stored', () => {
    for (const stored of [
      undefined,
      null,
      7,
      'offered',
      [],
      {},
      { ...nothing, offered: '7' },
      { ...nothing, offered: -1 },
      { ...nothing, kept: 0.5 },
      { ...nothing, accepted: NaN },
      { ...nothing, day: 23 },
      { ...nothing, latencies: 'none' },
      { ...nothing, latencies: [null] },
    ]) {
      assert.deepEqual(new Figures(new Store(stored), () => '2026-11-23').current, nothing);
    }
  });

  it('are forgotten on demand', () => {
    const store = new Store({ ...nothing, offered: 7 });
    const figures = new Figures(store, () => '2026-11-23');
    figures.forget();
    assert.deepEqual(figures.current, nothing);
    assert.deepEqual(store.written, nothing);
  });

  it('keep the newest 200 waiting times, of which the middle one is the usual', () => {
    const figures = new Figures(new Store(), () => '2026-11-23');
    assert.equal(typicalLatency(figures.current), undefined);
    for (let ms = 1; ms <= 300; ms += 1) figures.offered(ms);
    assert.equal(figures.current.latencies.length, 200);
    assert.equal(figures.current.latencies[0], 101);
    assert.equal(typicalLatency({ ...nothing, latencies: [900, 10, 30] }), 30);
    assert.equal(typicalLatency({ ...nothing, latencies: [9, 100] }), 100);
  });

  it('are said in two lines; what is not known is left out', () => {
    assert.deepEqual(describeFigures(nothing), {
      short: 'Suggestions today: 0',
      long: 'Taken whole: 0 · in part: 0 (estimated)',
    });
    assert.deepEqual(
      describeFigures({
        ...nothing,
        ...{ offered: 9, accepted: 4, partlyAccepted: 2, checked: 3, kept: 1, latencies: [80, 20, 50] },
      }),
      {
        short: 'Suggestions today: 9',
        long: 'Taken whole: 4 · in part: 2 (estimated) · still there after a minute: 1 of 3 · usually after 50 ms',
      },
    );
  });
});

describe('a change of a document', () => {
  const offered = { offset: 10, text: 'suma(a, b)\n    return c' };
  const change = (text: string, offset = 10): { offset: number; removed: number; text: string } => ({
    offset,
    removed: 0,
    text,
  });

  it('takes a part of a suggestion where more than a key of its beginning comes at once', () => {
    assert.ok(isPartOf(change('suma'), offered));
    assert.ok(isPartOf(change('suma(a, b)'), offered));
    assert.ok(isPartOf(change('su'), offered));
  });

  it('takes none where it is typing, the whole, another text or another place', () => {
    assert.ok(!isPartOf(change('s'), offered));
    assert.ok(!isPartOf(change(offered.text), offered));
    assert.ok(!isPartOf(change('max'), offered));
    assert.ok(!isPartOf(change('suma', 11), offered));
    assert.ok(!isPartOf(change(''), offered));
  });

  it('takes none where the editor adds pairs or indentation by itself', () => {
    for (const text of ['()', '[]', '{}', '""', "''", '``', '<>', '\n    ', '    ']) {
      assert.ok(!isPartOf(change(text), { offset: 10, text: `${text}more` }), JSON.stringify(text));
    }
  });

  it('moves what stands after it', () => {
    assert.equal(shifted(10, { offset: 4, removed: 0, text: 'abc' }), 13);
    assert.equal(shifted(10, { offset: 4, removed: 3, text: '' }), 7);
    assert.equal(shifted(10, { offset: 4, removed: 6, text: 'a' }), 5);
    assert.equal(shifted(10, { offset: 10, removed: 5, text: 'abc' }), 10);
    assert.equal(shifted(10, { offset: 20, removed: 5, text: 'abc' }), 10);
    assert.equal(shifted(10, { offset: 8, removed: 3, text: 'abc' }), undefined);
  });
});

describe('a suggestion that was taken', () => {
  it('is still there where most of its lines are, however indented', () => {
    assert.ok(isKept('a = 1\nb = 2\nc = 3', '  a = 1\n  b = 2\n  c = 4\n'));
    assert.ok(isKept('a = 1\n\nb = 2', 'x\nb = 2\na = 1\n'));
    assert.ok(!isKept('a = 1\nb = 2\nc = 3', 'a = 1\nb = 3\nc = 4\n'));
  });

  it('of one line is still there where the text is, in its line', () => {
    assert.ok(isKept('suma(a)', 'x = suma(a) + 1'));
    assert.ok(!isKept('suma(a)', 'x = suma(b)'));
    assert.ok(!isKept(' \n ', 'x'));
  });
});

describe('other extensions that offer ghost text', () => {
  it('are named once each, whatever the case of their ids', () => {
    assert.deepEqual(rivalsAmong(['GitHub.copilot', 'GitHub.copilot-chat', 'Continue.continue']), [
      'GitHub Copilot',
      'Continue',
    ]);
    assert.deepEqual(rivalsAmong(['ms-python.python', 'someone.copilot']), []);
    assert.deepEqual(rivalsAmong([]), []);
  });
});
