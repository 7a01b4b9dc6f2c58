// Questions and answers are in Spanish. cspell:disable
import assert from 'node:assert/strict';
import { sharedStorage } from '../../../../src/core/chat/history/sharedFolder';
import { viewState } from '../../../../src/core/chat/viewState';
import { ChatWindow } from '../../../support/chatWindow';
import { composerWith } from '../../../support/composerSamples';
import { settled } from '../../../support/handFedEndpoint';
import { diskFiles, MemoryFolder } from '../../../support/historyFiles';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

describe('the folder of two windows on one workspace', () => {
  it('is that of the first, whatever number VS Code has put behind its name', () => {
    const hash = '0cc175b9c0f1b6a831c399e269772661';
    for (const id of [hash, '-6f1a2b3c', '5e', 'ext-dev']) {
      const first = `/data/User/workspaceStorage/${id}/aliada.aliada`;
      assert.equal(sharedStorage(first), first);
      assert.equal(sharedStorage(`/data/User/workspaceStorage/${id}-1/aliada.aliada`), first);
      assert.equal(sharedStorage(`/data/User/workspaceStorage/${id}-9/aliada.aliada`), first);
    }
    for (const other of [
      '/a/-5/aliada.aliada',
      '/a/my-project-1/aliada.aliada',
      `/a/${hash}-12/aliada.aliada`,
    ]) {
      assert.equal(sharedStorage(other), other);
    }
  });
});

describe('two windows on one history', () => {
  let folder: MemoryFolder;
  let a: ChatWindow;
  let b: ChatWindow;

  beforeEach(() => {
    folder = new MemoryFolder();
    a = new ChatWindow(folder.window());
    b = new ChatWindow(folder.window());
  });
  afterEach(() => {
    assert.deepEqual([a.failures, b.failures], [[], []]);
  });

  async function inBoth(): Promise<void> {
    await a.ask('¿Uno?', 'Uno.');
    await b.session.open(a.session.current);
  }

  it('see each other’s conversations, and what is added to the one that both have open', async () => {
    await inBoth();
    await a.ask('¿Dos?', 'Dos.');
    await b.session.look();
    assert.deepEqual(b.texts, ['¿Uno?', 'Uno.', '¿Dos?', 'Dos.']);
    await b.session.newChat();
    await b.ask('¿Otra?', 'Otra.');
    assert.deepEqual(await a.titles(), ['¿Otra?', '¿Uno?']);
  });

  it('going on at the same time in one conversation, lose nothing: each goes on its own way', async () => {
    await inBoth();
    await Promise.all([a.ask('¿De A?', 'A.'), b.ask('¿De B?', 'B.')]);
    await Promise.all([a.session.look(), b.session.look()]);
    for (const [window, own, others] of [
      [a, '¿De A?', '¿De B?'],
      [b, '¿De B?', '¿De A?'],
    ] as const) {
      assert.equal(window.texts[2], own, 'what is shown stays');
      const { alternatives } = viewState(window.conversation, 'es', composerWith()).messages[2] ?? {};
      assert.equal(alternatives?.label.at(-1), '2');
      await window.conversation.show(alternatives.previous ?? alternatives.next ?? '');
      assert.equal(window.texts[2], others);
    }
    const c = new ChatWindow(folder.window());
    await c.session.open(a.session.current);
    assert.equal(c.conversation.content.messages.length, 6);
  });

  it('going on with one and the same broken-off answer, keep both ends', async () => {
    await a.answered(a.conversation.ask('Cuenta', []), 'uno dos ', 'length');
    await b.session.open(a.session.current);
    await Promise.all([
      a.answered(a.conversation.continue(a.last.id), 'y tres de A'),
      b.answered(b.conversation.continue(b.last.id), 'y cuatro de B'),
    ]);
    const c = new ChatWindow(folder.window());
    await c.session.open(a.session.current);
    const answers = c.conversation.content.messages.filter(({ role }) => role === 'assistant');
    assert.deepEqual(answers.map(({ text }) => text).sort(), [
      'uno dos y cuatro de B',
      'uno dos y tres de A',
    ]);
  });

  it('an answer that grows in one is not disturbed by what the other adds', async () => {
    await inBoth();
    const asked = a.conversation.ask('¿Largo?', []);
    const call = await a.endpoint.asked(1);
    call.say('Empieza ');
    await settled();
    await b.ask('¿Dos?', 'Dos.');
    await a.session.look();
    call.say('y acaba.').finish();
    await asked;
    assert.deepEqual(a.texts, ['¿Uno?', 'Uno.', '¿Largo?', 'Empieza y acaba.']);
    await a.session.flush();
    await b.session.look();
    assert.equal(b.conversation.content.messages.length, 6);
  });

  it('a name given in one is the name in the other, the later of two wins', async () => {
    let now = 1_000;
    b = new ChatWindow(folder.window(), () => (now += 1));
    a = new ChatWindow(folder.window(), () => (now += 1));
    await inBoth();
    await a.session.rename(a.session.current, 'De A');
    await b.session.look();
    assert.equal(b.session.currentTitle, 'De A');
    await b.session.rename(b.session.current, 'De B');
    await a.session.look();
    assert.deepEqual([a.session.currentTitle, await a.titles()], ['De B', ['De B']]);
  });

  it('deleted in one, it does not come back by what the other goes on writing', async () => {
    await inBoth();
    await b.ask('¿De B?', 'B.');
    await a.session.delete(a.session.current);
    const asked = b.conversation.ask('¿Más?', []);
    await settled();
    await b.session.flush();
    await asked;
    await settled();
    assert.deepEqual(folder.conversations, []);
    assert.deepEqual(b.texts, [], 'what is deleted is gone from the other screen too');
    await b.ask('¿Nueva?', 'Sí.');
    assert.deepEqual(await a.titles(), ['¿Nueva?']);
  });

  it('on a real disk, with a list read while the other writes', async () => {
    const disk = await mkdtemp(path.join(tmpdir(), 'aliada-history-'));
    try {
      a = new ChatWindow(diskFiles(disk));
      b = new ChatWindow(diskFiles(disk));
      const writing = (async () => {
        for (let count = 0; count < 30; count += 1) await a.ask(`¿${count}?`, `Respuesta ${count}.`);
      })();
      let lists = 0;
      for (let done = false; !done; lists += 1) {
        const titles = await b.titles();
        assert.ok(titles.length <= 1, titles.join());
        done = await Promise.race([writing.then(() => true), settled().then(() => false)]);
      }
      assert.ok(lists > 1);
      await b.session.open(a.session.current);
      assert.equal(b.texts.length, 60);
      assert.deepEqual(b.log, []);
    } finally {
      await rm(disk, { recursive: true });
    }
  });
});
