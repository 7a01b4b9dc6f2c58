import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { dialectOf } from '../../../src/core/endpoint/dialects';
import type { DialectId } from '../../../src/core/endpoint/profile';
import { answerLanguages, interfaceLanguages } from '../../../src/core/language/spoken/languages';
import { standIns } from '../../support/standIns/all';

const page = readFileSync('CONTRIBUTING.md', 'utf8');
const languages = ['es', 'ca', 'gl', 'eu'];

/** The text below a heading of the third rank. */
function recipe(title: string): string {
  const from = page.indexOf(`\n### ${title}\n`);
  assert.ok(from >= 0, `CONTRIBUTING.md has no recipe ${title}`);
  return page.slice(from, page.indexOf('\n#', from + 5));
}

/** The paths in `code` that a piece of a recipe names. */
function named(text: string): string[] {
  return [...text.matchAll(/`((?:src|l10n|tools|test|package)[\w./-]*\.\w+)`/g)].map(([, name = '']) => name);
}

/** What is done to each file. */
type Step = Readonly<Record<string, (text: string) => string>>;

describe('the recipes of CONTRIBUTING.md', function () {
  this.timeout(120_000); // They run the compiler and the checks, as a person does.
  let copy: string;

  before(() => {
    copy = mkdtempSync(path.join(tmpdir(), 'aliada-recipe-'));
    const manifests = [
      'package.json',
      'package.nls.json',
      ...languages.map((one) => `package.nls.${one}.json`),
    ];
    for (const name of [...manifests, 'src', 'l10n', 'media']) {
      cpSync(name, path.join(copy, name), { recursive: true });
    }
    symlinkSync(path.resolve('node_modules'), path.join(copy, 'node_modules'));
  });
  after(() => rmSync(copy, { recursive: true, force: true }));

  function read(file: string): string {
    return readFileSync(path.join(copy, file), 'utf8');
  }

  /** Changes a file of the copy for as long as `then` runs. */
  function changed<T>(files: Step, then: () => T): T {
    const before = Object.keys(files).map((file) => [file, read(file)] as const);
    for (const [file, text] of before) writeFileSync(path.join(copy, file), files[file]!(text));
    try {
      return then();
    } finally {
      for (const [file, text] of before) writeFileSync(path.join(copy, file), text);
    }
  }

  /** What the check of the translations says of the copy. */
  function translationFaults(): string {
    const tool = path.resolve('tools/checkL10n.mjs');
    return spawnSync(process.execPath, [tool, '--root', copy], { encoding: 'utf8' }).stderr;
  }

  function withEntry(key: string, value: string): (text: string) => string {
    return (text) => text.replace(/\s*\}\s*$/, `,\n  ${JSON.stringify(key)}: ${JSON.stringify(value)}\n}\n`);
  }

  /** Two recipes that the check of the translations watches over: the first step, and all the others. */
  const bundles = languages.map((one) => `l10n/bundle.l10n.${one}.json`);
  const titles = ['package.nls.json', ...languages.map((one) => `package.nls.${one}.json`)];
  const recipes: readonly { title: string; first: Step; others: Step; more: readonly string[] }[] = [
    {
      title: 'A word on the screen',
      first: {
        'src/core/waited.ts': (text) =>
          `import { t } from './text';\n${text}\nexport const word = (): string => t('A word of the recipe.');\n`,
      },
      others: Object.fromEntries(
        bundles.map((file) => [file, withEntry('A word of the recipe.', `In ${file}.`)]),
      ),
      more: ['src/core/text.ts'],
    },
    {
      title: 'A command',
      first: {
        'package.json': (text) =>
          text.replace(
            /"commands": \[/,
            (found) =>
              `${found} { "command": "aliada.recipe", "title": "%command.recipe%", "category": "Aliada" },`,
          ),
      },
      others: Object.fromEntries(titles.map((file) => [file, withEntry('command.recipe', `In ${file}`)])),
      more: ['package.json', 'src/editor/commands.ts'],
    },
  ];

  for (const { title, first, others, more } of recipes) {
    it(`${title}: every file of the recipe that is left out is named`, () => {
      const faults = changed(first, () => translationFaults());
      for (const file of Object.keys(others)) {
        // Without the English title nobody can say that another is missing.
        const seen = file === 'package.nls.json' || title === 'A word on the screen';
        if (seen) assert.ok(faults.includes(file), `${file} is left out, and nothing says so: ${faults}`);
        assert.ok(named(recipe(title)).includes(file), `the recipe does not name ${file}`);
      }
      for (const file of more) assert.ok(named(recipe(title)).includes(file), file);
    });

    it(`${title}: followed to its end, nothing complains`, () => {
      assert.equal(
        changed({ ...first, ...others }, () => translationFaults()),
        '',
      );
    });
  }

  it('A command: a title that is left out in one language is named', () => {
    const [english = '', left = '', ...rest] = titles;
    const { first, others } = recipes[1]!;
    const some = Object.fromEntries([english, ...rest].map((file) => [file, others[file]!]));
    assert.ok(changed({ ...first, ...some }, () => translationFaults()).includes(left));
    // The table itself is held to the manifest in a running VS Code.
    const manifest = readFileSync('test/host/manifest.test.ts', 'utf8');
    assert.match(manifest, /it\('@quick names exactly the commands that are registered'/);
  });

  it('a server: each name has a row that recognises its stand-in, and stands in the handbook', async () => {
    const source = readFileSync('src/core/endpoint/profile.ts', 'utf8');
    const union = /export type DialectId =([^;]+);/.exec(source)?.[1] ?? '';
    const ids = [...union.matchAll(/'([^']+)'/g)].map(([, id = '']) => id as DialectId);
    assert.ok(ids.length >= 10, union);
    const handbook = readFileSync('docs/endpoints.md', 'utf8');
    for (const id of ids) {
      assert.ok(dialectOf(id).label !== '', id);
      const standIn = standIns.find(({ dialect }) => dialect === id);
      assert.ok(standIn, `${id} has no stand-in in test/support/standIns/all.ts`);
      const server = await standIn.start();
      await server.stop();
      const [first = ''] = standIn.name.split(/[ /(]/);
      assert.ok(
        handbook.toLowerCase().includes(first.toLowerCase()),
        `docs/endpoints.md does not know ${first}`,
      );
    }
    assert.throws(() => dialectOf('a-server-without-a-row' as DialectId));
  });

  it('a language that people speak: the lists of the code, the translations, the settings and the read-me files agree', async () => {
    const { targetLanguages } = (await import(path.resolve('tools/l10n/languages.mjs'))) as {
      targetLanguages: readonly string[];
    };
    const translated = interfaceLanguages.filter((one) => one !== 'en');
    assert.deepEqual([...targetLanguages].sort(), [...translated].sort());
    for (const one of translated) {
      for (const file of [`README.${one}.md`, `package.nls.${one}.json`, `l10n/bundle.l10n.${one}.json`]) {
        assert.ok(readFileSync(file, 'utf8').length > 0, file);
      }
    }
    const table = readFileSync('docs/languages.md', 'utf8');
    for (const one of answerLanguages)
      assert.ok(table.includes(`\`${one}\``), `docs/languages.md has no row for ${one}`);
  });

  it('a setting: the page of settings is what the manifest says', () => {
    const tool = path.resolve('tools/settingsPage.mjs');
    const { status, stderr } = spawnSync(process.execPath, [tool, '--check'], { encoding: 'utf8' });
    assert.equal(status, 0, stderr);
    const missing = spawnSync(process.execPath, [tool, '--check'], { cwd: copy, encoding: 'utf8' });
    assert.equal(missing.status, 1);
  });
});
