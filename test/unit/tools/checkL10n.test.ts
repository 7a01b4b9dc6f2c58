import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const languages = ['es', 'ca', 'gl', 'eu'];
const greeting =
  "import { t } from '../core/text';\nexport const text = t('Hello {name}', { name: 'Ada' });\n";
const manifest = JSON.stringify({
  description: '%description%',
  contributes: { commands: [{ title: '%open%' }] },
});

describe('tools/checkL10n', function () {
  this.timeout(30_000); // each test starts a process that loads the TypeScript compiler
  let root: string;

  beforeEach(() => {
    root = fs.mkdtempSync(path.join(os.tmpdir(), 'aliada-l10n-'));
    write('src/editor/hello.ts', greeting);
    write('package.json', manifest);
    write('package.nls.json', { description: 'A helper', open: 'Open' });
    for (const language of languages) {
      write(`l10n/bundle.l10n.${language}.json`, { 'Hello {name}': `${language} {name}` });
      write(`package.nls.${language}.json`, { description: `${language} 1`, open: `${language} 2` });
    }
  });

  afterEach(() => fs.rmSync(root, { recursive: true }));

  function write(file: string, content: string | Record<string, unknown>): void {
    const fullPath = path.join(root, file);
    fs.mkdirSync(path.dirname(fullPath), { recursive: true });
    fs.writeFileSync(fullPath, typeof content === 'string' ? content : JSON.stringify(content, null, 2));
  }

  function run(...args: string[]): { code: number | null; out: string; faults: string[] } {
    const tool = path.resolve('tools/checkL10n.mjs');
    const result = spawnSync(process.execPath, [tool, '--root', root, ...args], { encoding: 'utf8' });
    return { code: result.status, out: result.stdout, faults: result.stderr.split('\n').slice(0, -2) };
  }

  function assertFaults(...expected: string[]): void {
    const { code, faults } = run();
    assert.deepEqual(faults, expected);
    assert.equal(code, 1);
  }

  it('passes a project whose texts are complete', () => {
    const { code, out, faults } = run();
    assert.deepEqual(faults, []);
    assert.equal(code, 0);
    assert.match(out, /^1 texts of the code and 2 of package\.json are complete/);
  });

  it('names the place of a text that it cannot read', () => {
    write(
      'src/editor/loose.ts',
      "import { t } from '../core/text';\nconst name = 'x';\nt(`Hello ${name}`);\n[name].map(t);\n",
    );
    assertFaults(
      'src/editor/loose.ts:3: the first argument of t() is not a plain string',
      'src/editor/loose.ts:4: t is not called here, so its texts cannot be found',
    );
  });

  it('follows a renamed import and leaves other functions called t alone', () => {
    write(
      'src/core/chat/renamed.ts',
      "import { t as say } from '../text';\nsay(`Hello {name}`, { name: 'x' });\n",
    );
    write('src/editor/other.ts', "import { t } from './timer';\nt(1);\nexport interface Row { t: string }\n");
    assert.deepEqual(run().faults, []);
  });

  it('names a missing, a stale, an empty and an untranslated text', () => {
    write('src/editor/more.ts', "import { t } from '../core/text';\nt('Stop');\nt('Send');\n");
    for (const language of languages) {
      write(`l10n/bundle.l10n.${language}.json`, {
        'Hello {name}': `${language} {name}`,
        Stop: 'X',
        Send: 'Y',
      });
    }
    write('l10n/bundle.l10n.gl.json', { 'Hello {name}': 'Hello {name}', Stop: ' ', Old: 'Vello' });
    assertFaults(
      'l10n/bundle.l10n.gl.json: "Send" (src/editor/more.ts:3) is missing',
      'l10n/bundle.l10n.gl.json:2: "Hello {name}" is the same as the English; if that is right, list it in tools/l10n/languages.mjs',
      'l10n/bundle.l10n.gl.json:3: "Stop" is empty',
      'l10n/bundle.l10n.gl.json:4: "Old" is no longer used',
    );
  });

  it('holds the placeholders of both sides to each other', () => {
    write('l10n/bundle.l10n.eu.json', { 'Hello {name}': 'Kaixo {izena}' });
    assertFaults(
      'l10n/bundle.l10n.eu.json:2: "Hello {name}" has lost {name}',
      'l10n/bundle.l10n.eu.json:2: "Hello {name}" has {izena}, which the English has not',
    );
  });

  it('lets a text without words, or a listed one, be the same as the English', () => {
    write('src/editor/hello.ts', "import { t } from '../core/text';\nt('{0}: {1}', 1, 2);\nt('Chat');\n");
    for (const language of languages) {
      write(`l10n/bundle.l10n.${language}.json`, { '{0}: {1}': '{0}: {1}', Chat: 'Chat' });
    }
    assert.deepEqual(run().faults, []);
  });

  it('names a file of translations that is missing, is no JSON or holds a key twice', () => {
    fs.rmSync(path.join(root, 'l10n/bundle.l10n.es.json'));
    write('l10n/bundle.l10n.ca.json', '{\n "Hello {name}": "Hola {name}",\n "Hello {name}": "Ei {name}"\n}');
    write('l10n/bundle.l10n.gl.json', '{ "Hello {name}": "Ola {name}" ');
    assertFaults(
      'l10n/bundle.l10n.es.json: this file is missing',
      'l10n/bundle.l10n.ca.json:3: "Hello {name}" stands here a second time',
      "l10n/bundle.l10n.gl.json:1: not valid JSON: '}' expected.",
    );
  });

  it('holds package.json and its texts to each other', () => {
    write(
      'package.json',
      JSON.stringify({ description: '%description%', title: '%close%', name: 'A %open%' }),
    );
    assertFaults(
      'package.json: VS Code would not replace the key in "A %open%"',
      'package.json: %close% is not in package.nls.json',
      'package.nls.json:3: "open" is not used in package.json',
    );
  });

  it('names a text of package.json without translation', () => {
    write('package.nls.eu.json', { description: 'Laguntzaile bat' });
    assertFaults('package.nls.eu.json: "open" (package.nls.json:3) is missing');
  });

  it('holds the Markdown of both sides to each other, and VS Code’s own marks', () => {
    write(
      'src/editor/hello.ts',
      "import { t } from '../core/text';\nt('$(key) **Key** of `a`, see [b](https://c.org)');\n",
    );
    for (const language of languages) {
      write(`l10n/bundle.l10n.${language}.json`, {
        '$(key) **Key** of `a`, see [b](https://c.org)': `[${language}](https://c.org) **x** \`a\` $(key)`,
      });
    }
    assert.deepEqual(run().faults, []);
    write('l10n/bundle.l10n.ca.json', {
      '$(key) **Key** of `a`, see [b](https://c.org)': '$(lock) *Clau* de `à`, mira [b](https://d.org)',
    });
    const fault = (words: string): string =>
      `l10n/bundle.l10n.ca.json:2: "$(key) **Key** of \`a\`, see [b](https://c.org)" ${words}`;
    assertFaults(
      fault('has lost the code `a`'),
      fault('has the code `à`, which the English has not'),
      fault('has lost the icon $(key)'),
      fault('has the icon $(lock), which the English has not'),
      fault('has lost the link ](https://c.org)'),
      fault('has the link ](https://d.org), which the English has not'),
      fault('has lost the strong **'),
      fault('has lost the strong **'),
      fault('has the emphasis *, which the English has not'),
      fault('has the emphasis *, which the English has not'),
    );
  });

  it('names a text that is longer than its place, in the code and in package.json', () => {
    const long = 'a'.repeat(25);
    write(
      'src/core/chat/viewState.ts',
      "import { t } from '../text';\nexport const text = { send: t('Send'), note: t('Noted') };\n",
    );
    write('package.json', JSON.stringify({ description: '%description%', title: '%command.open%' }));
    write('package.nls.json', { description: 'A helper', 'command.open': 'Open' });
    for (const language of languages) {
      write(`l10n/bundle.l10n.${language}.json`, {
        'Hello {name}': `${language} {name}`,
        ...{ Send: 'X', Noted: long.repeat(4) },
      });
      write(`package.nls.${language}.json`, { description: `${language} 1`, 'command.open': 'Y' });
    }
    write('l10n/bundle.l10n.eu.json', { 'Hello {name}': 'Kaixo {name}', Send: long, Noted: 'Y' });
    write('package.nls.gl.json', { description: 'Un', 'command.open': long.repeat(3) });
    assertFaults(
      'package.nls.gl.json:3: "command.open" has 75 characters; a command in a menu has room for 60',
      'l10n/bundle.l10n.eu.json:3: "Send" has 25 characters; a button of the chat has room for 24',
    );
  });

  for (const [language, text, fault] of [
    ['es', 'Seleccione {name}', 'says "Seleccione"; the person is addressed by the imperative of tú'],
    ['es', 'Hola, {name}!', 'raises its voice: no exclamation marks'],
    ['es', 'Como usted diga, {name}', 'says "usted"; the person is addressed by tú'],
    ['ca', '{name}: Trieu una llengua', 'says "Trieu"; the person is addressed by the imperative of tu'],
    ['gl', 'Prema {name}', 'says "Prema"; the person is addressed by the imperative of ti'],
    ['eu', '{name} hautatu duzue', 'says "duzue"; the person is addressed by the verb of zu'],
  ] as const) {
    it(`hears the wrong voice in ${language}: ${text}`, () => {
      write(`l10n/bundle.l10n.${language}.json`, { 'Hello {name}': text });
      assertFaults(`l10n/bundle.l10n.${language}.json:2: "Hello {name}" ${fault}`);
    });
  }

  it('holds the terms to the glossary: the one that is settled, and none that is kept out', () => {
    write(
      'docs/glossary.md',
      [
        '## Terms\n',
        '| English | es | ca | gl | eu | oc-aranes |\n| --- | --- | --- | --- | --- | --- |',
        '| file ¹ | archivo | fitxer | ficheiro | fitxategia | fichèr |',
        '| to open | abrir | obrir | abrir | ireki | — |\n',
        '## Words that are kept out\n',
        '| Instead of | es | ca | gl | eu |\n| --- | --- | --- | --- | --- |',
        '| computer | ordenador, computadora | | ordenador | konputagailua |',
      ].join('\n'),
    );
    write(
      'src/editor/hello.ts',
      "import { t } from '../core/text';\nt('Open files of this computer');\nt('Profile');\n",
    );
    const texts = { ca: 'Fitxers', gl: 'Ficheiros', eu: 'Fitxategiak', es: 'Ficheros del ordenador' };
    for (const [language, text] of Object.entries(texts)) {
      const bundle = { 'Open files of this computer': text, Profile: 'X' };
      write(`l10n/bundle.l10n.${language}.json`, bundle);
    }
    const place = 'l10n/bundle.l10n.es.json:2: "Open files of this computer"';
    assertFaults(
      `${place} says file in other words than "archivo" of docs/glossary.md`,
      `${place} says "ordenador", which docs/glossary.md keeps out`,
    );
  });

  it('holds the word lists of the spelling to their form', () => {
    const many = Array.from({ length: 151 }, (_, at) => `word${at} # a reason`);
    write('tools/spelling/eu.txt', [...many, 'word1 # again', 'bare', ''].join('\n'));
    assertFaults(
      'tools/spelling/eu.txt:152: "word1" stands here a second time',
      'tools/spelling/eu.txt:153: "bare" has no reason',
      'tools/spelling/eu.txt: 152 words; 150 at most',
    );
  });

  it('prints what is missing in a language for its translators', () => {
    write('l10n/bundle.l10n.ca.json', {});
    write('package.nls.ca.json', { description: 'Una ajudant', open: '' });
    const { code, out } = run('--missing', 'ca');
    assert.equal(code, 0);
    assert.deepEqual(JSON.parse(out), {
      'l10n/bundle.l10n.ca.json': { 'Hello {name}': 'Hello {name}' },
      'package.nls.ca.json': { open: 'Open' },
    });
    assert.equal(run('--missing', 'pt').code, 1);
  });
});
