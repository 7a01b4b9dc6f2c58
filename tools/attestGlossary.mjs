// `node tools/attestGlossary.mjs [--review]`: looks in the translation catalogues that Debian ships for the glossary's
// terms, writes `attested.txt` beside them and prints how many were found. Only on Debian and Ubuntu: it needs apt.
import { readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { loadBundle } from './check/build.mjs';
import { Evidence } from './glossary/attest.mjs';
import { fetchCatalogues, readCatalogues } from './glossary/catalogues.mjs';
import { runMain } from './lib/fail.mjs';
import { createProgress } from './lib/progress.mjs';

const HELP = `node tools/attestGlossary.mjs [options]

  --review   also prints, for each term that was not found, how the catalogues translate the English word
`;
const LANGUAGES = /** @type {const} */ (['es', 'ca', 'gl', 'eu']);
const glossary = fileURLToPath(new URL('../src/core/language/spoken/glossary/', import.meta.url));

await runMain(async () => {
  const { values } = parseArgs({
    options: { review: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
  });
  if (values.help) {
    process.stdout.write(HELP);
    return 0;
  }
  const progress = createProgress({ stream: process.stderr });
  const folder = await fetchCatalogues(progress);
  const catalogues = await readCatalogues(folder, LANGUAGES);
  const entries = await readEntries();
  /** @type {Map<string, string[]>} */
  const places = new Map(entries.map(({ id }) => [id, []]));
  const rates = LANGUAGES.map((language) => {
    const own = catalogues.filter((catalogue) => catalogue.language === language);
    const evidence = new Evidence(language, own);
    const rate = { language, catalogues: own.length, whole: 0, part: 0, other: 0, none: 0 };
    for (const { id, terms } of entries) {
      const [first = '', ...others] = terms[language];
      const found = evidence.find(terms.en, first);
      if (found !== undefined) {
        rate[found.whole ? 'whole' : 'part'] += 1;
        places.get(id)?.push(`${language} ${found.catalogue}`);
        continue;
      }
      const other = others.find((term) => evidence.find(terms.en, term) !== undefined);
      rate[other === undefined ? 'none' : 'other'] += 1;
      const said = evidence.translations(terms.en).slice(0, 3);
      if (values.review && (other !== undefined || said.length > 0)) {
        const theirs = said.map(([text, count]) => `${text} (${count})`).join(', ');
        process.stdout.write(
          `${language} ${id}: ours ${first}; attested ${other ?? '-'}; alone: ${theirs}\n`,
        );
      }
    }
    return rate;
  });
  const lines = [...places].filter(([, found]) => found.length > 0);
  const text = lines.map(([id, found]) => `${id} = ${found.join(', ')}\n`).join('');
  await writeFile(path.join(glossary, 'attested.txt'), text);
  process.stdout.write(
    `${entries.length} terms; the first name of each, with its English name in one message\n`,
  );
  for (const { language, catalogues: count, whole, part, other, none } of rates) {
    const share = ((100 * (whole + part)) / entries.length).toFixed(1);
    process.stdout.write(
      `${language}: attested ${share} % (a whole message ${whole}, within one ${part}); ` +
        `only another of its names ${other}; not found ${none}; ${count} catalogues\n`,
    );
  }
  return 0;
});

/** @returns {Promise<{ id: string, terms: Record<'en' | 'es' | 'ca' | 'gl' | 'eu', string[]> }[]>} */
async function readEntries() {
  const { readGlossary } = await loadBundle('src/core/language/spoken/glossary/read.ts');
  const folder = path.join(glossary, 'terms');
  const files = (await readdir(folder)).sort();
  const texts = await Promise.all(files.map((file) => readFile(path.join(folder, file), 'utf8')));
  return readGlossary(texts.join('\n'));
}
