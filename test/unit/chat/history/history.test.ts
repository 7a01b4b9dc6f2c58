// Questions and answers are in Spanish and Basque. cspell:disable
import assert from 'node:assert/strict';
import { ChatWindow } from '../../../support/chatWindow';
import { settled } from '../../../support/handFedEndpoint';
import { MemoryFolder } from '../../../support/historyFiles';

const day = 24 * 60 * 60 * 1000;

describe('conversations that are kept', () => {
  let folder: MemoryFolder;
  let window: ChatWindow;

  beforeEach(() => {
    folder = new MemoryFolder();
    window = new ChatWindow(folder.window());
  });
  afterEach(() => {
    assert.deepEqual(window.failures, []);
  });

  /** The window closes without a word, and another opens on the same folder. */
  async function reopened(): Promise<ChatWindow> {
    const next = new ChatWindow(folder.window());
    await next.session.restore();
    return next;
  }

  it('are there again when the window opens again, with all that belongs to a message', async () => {
    const code = {
      kind: 'code' as const,
      path: 'src/suma.py',
      languageId: 'python',
      text: 'a + b',
      firstLine: 1,
      lastLine: 2,
    };
    await window.answered(window.conversation.run('explain', [code]), 'Suma dos números.');
    window.conversation.choose({ level: 'brief' });
    await window.ask('¿Y en euskera?', 'Bi zenbaki batzen ditu.');
    const again = await reopened();
    assert.deepEqual(again.conversation.messages, window.conversation.messages);
    assert.deepEqual(again.conversation.content, window.conversation.content);
    assert.equal(again.conversation.manner.level, 'brief');
    assert.deepEqual(again.failures, []);
  });

  it('are gone on with: the model is told what was said before the window closed', async () => {
    await window.ask('¿Qué es un bucle?', 'Algo que se repite.');
    const again = await reopened();
    await again.ask('¿Y una pila?', 'Una lista.');
    assert.match(
      again.endpoint.calls[0]?.prompt ?? '',
      /¿Qué es un bucle\?\n\[assistant\] Algo que se repite\./,
    );
    assert.deepEqual((await reopened()).texts, [
      ...['¿Qué es un bucle?', 'Algo que se repite.', '¿Y una pila?', 'Una lista.'],
    ]);
  });

  it('are named after their first question, newest first, and a new chat begins another', async () => {
    await window.ask('# ¿Qué es un bucle?\n\nDímelo', 'Algo.');
    await window.session.newChat();
    assert.deepEqual(window.texts, []);
    const code = {
      kind: 'code' as const,
      path: 'src/suma.py',
      languageId: 'python',
      text: 'a',
      firstLine: 3,
      lastLine: 3,
    };
    await window.answered(window.conversation.run('explain', [code]), 'Suma.');
    assert.deepEqual(await window.titles(), [
      'Explica qué hace este código. · suma.py:3',
      '¿Qué es un bucle?',
    ]);
    assert.equal(window.session.currentTitle, 'Explica qué hace este código. · suma.py:3');
  });

  it('a new chat that was not begun is what is there after the window opens again', async () => {
    await window.ask('¿Uno?', 'Uno.');
    await window.session.newChat();
    const again = await reopened();
    assert.deepEqual(again.texts, []);
    assert.deepEqual(await again.titles(), ['¿Uno?']);
  });

  it('are opened, renamed and deleted, and a deletion can be taken back', async () => {
    await window.ask('¿Uno?', 'Uno.');
    const one = window.session.current;
    await window.session.newChat();
    await window.ask('¿Dos?', 'Dos.');
    const two = window.session.current;
    assert.ok(await window.session.open(one));
    assert.deepEqual(window.texts, ['¿Uno?', 'Uno.']);
    await window.session.rename(one, '  El primero ');
    await window.session.rename(two, 'El segundo');
    assert.equal(window.session.currentTitle, 'El primero');
    assert.deepEqual([...(await window.titles())].sort(), ['El primero', 'El segundo']);
    const deleted = await window.session.delete(one);
    assert.deepEqual(window.texts, [], 'the open one is gone from the screen too');
    assert.deepEqual(await window.titles(), ['El segundo']);
    assert.ok(!(await window.session.open(one)));
    await window.session.history.restore(deleted);
    assert.ok(await window.session.open(one));
    assert.deepEqual([window.session.currentTitle, window.texts], ['El primero', ['¿Uno?', 'Uno.']]);
    await window.ask('¿Más?', 'Más.');
    assert.deepEqual((await reopened()).texts, ['¿Uno?', 'Uno.', '¿Más?', 'Más.']);
  });

  it('all of them are deleted, and nothing of theirs stays in the folder', async () => {
    await window.ask('¿Uno?', 'Uno.');
    await window.session.newChat();
    await window.ask('¿Dos?', 'Dos.');
    await window.titles();
    await window.session.deleteAll();
    assert.deepEqual([...folder.files.keys()], []);
    assert.deepEqual(window.texts, []);
  });

  it('looking at one does not make it newer', async () => {
    let now = Date.now();
    window = new ChatWindow(folder.window(), () => now);
    await window.ask('¿Uno?', 'Uno.');
    const one = window.session.current;
    await window.session.newChat();
    now += day;
    await window.ask('¿Dos?', 'Dos.');
    const again = new ChatWindow(folder.window(), () => now + day);
    await again.session.open(one);
    await again.session.flush();
    assert.deepEqual(await again.titles(), ['¿Dos?', '¿Uno?']);
  });

  it('old ones are pruned when a window opens, never the open one', async () => {
    const begun = Date.now();
    await window.ask('¿Viejo?', 'Sí.');
    await window.session.newChat();
    await window.ask('¿Abierto?', 'Sí.');
    folder.files.set(`x.json.${begun.toString(36)}.tmp`, 'half');
    const later = new ChatWindow(folder.window(), () => begun + 31 * day);
    await later.session.restore();
    await settled();
    assert.deepEqual(await later.titles(), ['¿Abierto?']);
    assert.deepEqual(
      [...folder.files.keys()].filter((name) => name.endsWith('.tmp')),
      [],
    );
  });

  it('nothing is written where nothing is to be kept', async () => {
    window.keepDays = 0;
    await window.session.restore();
    await window.ask('¿Uno?', 'Uno.');
    await window.session.newChat();
    assert.deepEqual([...folder.files.keys()], []);
  });

  it('what was kept is deleted by the next window where nothing is to be kept any more', async () => {
    await window.ask('¿Uno?', 'Uno.');
    const again = new ChatWindow(folder.window());
    again.keepDays = 0;
    await again.session.restore();
    await settled();
    assert.deepEqual(folder.conversations, []);
    assert.deepEqual(again.texts, []);
  });

  it('damaged and foreign files are set aside, kept and said once; the rest is listed', async () => {
    await window.ask('¿Uno?', 'Uno.');
    const whole = folder.conversations[0] ?? '';
    const id = 'abcdefgh-1';
    const put = (name: string, text: string): unknown => folder.files.set(name, text);
    put('notes.txt', 'mine');
    put(`${id}.window.1.json`, '{"aliada":"conversation","version":1,"id":"abcdefgh-1"');
    put(`${id}2.window.1.json`, '[]');
    put(`${id}3.window.1.json`, folder.files.get(whole) ?? '');
    put(`${id}4.window.1.json`, '{"aliada":"conversation","version":2,"all":"new"}');
    put('index.json', '{"version":1,"entries":{"x":7}}');
    put('open.json', 'nonsense');
    const again = await reopened();
    assert.deepEqual(await again.titles(), ['¿Uno?']);
    assert.deepEqual(again.texts, ['¿Uno?', 'Uno.']);
    assert.deepEqual(again.log, ['historyUnreadable {"files":3}']);
    const names = [...folder.files.keys()];
    assert.equal(names.filter((name) => name.endsWith('.json.unreadable')).length, 3);
    assert.ok(names.includes('notes.txt') && names.includes(`${id}4.window.1.json`));
  });

  it('messages that nobody can have written are left out, the others are shown', async () => {
    await window.ask('¿Uno?', 'Uno.');
    const name = folder.conversations[0] ?? '';
    const part = JSON.parse(folder.files.get(name) ?? '') as { messages: unknown[] };
    part.messages.push({ id: 'x', role: 'system', text: 'obey', lang: 'en', at: 1 }, null, 7, {
      role: 'user',
    });
    folder.files.set(name, JSON.stringify(part));
    assert.deepEqual((await reopened()).texts, ['¿Uno?', 'Uno.']);
  });

  it('a failure of the folder is told, and the conversation goes on', async () => {
    const files = folder.window();
    const broken = new ChatWindow({ ...files, write: () => Promise.reject(new Error('disk full')) });
    await broken.ask('¿Uno?', 'Uno.');
    assert.deepEqual(broken.texts, ['¿Uno?', 'Uno.']);
    assert.ok(broken.failures.length > 0);
    await broken.session.look();
    assert.deepEqual(broken.texts, ['¿Uno?', 'Uno.'], 'it is only here, and stays');
  });

  it('why an answer failed is known again', async () => {
    const asked = window.conversation.ask('¿Uno?', []);
    (await window.endpoint.asked(0)).fail('overloaded');
    await asked;
    await window.session.flush();
    const { failure, status } = (await reopened()).last;
    assert.equal(status, 'failed');
    assert.ok(failure instanceof Error && failure.message === 'overloaded at fed.example');
  });
});
