import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';

const languages = ['es', 'ca', 'gl', 'eu'] as const;
const english = readFileSync('README.md', 'utf8');
const readme = (language: string): string => readFileSync(`README.${language}.md`, 'utf8');

/** The ranks of the headings and the kinds of blocks, in order: `##`, a step, a point, a picture, a block of code. */
function shape(text: string): string[] {
  const lines = text.split('\n');
  let inCode = false;
  return lines.flatMap((line) => {
    if (line.startsWith('```')) {
      inCode = !inCode;
      return inCode ? [line] : [];
    }
    const mark = /^(#+|\d+\.|-|!)(?= |\[)/.exec(line)?.[0];
    return inCode || mark === undefined ? [] : [mark];
  });
}

/** Where links and pictures lead, sorted. A picture of the interface has the language's own. */
function links(text: string, language: string): string[] {
  return [...text.matchAll(/\]\(([^)]+)\)/g)]
    .map(([, address = '']) => address.replace(`images/explain-${language}.png`, 'images/explain.png'))
    .filter((address) => !address.startsWith('README'))
    .sort();
}

/** Lines of the blocks of code, without comments, and with one language in place of each. */
function commands(text: string): string[] {
  const blocks = [...text.matchAll(/```(?:sh|json)\n([\s\S]*?)```/g)].map(([, block = '']) => block);
  return blocks.flatMap((block) => block.split('\n').map((line) => line.replace(/\s+#.*$/, '')));
}

/** Names of settings, files, keys and addresses in `code`, sorted. */
function names(text: string): string[] {
  const inline = [...text.replaceAll(/```[\s\S]*?```/g, '').matchAll(/`([^`]+)`/g)].map(
    ([, name = '']) => name,
  );
  return inline
    .map((name) => name.replace(/--locale \w+/, '--locale en'))
    .filter((name) => !/^[a-z]{2}$/.test(name))
    .sort();
}

describe('the read-me files', () => {
  for (const language of languages) {
    describe(language, () => {
      const text = readme(language);

      it('has the same parts in the same order', () => {
        assert.deepEqual(shape(text), shape(english));
      });

      it('leads to the same places', () => {
        assert.deepEqual(links(text, language), links(english, 'none'));
      });

      it('has the same commands, settings and addresses', () => {
        assert.deepEqual(commands(text), commands(english));
        assert.deepEqual(names(text), names(english));
      });

      it('is as long, by a quarter more or less', () => {
        const share = text.length / english.length;
        assert.ok(share > 0.8 && share < 1.25, `${share}`);
      });

      it('names commands as the interface does', () => {
        const titles = titlesIn(language);
        const inText = [...text.matchAll(/\*\*Aliada: ([^*]+)\*\*/g)].map(([, title = '']) => title);
        assert.ok(inText.length >= 7);
        assert.deepEqual(
          inText.filter((title) => !titles.includes(title)),
          [],
        );
        const explain = String(table(language)['command.explainSelection']);
        assert.ok(text.includes(`_Aliada › ${explain}_`) && text.includes(`_${explain}_`), explain);
        const { '$(check) Allow {0}': allow } = JSON.parse(
          readFileSync(`l10n/bundle.l10n.${language}.json`, 'utf8'),
        ) as Record<string, string>;
        assert.ok(text.includes(`_${allow?.replace('$(check) ', '').replace(' {0}', '')}_`), allow);
      });
    });
  }

  it('name commands in English as the interface does', () => {
    const titles = Object.values(table());
    for (const [, title = ''] of english.matchAll(/\*\*Aliada: ([^*]+)\*\*/g))
      assert.ok(titles.includes(title), title);
  });

  it('are linked to each other at the top, each with its own name in bold', () => {
    const own = { en: 'English', es: 'Español', ca: 'Català', gl: 'Galego', eu: 'Euskara' };
    for (const one of ['en', ...languages] as const) {
      const line = (one === 'en' ? english : readme(one)).split('\n')[2];
      const expected = Object.entries(own).map(([tag, name]) =>
        tag === one ? `**${name}**` : `[${name}](README${tag === 'en' ? '' : `.${tag}`}.md)`,
      );
      assert.equal(line, expected.join(' · '));
    }
  });

  it('name the two commands, and the one for tests is what a build runs', () => {
    assert.match(english, /```sh\nnpm start\nnpm test\n```/);
    assert.match(readFileSync('.ci/run', 'utf8'), /^exec npm test$/m);
  });

  it('shout nowhere', () => {
    for (const one of languages) assert.doesNotMatch(readme(one).replaceAll('![', ''), /!|¡/);
  });
});

describe('the pictures of the handbook', () => {
  const pictures = readdirSync('docs/images');
  const pages = [
    ...['README.md', ...languages.map((one) => `README.${one}.md`)],
    ...readdirSync('docs')
      .filter((name) => name.endsWith('.md'))
      .map((name) => `docs/${name}`),
  ].map((name) => readFileSync(name, 'utf8'));

  it('are each shown somewhere, and none is large', () => {
    for (const name of pictures) {
      assert.ok(
        pages.some((text) => text.includes(`images/${name}`)),
        `${name} is shown nowhere`,
      );
      assert.ok(readFileSync(`docs/images/${name}`).length < 150_000, `${name} is too large`);
    }
  });

  it('are those that the run takes', () => {
    const source = readFileSync('test/e2e/pictures.test.ts', 'utf8');
    const taken = [...source.matchAll(/\.picture\(([^\n]+)/g)].map(([, name = '']) => name);
    for (const name of pictures) {
      const kind = name.replace(/(-\w\w)?\.png$/, '');
      const isTaken = taken.some((one) => one.includes(`\`${kind}-$`) || one.includes(`'${kind}'`));
      assert.ok(isTaken || ['commands', 'attachments'].includes(kind), `no test takes ${name}`);
    }
    assert.ok(existsSync('tools/pictures.mjs'));
  });
});

function table(language?: string): Record<string, unknown> {
  const file = `package.nls${language === undefined ? '' : `.${language}`}.json`;
  return JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
}

function titlesIn(language: string): unknown[] {
  return Object.entries(table(language))
    .filter(([key]) => key.startsWith('command.'))
    .map(([, title]) => title);
}
