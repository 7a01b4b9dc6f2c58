// Instructions are in the languages of the people who write them. cspell:disable
import assert from 'node:assert/strict';
import { edit } from '../../../src/core/editing/edit';
import { EditFailure } from '../../../src/core/editing/failure';
import type { EditRequest } from '../../../src/core/editing/request';
import { editWords } from '../../../src/core/editing/words';
import { promptsFor } from '../../../src/core/chat/prompts/forLanguage';
import { answerLanguages } from '../../../src/core/language/spoken/languages';
import type { ChatCall } from '../../../src/core/endpoint/endpoint';
import { FedEndpoint, type FedOptions } from '../../support/handFedEndpoint';

const piece = '    def total(self):\n        return self.a';

function request(change: Partial<EditRequest> = {}): EditRequest {
  return {
    path: 'src/cuenta.py',
    languageId: 'python',
    piece,
    firstLine: 3,
    before: 'class Cuenta:\n    a = 1',
    after: '\nprint(Cuenta().total())\n',
    instruction: 'devuelve el doble',
    language: 'es',
    comments: 'es',
    ...change,
  };
}

/** All that is shown on the way, and what was asked. */
async function answered(
  pieces: readonly string[],
  change: Partial<EditRequest> = {},
  options: FedOptions = {},
  finish: 'stop' | 'length' = 'stop',
): Promise<{ readonly shown: readonly string[]; readonly call: ChatCall }> {
  const endpoint = new FedEndpoint(options);
  const shown: string[] = [];
  const reading = (async (): Promise<void> => {
    for await (const text of edit(request(change), endpoint, new AbortController().signal)) shown.push(text);
  })();
  const fed = await endpoint.asked(0);
  fed.say(...pieces).finish(finish);
  await reading;
  return { shown, call: fed.call as ChatCall };
}

describe('an edit by instruction', () => {
  it('is asked for in the language of the instruction, with the piece and what stands around it', async () => {
    const { call } = await answered(['```python\nx\n```']);
    const words = editWords('es');
    const [system, asked] = call.messages;
    assert.equal(system?.role, 'system');
    assert.ok(system.content.startsWith(words.system));
    assert.ok(system.content.endsWith('Escribe en español los comentarios que pongas en el código.'));
    assert.equal(
      asked?.content,
      [
        `${words.before}\n\`\`\`python\nclass Cuenta:\n    a = 1\n\`\`\``,
        `${words.after}\n\`\`\`python\n\nprint(Cuenta().total())\n\n\`\`\``,
        `Código de \`src/cuenta.py\` (Python), líneas 3 a 4:\n\`\`\`python\n${piece}\n\`\`\``,
        'Instrucción: devuelve el doble',
        words.closing,
      ].join('\n\n'),
    );
    assert.equal(call.messages.length, 2);
  });

  it('begins the answer with the fence where the server goes on from there', async () => {
    const { call, shown } = await answered(
      ['    def total(self):\n        return', ' 2 * self.a\n`', '``\nHe cambiado'],
      {},
      { capabilities: { prefill: 'continueFinalMessage' } },
    );
    assert.deepEqual(call.messages.at(-1), { role: 'assistant', content: '```python\n' });
    assert.deepEqual(shown, [
      '    def total(self):\n        return',
      '    def total(self):\n        return 2 * self.a',
      '    def total(self):\n        return 2 * self.a',
      '    def total(self):\n        return 2 * self.a',
    ]);
  });

  it('lets the model begin with a fence of its own all the same', async () => {
    const prefill = { capabilities: { prefill: 'trailingAssistant' } } as const;
    for (const said of ['```python\n    x = 1\n```', 'Aquí está:\n\n```python\n    x = 1\n```\nListo.']) {
      const { shown } = await answered([said], {}, prefill);
      assert.equal(shown.at(-1), '    x = 1');
    }
  });

  for (const [name, answer, expected] of [
    ['words around the block', 'Claro:\n\n```python\n    x = 1\n```\nEspero que ayude.', '    x = 1'],
    ['a block without an end', '```\n    x = 1\n', '    x = 1'],
    ['no block at all', '    def total(self):\n        return 2', '    def total(self):\n        return 2'],
    [
      'code at the margin',
      '```python\ndef total(self):\n    return 2\n```',
      '    def total(self):\n        return 2',
    ],
    [
      'a first line alone at the margin',
      '```python\ndef total(self):\n        return 2\n```',
      '    def total(self):\n        return 2',
    ],
    ['blank lines at both ends', '```\n\n    x = 1\n\n```', '    x = 1'],
    [
      'talk above code without a block',
      'Aquí tienes el código cambiado:\n\n    x = self.a',
      '    x = self.a',
    ],
  ] as const) {
    it(`takes the code out of an answer with ${name}`, async () => {
      const { shown } = await answered([answer]);
      assert.equal(shown.at(-1), expected);
    });
  }

  it('keeps tabs where the piece has them', async () => {
    const { shown } = await answered(['```go\nfunc f() {\n    if x {\n        y()\n    }\n}\n```'], {
      piece: '\tfunc f() {\n\t\ty()\n\t}',
      languageId: 'go',
    });
    assert.equal(shown.at(-1), '\tfunc f() {\n\t\tif x {\n\t\t\ty()\n\t\t}\n\t}');
  });

  it('fences by more marks where the piece has some itself, and reads past those in the answer', async () => {
    const markdown = '# T\n\n```sh\nls\n```';
    const { shown, call } = await answered(['````markdown\n# U\n\n```sh\nls -l\n```\n````'], {
      piece: markdown,
      languageId: 'markdown',
    });
    assert.match(call.messages[1]?.content ?? '', /````markdown\n# T/);
    assert.equal(shown.at(-1), '# U\n\n```sh\nls -l\n```');
  });

  it('writes in an empty place, at its indentation', async () => {
    const { shown, call } = await answered(['```python\nx = 1\n```'], { piece: '    ', firstLine: 9 });
    assert.equal(shown.at(-1), '    x = 1');
    assert.match(call.messages[1]?.content ?? '', /En la línea 9 de `src\/cuenta\.py` no hay nada todavía/);
  });

  it('gives lines with a secret their secret again, and moves none', async () => {
    const secret = 'ghp_' + 'a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8';
    const own = { piece: `token = "${secret}"\nx = 1` };
    const { shown } = await answered(['```\ntoken = "<redacted:medium>"\nx = 2\n```'], own);
    assert.equal(shown.at(-1), `token = "${secret}"\nx = 2`);
    await assert.rejects(
      answered(['```\nheaders = ["<redacted:medium>"]\n```'], own),
      (error) => error instanceof EditFailure && error.reason === 'masked',
    );
  });

  it('fails plainly where the model answers in words, or stops before the end', async () => {
    await assert.rejects(
      answered(['No puedo cambiar este código porque no sé qué hace la clase.']),
      (error) =>
        error instanceof EditFailure && error.reason === 'words' && error.said.startsWith('No puedo'),
    );
    await assert.rejects(
      answered(['```python\n    def total(self):'], {}, {}, 'length'),
      (error) => error instanceof EditFailure && error.reason === 'cut',
    );
  });

  it('takes words for what they are in a document of words', async () => {
    const { shown } = await answered(['Esta guía explica cómo se instala el programa.'], {
      piece: 'Guia d’instal·lació.',
      languageId: 'markdown',
    });
    assert.equal(shown.at(-1), 'Esta guía explica cómo se instala el programa.');
  });

  it('is not asked for where the piece and its answer cannot fit', async () => {
    const endpoint = new FedEndpoint({ contextTokens: 2_000 });
    const long = edit(request({ piece: 'x = 1\n'.repeat(2_000) }), endpoint, new AbortController().signal);
    await assert.rejects(long.next(), (error) => error instanceof EditFailure && error.reason === 'tooLong');
    assert.equal(endpoint.calls.length, 0);
  });

  it('gives what stands around the piece only the room that is left', async () => {
    const { call } = await answered(
      ['```\nx\n```'],
      { before: 'b = 1\n'.repeat(5_000), after: 'c = 1\n'.repeat(5_000) },
      { contextTokens: 2_048 },
    );
    const length = call.messages.reduce((sum, { content }) => sum + content.length, 0);
    assert.ok(length / 3 + call.maxTokens <= 2_048, `${length} characters and ${call.maxTokens} tokens`);
    assert.ok(call.messages[1]?.content.includes('b = 1'));
  });

  it('stops listening once the block is closed', async () => {
    const endpoint = new FedEndpoint();
    const answer = edit(request(), endpoint, new AbortController().signal);
    const last = (async (): Promise<string> => {
      let text = '';
      for await (const value of answer) text = value;
      return text;
    })();
    const fed = await endpoint.asked(0);
    fed.say('```python\n    x = 1\n```\n', 'Y ahora te explico');
    assert.equal(await last, '    x = 1');
    assert.ok(fed.left);
  });
});

describe('the words of an edit', () => {
  for (const language of answerLanguages) {
    it(`have all that is to be filled in: ${language}`, () => {
      const { tasks, closing, system } = editWords(language);
      assert.match(tasks.document, /\{language\}.*\{style\}/);
      assert.match(tasks.translateComments, /\{language\}/);
      for (const task of [tasks.newTests, tasks.moreTests]) assert.match(task, /\{framework\}/);
      assert.match(tasks.newTests, /\{path\}/);
      assert.ok(closing !== '' && system.split('\n').length === 4);
      assert.notEqual(system, promptsFor(language).system);
    });
  }
});
