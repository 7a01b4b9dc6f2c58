// Questions and answers are in Spanish. cspell:disable
import assert from 'node:assert/strict';
import { ChatWindow } from '../../../support/chatWindow';
import { FakeClock } from '../../../support/fakeClock';
import { settled } from '../../../support/handFedEndpoint';
import { MemoryFolder } from '../../../support/historyFiles';

describe('a window that goes down', () => {
  async function afterCrash(folder: MemoryFolder): Promise<ChatWindow> {
    const next = new ChatWindow(folder.window());
    await next.session.restore();
    assert.deepEqual(next.failures, []);
    return next;
  }

  it('at whichever step of its writing, loses no word of what was whole before', async () => {
    const whole = new MemoryFolder();
    const unharmed = new ChatWindow(whole.window());
    await unharmed.ask('¿Uno?', 'Uno.');
    let crashes = 0;
    for (let steps = 0; ; steps += 1) {
      const folder = new MemoryFolder();
      for (const [name, text] of whole.files) folder.files.set(name, text);
      const files = folder.window(steps);
      const window = new ChatWindow(files);
      await window.session.restore();
      await window.ask('¿Dos?', 'Dos.');
      await window.session.rename(window.session.current, 'Con nombre').catch(() => undefined);
      const next = await afterCrash(folder);
      assert.deepEqual(next.texts.slice(0, 2), ['¿Uno?', 'Uno.'], `after ${steps} steps`);
      assert.equal((await next.titles()).length, 1);
      await next.ask('¿Tres?', 'Tres.');
      assert.deepEqual((await afterCrash(folder)).texts, next.texts);
      if (files.steps() !== Infinity) break;
      crashes += 1;
    }
    assert.ok(crashes > 6, `${crashes}`);
  });

  describe('in the middle of an answer', () => {
    let clock: FakeClock;
    beforeEach(() => (clock = new FakeClock()));
    afterEach(() => clock.restore());

    it('loses at most a second of it; what came is shown as broken off and is gone on with', async () => {
      const folder = new MemoryFolder();
      const window = new ChatWindow(folder.window());
      void window.conversation.ask('Cuenta', []);
      await clock.pass(0);
      const call = await window.endpoint.asked(0);
      for (let second = 1; second <= 5; second += 1) {
        call.say(`${second} `);
        await clock.pass(1_000);
      }
      call.say('no llega');
      await clock.pass(900);
      const next = await afterCrash(folder);
      assert.deepEqual(next.texts, ['Cuenta', '1 2 3 4 5 ']);
      assert.deepEqual([next.last.status, next.last.interrupted], ['stopped', true]);
      const on = next.conversation.continue(next.last.id);
      await clock.pass(0);
      (await next.endpoint.asked(0)).say('6 7').finish();
      await on;
      assert.deepEqual(next.texts, ['Cuenta', '1 2 3 4 5 6 7']);
      assert.deepEqual([next.last.status, next.last.interrupted], ['done', undefined]);
      await next.session.flush();
      const third = await afterCrash(folder);
      assert.deepEqual(third.texts, ['Cuenta', '1 2 3 4 5 6 7']);
      assert.equal(
        third.conversation.content.messages.length,
        2,
        'what was gone on with does not stand beside it',
      );
    });

    it('that closes in good order has kept every word, and who stopped the answer was not the person', async () => {
      const folder = new MemoryFolder();
      const window = new ChatWindow(folder.window());
      void window.conversation.ask('Cuenta', []);
      await clock.pass(0);
      (await window.endpoint.asked(0)).say('uno dos tres');
      await clock.pass(10);
      await window.session.flush();
      window.session.close();
      await window.conversation.stop();
      await clock.pass(2_000);
      const next = await afterCrash(folder);
      assert.deepEqual([next.last.text, next.last.interrupted], ['uno dos tres', true]);
    });

    it('writes a growing answer once a second, not with each word', async () => {
      const folder = new MemoryFolder();
      const files = folder.window();
      const window = new ChatWindow(files);
      void window.conversation.ask('Cuenta', []);
      await clock.pass(0);
      const call = await window.endpoint.asked(0);
      await clock.pass(1_000);
      const before = files.steps();
      for (let word = 0; word < 100; word += 1) {
        call.say('palabra ');
        await clock.pass(50);
      }
      // Each writing is three steps: write, rename, remove the one before.
      assert.ok(files.steps() - before <= 3 * 6, `${files.steps() - before}`);
      assert.ok(files.steps() - before >= 3 * 4, `${files.steps() - before}`);
      call.finish();
      await settled();
    });
  });
});
