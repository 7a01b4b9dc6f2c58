// Questions and answers are in Spanish, Basque and Galician. cspell:disable
import assert from 'node:assert/strict';
import { commandText } from '../../../src/core/chat/prompts/inWords';
import { promptsFor } from '../../../src/core/chat/prompts/forLanguage';
import { viewState } from '../../../src/core/chat/viewState';
import type { ViewMessage } from '../../../src/core/chat/protocol';
import { ChatWindow } from '../../support/chatWindow';
import { composerWith } from '../../support/composerSamples';
import { settled } from '../../support/handFedEndpoint';
import { MemoryFolder } from '../../support/historyFiles';

describe('what can be done with an answer', () => {
  let window: ChatWindow;
  beforeEach(() => (window = new ChatWindow(new MemoryFolder().window())));
  afterEach(() => assert.deepEqual(window.failures, []));

  const view = (): readonly ViewMessage[] => viewState(window.conversation, 'es', composerWith()).messages;
  const sent = (call: number): string => window.endpoint.calls[call]?.prompt ?? '';
  /** The assistant's last turn of a request. */
  const begun = (call: number): string => sent(call).split('[assistant] ').at(-1) ?? '';

  it('another answer stands in its place; the first is one step away, with what came after it', async () => {
    await window.ask('¿Uno?', 'Uno.');
    await window.ask('¿Dos?', 'Dos.');
    const first = window.message(1).id;
    await window.answered(window.conversation.regenerate(first), 'Otra vez uno.');
    assert.deepEqual(window.texts, ['¿Uno?', 'Otra vez uno.']);
    assert.ok(!sent(2).includes('Dos'), 'what came after is not told');
    assert.deepEqual([view()[1]?.alternatives?.label, view()[1]?.alternatives?.next], ['2/2', undefined]);
    await window.conversation.show(view()[1]?.alternatives?.previous ?? '');
    assert.deepEqual(window.texts, ['¿Uno?', 'Uno.', '¿Dos?', 'Dos.']);
  });

  it('an edited question is asked with what went along; what was there before can be got back', async () => {
    const code = {
      kind: 'code' as const,
      path: 'a.py',
      languageId: 'python',
      text: 'x = 1',
      firstLine: 1,
      lastLine: 1,
    };
    await window.answered(window.conversation.ask('¿Qué hace?', [code]), 'Asigna.');
    await window.ask('¿Y luego?', 'Nada.');
    await window.answered(
      window.conversation.ask('¿Qué tipo tiene?', [code], window.message(0).id),
      'Entero.',
    );
    assert.deepEqual(window.texts, ['¿Qué tipo tiene?', 'Entero.']);
    assert.match(sent(2), /x = 1[^]*¿Qué tipo tiene\?/);
    assert.ok(!sent(2).includes('¿Qué hace?'));
    await window.ask('¿Seguro?', 'Sí.');
    await window.conversation.show(view()[0]?.alternatives?.previous ?? '');
    assert.deepEqual(window.texts, ['¿Qué hace?', 'Asigna.', '¿Y luego?', 'Nada.']);
    await window.conversation.show(view()[0]?.alternatives?.next ?? '');
    assert.deepEqual(window.texts, ['¿Qué tipo tiene?', 'Entero.', '¿Seguro?', 'Sí.']);
  });

  it('a question in the middle is edited with what was said before it', async () => {
    await window.ask('¿Uno?', 'Uno.');
    await window.ask('¿Dos?', 'Dos.');
    await window.answered(window.conversation.ask('¿Tres?', [], window.message(2).id), 'Tres.');
    assert.deepEqual(window.texts, ['¿Uno?', 'Uno.', '¿Tres?', 'Tres.']);
    assert.match(sent(2), /¿Uno\?\n\[assistant\] Uno\./);
  });

  it('a command in the place of a question is what it is elsewhere, and the language is told without the old words', async () => {
    await window.ask('¿Uno?', 'Uno.');
    await window.ask('¿Dos?', 'Dos.');
    const { id } = window.message(2);
    const written = { typed: '/azaldu zergatik', more: 'zergatik' };
    await window.answered(window.conversation.run('explain', [], written, id), 'Bost.');
    assert.deepEqual(window.texts.slice(0, 2), ['¿Uno?', 'Uno.']);
    assert.equal(window.texts.length, 4);
    assert.equal(view()[2]?.typed, '/azaldu zergatik');
    assert.equal(view()[2]?.alternatives?.label, '2/2');
    await window.conversation.tell('/ayuda', 'Puedo explicar.', 'es', window.message(0).id);
    assert.deepEqual(window.texts, ['/ayuda', 'Puedo explicar.']);
  });

  describe('one that was cut is gone on with', () => {
    async function cut(text: string): Promise<void> {
      await window.answered(window.conversation.ask('Cuenta', []), text, 'length');
      assert.deepEqual(view().at(-1)?.actions, ['continue', 'copy', 'regenerate']);
    }

    for (const [what, text, more, joined] of [
      ['in the middle of a word', 'Es una fun', 'función que suma.', 'Es una función que suma.'],
      ['between words', 'Es una ', 'función.', 'Es una función.'],
      ['between paragraphs', 'Primero.\n\n', '\n\nSegundo.', 'Primero.\n\nSegundo.'],
      [
        'in the middle of a line of code, the fence opened anew',
        'Así:\n\n```python\ndef suma(a, b):\n    ret',
        '```python\n    return a + b\n```\n\nListo.',
        'Así:\n\n```python\ndef suma(a, b):\n    return a + b\n```\n\nListo.',
      ],
      [
        'in code, after some words',
        '```js\nlet a = 1;\nlet b',
        'Sigo donde lo dejé:\n\n```js\nlet b = 2;\n```',
        '```js\nlet a = 1;\nlet b = 2;\n```',
      ],
      [
        'in code, with the last lines said again',
        '```js\nfunction uno() {\n  return 1;\n}\nfunc',
        'function uno() {\n  return 1;\n}\nfunction dos() {}\n```',
        '```js\nfunction uno() {\n  return 1;\n}\nfunction dos() {}\n```',
      ],
      [
        'after code that was whole, with another block',
        'Uno:\n\n```sh\nls\n```\n\n',
        '```sh\npwd\n```',
        'Uno:\n\n```sh\nls\n```\n\n```sh\npwd\n```',
      ],
    ] as const) {
      it(what, async () => {
        await cut(text);
        await window.answered(window.conversation.continue(window.last.id), more);
        assert.equal(window.last.text, joined);
        assert.equal(window.last.status, 'done');
        assert.equal(window.texts.length, 2);
        assert.ok(
          sent(1).endsWith(promptsFor('es').goOn),
          'asked for, where the server cannot begin an answer',
        );
      });
    }

    it('letter by letter where the server takes a beginning', async () => {
      await cut('Es una fun');
      window.endpoint.capabilities = { ...window.endpoint.capabilities, prefill: 'trailingAssistant' };
      await window.answered(window.conversation.continue(window.last.id), 'ción.');
      assert.equal(begun(1), 'Es una fun');
      assert.equal(window.last.text, 'Es una función.');
    });

    it('more than once, and cut again', async () => {
      await cut('uno ');
      await window.answered(window.conversation.continue(window.last.id), 'dos ', 'length');
      assert.equal(window.last.status, 'cut');
      await window.answered(window.conversation.continue(window.last.id), 'tres');
      assert.equal(window.last.text, 'uno dos tres');
    });

    it('and nothing of it is lost where that fails or is stopped before a word came', async () => {
      await cut('Es una fun');
      const failing = window.conversation.continue(window.last.id);
      (await window.endpoint.asked(1)).fail('overloaded');
      await failing;
      assert.deepEqual([window.last.text, window.last.status], ['Es una fun', 'failed']);
      const stopped = window.conversation.continue(window.last.id);
      await window.endpoint.asked(2);
      await settled();
      await window.conversation.stop();
      await stopped;
      assert.deepEqual([window.last.text, window.last.status], ['Es una fun', 'stopped']);
      assert.ok(view().at(-1)?.actions?.includes('continue'));
    });

    it('only as the last one: what follows rests on it as it is', async () => {
      await cut('uno ');
      await window.ask('¿Y?', 'Nada.');
      assert.deepEqual(view()[1]?.actions, ['copy', 'regenerate']);
    });

    it('with a very long beginning, of which the end is sent', async () => {
      await cut(`${'muchas palabras '.repeat(3_000)}fin `);
      await window.answered(window.conversation.continue(window.last.id), 'de verdad.');
      assert.ok(sent(1).length < 8_192 * 3, `${sent(1).length}`);
      assert.match(window.last.text, /palabras fin de verdad\.$/);
    });
  });

  describe('what is offered after it', () => {
    const offered = (): readonly string[] =>
      (viewState(window.conversation, 'es', composerWith()).followUps ?? []).map(({ text }) => text);

    it('comes from the command, in the language of the answer, and is asked with one click', async () => {
      window.conversation.choose({ language: 'eu' });
      await window.answered(window.conversation.run('explain', []), 'Bi zenbaki batzen ditu.');
      assert.equal(window.texts[0], commandText('explain', 'eu', 'eu'));
      assert.deepEqual(offered(), [
        'Jarri erabilera-adibide bat',
        'Azaldu hitz errazagoekin',
        'Idatzi probak kode honetarako',
      ]);
      await window.answered(window.conversation.followUp(offered()[1] ?? ''), 'Batuketa bat da.');
      assert.equal(window.texts[2], 'Azaldu hitz errazagoekin');
      assert.ok(!offered().includes('Azaldu hitz errazagoekin'), 'not twice');
    });

    it('says nothing of the language that the person writes', async () => {
      await window.ask('¿Qué es un bucle?', 'Algo que se repite.');
      await window.answered(window.conversation.followUp('Show me an example'), 'Sí.');
      assert.equal(window.conversation.manner.language, 'es');
    });

    it('is nothing after an answer that is not whole, nor while one is written', async () => {
      const asked = window.conversation.ask('¿Uno?', []);
      const call = await window.endpoint.asked(0);
      assert.deepEqual(offered(), []);
      call.say('U').finish('length');
      await asked;
      assert.deepEqual(offered(), []);
    });
  });
});
