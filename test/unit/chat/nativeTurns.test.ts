// Questions in Spanish and Basque. cspell:disable
import assert from 'node:assert/strict';
import { composerCommands } from '../../../src/core/chat/commands';
import {
  closingLines,
  nativeCommands,
  NativeTurns,
  readRequest,
  readResult,
  wordsOf,
} from '../../../src/core/chat/nativeTurns';
import { promptsFor } from '../../../src/core/chat/prompts/forLanguage';

describe('a question in VS Code’s own chat', () => {
  it('takes its command from VS Code or from the text, in any of the languages', () => {
    assert.deepEqual(readRequest(' con detalle', 'explain'), { command: 'explain', written: 'con detalle' });
    assert.deepEqual(readRequest('/azaldu mesedez', undefined), { command: 'explain', written: 'mesedez' });
    assert.deepEqual(readRequest('/explica', undefined), { command: 'explain', written: '' });
    assert.deepEqual(readRequest('/usr/bin?', undefined), { command: undefined, written: '/usr/bin?' });
    assert.deepEqual(new Set(Object.values(nativeCommands)), new Set(composerCommands));
  });

  it('asks what the command asks, then what was written', () => {
    const { explain } = promptsFor('eu').commands;
    assert.equal(wordsOf({ command: 'explain', written: 'Labur.' }, 'eu', 'eu'), `${explain}\n\nLabur.`);
    assert.equal(wordsOf({ command: undefined, written: 'Zer da?' }, 'eu', 'eu'), 'Zer da?');
  });
});

describe('what was said before in VS Code’s own chat', () => {
  const source = { model: 'ALIA_40b', host: 'a.example' };
  const closing = closingLines({ drifted: true, cut: false, source });

  it('names who answered below the answer, and takes nothing of a name for Markdown', () => {
    assert.match(closing, /\n\n\*ALIA\\_40b · a\.example\*$/);
    assert.equal(closingLines({ drifted: false, cut: false, source: undefined }), '');
  });

  it('is told to the model with the code that went along and without what Aliada wrote below', () => {
    const turns = new NativeTurns();
    const code = { kind: 'text', name: 'n', text: 'x = 1', languageId: 'plaintext' } as const;
    const asked = { text: 'Explica qué hace este código.', attachments: [code] };
    const turn = turns.keep(asked);
    const past = { prompt: '', command: 'explain', answer: `Suma.${closing}`, metadata: { turn, closing } };
    assert.deepEqual(turns.exchanges([past]), [{ ...asked, answer: 'Suma.' }]);
  });

  it('is told as it was typed where another window asked, and not at all where nothing was answered', () => {
    const turns = new NativeTurns();
    const metadata = undefined;
    assert.deepEqual(
      turns.exchanges([
        { prompt: 'esto', command: 'explain', answer: 'Suma.', metadata },
        { prompt: 'nada', command: undefined, answer: '', metadata },
      ]),
      [{ text: '/explain esto', attachments: [], answer: 'Suma.' }],
    );
  });

  it('is read whatever another version has kept', () => {
    for (const kept of [undefined, null, 7, { closing: 3, followUps: 'x' }]) {
      assert.deepEqual(readResult(kept), { turn: '', closing: '', followUps: [] });
    }
  });
});
