// Holds the languages of package.json to the table of the 92 (src/core/language/programming/languages.ts):
//   node tools/languages.mjs            writes them into package.json
//   node tools/languages.mjs --check    says whether they are the same, exit code 1 where they differ
import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { loadBundle } from './check/build.mjs';

const FILE = new URL('../package.json', import.meta.url);

const { values: options } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
const { broughtLanguages } = await loadBundle('src/core/language/programming/brought.ts');
const manifest = JSON.parse(await readFile(FILE, 'utf8'));
const languages = broughtLanguages();

if (!options.check) {
  manifest.contributes.languages = languages;
  await writeFile(FILE, `${JSON.stringify(manifest, null, 2)}\n`);
} else if (JSON.stringify(manifest.contributes.languages) === JSON.stringify(languages)) {
  console.log(`${languages.length} languages of package.json are those of the table.`);
} else {
  console.error('The languages of package.json are not those of the table. Run: node tools/languages.mjs');
  process.exitCode = 1;
}
