// Commands in all the languages. cspell:disable
import assert from 'node:assert/strict';
import {
  attachmentSources,
  readSource,
  sourceName,
  sourceWords,
} from '../../../src/core/chat/attachments/sources';
import {
  commandDescription,
  commandName,
  commandWords,
  composerCommands,
  readCommand,
} from '../../../src/core/chat/commands';
import { comparable } from '../../../src/core/chat/composer/comparable';
import { helpText } from '../../../src/core/chat/composer/help';
import { planFor } from '../../../src/core/chat/composer/plan';
import { starters, type StartingPlace } from '../../../src/core/chat/composer/starters';
import { answerLanguages } from '../../../src/core/language/spoken/languages';

describe('commands', () => {
  for (const language of answerLanguages) {
    it(`have a word of their own in ${language}`, () => {
      for (const [table, all] of [
        [commandName, composerCommands],
        [sourceName, attachmentSources],
      ] as const) {
        const words = all.map((one) => table(one as never, language));
        assert.equal(new Set(words.map(comparable)).size, all.length);
        for (const word of words) assert.match(word, /^\p{Ll}[\p{Ll}·]+$/u);
      }
    });
  }

  it('mean the same in whatever language they are written', () => {
    for (const [words, all] of [
      [commandWords, composerCommands],
      [sourceWords, attachmentSources],
    ] as const) {
      const owner = new Map<string, string>();
      for (const one of all) {
        for (const word of words(one as never, 'es').map(comparable)) {
          assert.equal(owner.get(word) ?? one, one, word);
          owner.set(word, one);
        }
      }
    }
  });

  it('are read in the language of the person and in English, with and without accents', () => {
    for (const text of ['/explica', '/azaldu', '/explain', '  /Explica ', '/EXPLAIN']) {
      assert.deepEqual(readCommand(text), { command: 'explain', more: '' }, text);
    }
    for (const text of ['/arregla', '/konpondu', '/fix', '/arranxa', '/corregís', '/corregis']) {
      assert.equal(readCommand(text)?.command, 'fix', text);
    }
    for (const text of ['/traduïx', '/traduix', '/traduïx'.normalize('NFD'), '/tradusis', '/itzuli']) {
      assert.equal(readCommand(text)?.command, 'translateComments', text);
    }
  });

  it('take free text behind them, over several lines', () => {
    assert.deepEqual(readCommand('/explain why is this\nrecursive? '), {
      command: 'explain',
      more: 'why is this\nrecursive?',
    });
  });

  it('are nothing else: paths, options and unknown words are text', () => {
    for (const text of [
      '/home/me/a.py',
      '/explain.txt',
      'what is /explain',
      '/unknown',
      '/',
      '// explain',
      '/explicar',
    ]) {
      assert.equal(readCommand(text), undefined, text);
    }
  });

  it('name a source only where there is one', () => {
    assert.equal(readSource('problems'), 'problems');
    for (const word of ['', 'constructor', 'toString', 'archivo']) assert.equal(readSource(word), undefined);
  });

  it('are all told in the help, under the names of the language', () => {
    const help = helpText('eu');
    for (const command of composerCommands) {
      assert.ok(help.includes(`\`/${commandName(command, 'eu')}\`: ${commandDescription(command)}`));
    }
    for (const source of attachmentSources) assert.ok(help.includes(`\`#${sourceName(source, 'eu')}\``));
  });
});

describe('what is sent', () => {
  const file = { attached: false, file: true };
  const attached = { attached: true, file: true };
  const none = { attached: false, file: false };

  it('is a question, as long as it is no command', () => {
    assert.deepEqual(planFor('¿Qué hace?', file), { do: 'ask' });
    assert.deepEqual(planFor('/desconocida cosa', file), { do: 'ask' });
  });

  it('is a command about what is attached, else about the file that is open', () => {
    const run = { do: 'run', command: 'fix', more: '' } as const;
    assert.deepEqual(planFor('/arregla', attached), { ...run, withFile: false });
    assert.deepEqual(planFor('/arregla', file), { ...run, withFile: true });
  });

  it('is nothing where a command has nothing to be about, unless words stand behind it', () => {
    assert.deepEqual(planFor('/explica', none), { do: 'nothing' });
    assert.deepEqual(planFor('/explica qué es un bucle', none), {
      ...{ do: 'run', command: 'explain', more: 'qué es un bucle', withFile: false },
    });
    assert.deepEqual(planFor('/ayuda', none), { do: 'help' });
  });
});

describe('things to try', () => {
  const places: StartingPlace[] = [
    { file: 'suma.py', selected: true, folder: true },
    { file: 'suma.py', selected: false, folder: true },
    { selected: false, folder: true },
    { selected: false, folder: false },
  ];

  it('are four, whatever is open, and all different', () => {
    for (const place of places) {
      const offered = starters(place);
      assert.equal(offered.length, 4);
      assert.equal(new Set(offered.map(({ label }) => label)).size, 4);
      assert.equal(new Set(offered.map(({ id }) => id)).size, 4);
    }
    assert.ok(starters(places[1]!).every(({ label }) => label.includes('suma.py')));
  });

  it('need no file where none is open, and no folder where there is none', () => {
    for (const { starter } of starters(places[2]!)) {
      assert.ok(starter.do !== 'command' || starter.command === 'help');
    }
    for (const { starter } of starters(places[3]!)) {
      if (starter.do === 'attach') assert.ok(!['file', 'folder', 'search'].includes(starter.source));
    }
  });
});
