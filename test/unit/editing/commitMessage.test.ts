// Messages are in the languages of the people who write them. cspell:disable
import assert from 'node:assert/strict';
import {
  commitMessage,
  commitPrompt,
  messageOf,
  usesConventional,
} from '../../../src/core/editing/commitMessage';
import { filesOfDiff } from '../../../src/core/changes/gitDiff';
import { shortened } from '../../../src/core/editing/shortened';
import { editWords } from '../../../src/core/editing/words';
import { promptsFor } from '../../../src/core/chat/prompts/forLanguage';
import { FedEndpoint } from '../../support/handFedEndpoint';

const diff = [
  'diff --git a/src/nif.py b/src/nif.py',
  'index 1111111..2222222 100644',
  '--- a/src/nif.py',
  '+++ b/src/nif.py',
  '@@ -1 +1 @@',
  '--- no header',
  '+x = 2',
  'diff --git "a/\\303\\261u.txt" "b/\\303\\261u.txt"',
  'new file mode 100644',
  '--- /dev/null',
  '+++ "b/\\303\\261u.txt"',
  '@@ -0,0 +1 @@',
  '+hola',
  'diff --git a/logo.png b/logo.png',
  'Binary files a/logo.png and b/logo.png differ',
  'diff --git .env .env',
  '--- .env',
  '+++ .env',
  '@@ -1 +1 @@',
  '+KEY=1',
  'diff --git a/old.c b/new.c',
  'similarity index 100%',
  'rename from old.c',
  'rename to new.c',
  '',
].join('\n');

describe('a diff', () => {
  it('is cut into its files, each with the paths that it may have', () => {
    const files = filesOfDiff(diff);
    assert.deepEqual(
      files.map(({ paths }) => paths.filter((path) => !/^[abiw]\//.test(path))),
      [['src/nif.py', 'nif.py'], ['ñu.txt'], ['logo.png'], ['.env'], ['old.c', 'new.c']].map((paths) =>
        paths.includes('nif.py') ? ['src/nif.py'] : paths,
      ),
    );
    assert.equal(files.map(({ text }) => text).join(''), diff);
  });

  it('is shortened file by file, the long ones only', () => {
    const long = `diff long\n${'+ line\n'.repeat(500)}`;
    const text = shortened([long, 'diff short\n+x', long], 1_000, '(…)');
    assert.ok(text.length <= 1_000, String(text.length));
    assert.ok(text.includes('diff short\n+x\n'));
    assert.equal(text.match(/\(…\)/g)?.length, 2);
    assert.equal(text.match(/diff long/g)?.length, 2);
  });
});

describe('a commit message', () => {
  it('is asked for in its language, with the diff and the latest messages', () => {
    const history = ['Corrige la letra\n\nPorque fallaba', 'Añade pruebas'];
    const [system, asked] = commitPrompt({ diffs: ['diff x'], history, language: 'eu' }, 8_192);
    const prompts = promptsFor('eu');
    assert.equal(system?.content, prompts.system);
    assert.equal(
      asked?.content,
      [
        '```diff\ndiff x\n```',
        `${editWords('eu').history}\n- Corrige la letra\n- Añade pruebas`,
        prompts.commands.commitMessage,
        prompts.reminder,
      ].join('\n\n'),
    );
  });

  it('follows Conventional Commits where most of the history does', () => {
    assert.ok(usesConventional(['feat(nif): x', 'fix: y', 'Merge branch z', 'docs!: w', 'Otra cosa']));
    assert.ok(!usesConventional(['feat: x', 'Otra cosa', 'Y otra']));
    assert.ok(!usesConventional([]));
    const [, asked] = commitPrompt({ diffs: [], history: ['feat: x', 'fix: y'], language: 'ca' }, 8_192);
    assert.ok(asked?.content.includes(editWords('ca').conventional));
  });

  it('fits a small context', () => {
    const diffs = Array.from({ length: 40 }, () => `diff\n${'+ una línea\n'.repeat(200)}`);
    const messages = commitPrompt({ diffs, history: [], language: 'es' }, 2_048);
    assert.ok(messages.reduce((sum, { content }) => sum + content.length, 0) / 3 < 2_048 - 400);
  });

  for (const [name, answer, expected] of [
    ['nothing else', 'Corrige el NIF\n\nFaltaba la letra.', 'Corrige el NIF\n\nFaltaba la letra.'],
    ['a fence', 'Claro:\n```\nCorrige el NIF\n```\nListo.', 'Corrige el NIF'],
    ['quotes', '"Corrige el NIF"', 'Corrige el NIF'],
    ['a word before', 'Mensaje de confirmación:\n\nCorrige el NIF', 'Corrige el NIF'],
    ['a type', 'feat(nif): calcula la letra', 'feat(nif): calcula la letra'],
    ['a type alone so far', 'fix: ', 'fix:'],
    ['half a fence', '```\nCorr', 'Corr'],
  ] as const) {
    it(`is taken out of an answer with ${name}`, () => assert.equal(messageOf(answer), expected));
  }

  it('grows as it comes', async () => {
    const endpoint = new FedEndpoint();
    const request = { diffs: ['diff'], history: [], language: 'es' } as const;
    const shown: string[] = [];
    const reading = (async (): Promise<void> => {
      for await (const text of commitMessage(request, endpoint, new AbortController().signal))
        shown.push(text);
    })();
    (await endpoint.asked(0)).say('Corrige', ' el NIF').finish();
    await reading;
    assert.deepEqual(shown, ['Corrige', 'Corrige el NIF']);
  });
});
