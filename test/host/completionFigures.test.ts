import * as vscode from 'vscode';
import assert from 'node:assert/strict';
import { noticeRivals } from '../../src/editor/completion/rivalNotice';
import { completionServer, keys, press, putCursor } from '../support/completion';
import { commitGhost, trigger, untilChanged, write } from '../support/extension';
import { forgetLists, lists } from '../support/lists';
import { notices } from '../support/notices';
import { answer } from '../support/replies';

interface Seen {
  readonly offered: number;
  readonly whole: number;
  readonly part: number;
  readonly kept: number;
  readonly checked: number;
}

describe('the figures of completion', () => {
  const here = completionServer();

  /** As the status menu shows them. */
  async function figures(): Promise<Seen> {
    forgetLists();
    const menu = press('aliada.showMenu');
    const giveUp = performance.now() + 10_000;
    while (!lists().at(-1)?.active) {
      assert.ok(performance.now() < giveUp, 'no menu');
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    await press('workbench.action.closeQuickOpen');
    await menu;
    const words = lists()
      .flatMap(({ entries }) => entries)
      .find((entry) => entry.includes('Suggestions today'));
    const number = (pattern: RegExp, group = 1): number => Number(pattern.exec(words ?? '')?.[group] ?? 0);
    const kept = /still there after a minute: (\d+) of (\d+)/;
    return {
      offered: number(/today: (\d+)/),
      whole: number(/Taken whole: (\d+)/),
      part: number(/in part: (\d+) \(estimated\)/),
      kept: number(kept),
      checked: number(kept, 2),
    };
  }

  /** What a test adds to the figures of the day. */
  async function added(work: () => Promise<void>): Promise<Seen> {
    const before = await figures();
    await work();
    const after = await figures();
    const since = Object.entries(after).map(([name, value]) => [name, value - before[name as keyof Seen]]);
    return Object.fromEntries(since) as Seen;
  }

  it('count a suggestion once, however long it is typed along', async () => {
    here.server.script(answer('price * count'));
    const seen = await added(async () => {
      await write('python', 'total = |');
      await trigger();
      await keys('price');
    });
    assert.deepEqual(seen, { offered: 1, whole: 0, part: 0, kept: 0, checked: 0 });
  });

  it('count what was taken whole', async () => {
    here.server.script(answer('price * count'));
    const seen = await added(async () => {
      const editor = await write('python', 'total = |');
      await trigger();
      await keys('pri');
      await commitGhost(editor);
    });
    assert.deepEqual(seen, { offered: 1, whole: 1, part: 0, kept: 0, checked: 0 });
  });

  it('count what was taken in part', async () => {
    here.server.script(answer('price * count'));
    const seen = await added(async () => {
      const editor = await write('python', 'total = |');
      await trigger();
      await untilChanged(editor, 'editor.action.inlineSuggest.acceptNextWord');
    });
    assert.equal(seen.part, 1);
    assert.equal(seen.whole, 0);
  });

  it('do not take what somebody types for a part that was taken', async () => {
    here.server.script(answer('print(x)'));
    const seen = await added(async () => {
      await write('python', 'for x in xs:\n    |');
      await trigger();
      await keys('print(x');
    });
    assert.equal(seen.part, 0);
  });

  for (const [what, change, kept] of [
    ['is still there after a minute', (): Promise<unknown> => Promise.resolve(), 1],
    ['was moved by what was written above', insertAbove, 1],
    ['was undone', (): Promise<unknown> => press('undo'), 0],
  ] as const) {
    it(`tell of what was taken and ${what}`, async () => {
      here.server.script(answer('price * count'));
      const minute = shortMinute();
      try {
        const seen = await added(async () => {
          const editor = await write('python', '\ntotal = |');
          await trigger();
          await commitGhost(editor);
          await change();
          await minute.pass();
        });
        assert.deepEqual([seen.whole, seen.checked, seen.kept], [1, 1, kept]);
      } finally {
        minute.end();
      }
    });
  }
});

async function insertAbove(): Promise<void> {
  const editor = vscode.window.activeTextEditor!;
  putCursor(editor, 0);
  await keys('import math');
}

/** Holds back what waits for a minute, until the test lets it pass. The extension runs in the same Node. */
function shortMinute(): { readonly pass: () => Promise<void>; readonly end: () => void } {
  const original = globalThis.setTimeout;
  const held: (() => void)[] = [];
  globalThis.setTimeout = ((run: (...rest: unknown[]) => void, ms?: number, ...rest: unknown[]) => {
    if (ms !== 60_000) return original(run, ms, ...rest);
    held.push(run);
    return original(() => undefined, 0);
  }) as typeof setTimeout;
  return {
    pass: async () => {
      const giveUp = performance.now() + 10_000;
      while (held.length === 0) {
        assert.ok(performance.now() < giveUp, 'nothing waits for a minute');
        await new Promise((resolve) => original(resolve, 10));
      }
      for (const run of held.splice(0)) run();
    },
    end: () => {
      globalThis.setTimeout = original;
    },
  };
}

describe('the notice of another extension that completes', () => {
  const memory = new Map<string, unknown>();
  const memento: vscode.Memento = {
    keys: () => [...memory.keys()],
    get: (key: string) => memory.get(key) as never,
    update: (key, value) => {
      memory.set(key, value);
      return Promise.resolve();
    },
  };
  const real = Object.getOwnPropertyDescriptor(vscode.extensions, 'all')!;

  beforeEach(() => {
    memory.clear();
    notices.forget();
  });
  afterEach(async () => {
    Object.defineProperty(vscode.extensions, 'all', real);
    await press('notifications.clearAll');
  });

  function install(...rivals: readonly { readonly id: string; readonly isActive: boolean }[]): void {
    const all = [...vscode.extensions.all, ...rivals];
    Object.defineProperty(vscode.extensions, 'all', { configurable: true, get: () => all });
  }

  it('comes once', async () => {
    install({ id: 'Continue.continue', isActive: true });
    void noticeRivals(memento);
    await Promise.resolve();
    await noticeRivals(memento);
    assert.equal(notices.shown.length, 1);
    assert.match(notices.shown[0]!, /^Continue offers completions too/);
  });

  it('does not come where there is none, or where it is not active', async () => {
    install({ id: 'Continue.continue', isActive: false });
    await noticeRivals(memento);
    assert.deepEqual(notices.shown, []);
    assert.deepEqual([...memory], []);
  });
});
