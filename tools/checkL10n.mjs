// Holds every word that a person reads to its translations:
//   node tools/checkL10n.mjs                 prints each fault on a line, exit code 1 if there is one
//   node tools/checkL10n.mjs --missing ca    prints what a translator still has to write, as JSON
//   --root DIR                               another project than the one in the current folder
// Beside completeness it holds translations to placeholders and Markdown (markdown.mjs), to the length of their places
// (places.mjs), to the voice of each language (voice.mjs) and to the terms of docs/glossary.md (terms.mjs).
// The texts of the code are the first arguments of t(); those of package.json are its %keys%.
import { parseArgs } from 'node:util';
import { bundleFile, manifestFile, targetLanguages } from './l10n/languages.mjs';
import { checkManifest } from './l10n/manifest.mjs';
import { collectTexts } from './l10n/sources.mjs';
import { readTable } from './l10n/table.mjs';
import { checkPlaces } from './l10n/places.mjs';
import { readGlossary } from './l10n/terms.mjs';
import { checkEnglish, checkTranslations, missingTranslations } from './l10n/translations.mjs';
import { checkWordLists } from './l10n/wordLists.mjs';

const { values: options } = parseArgs({
  options: { root: { type: 'string', default: '.' }, missing: { type: 'string' } },
});

if (options.missing === undefined) check(options.root);
else printMissing(options.root, options.missing);

/** @param {string} root */
function check(root) {
  const code = collectTexts(root);
  const manifest = readTable(root, manifestFile());
  const faults = [...code.faults, ...manifest.faults, ...checkManifest(root, manifest)];
  faults.push(...checkEnglish(code), ...checkEnglish(manifest), ...checkPlaces(root, code, manifest));
  faults.push(...checkWordLists(root));
  const glossary = readGlossary(root);
  for (const language of targetLanguages) {
    faults.push(...checkTranslations(code, readTable(root, bundleFile(language)), language, glossary));
    faults.push(...checkTranslations(manifest, readTable(root, manifestFile(language)), language, glossary));
  }
  for (const fault of faults) console.error(fault);
  if (faults.length > 0) {
    console.error(`${faults.length} fault${faults.length === 1 ? '' : 's'} in the translations.`);
    process.exitCode = 1;
    return;
  }
  const counts = `${code.entries.size} texts of the code and ${manifest.entries.size} of package.json`;
  console.log(`${counts} are complete in ${targetLanguages.join(', ')}.`);
}

/**
 * @param {string} root
 * @param {string} language
 */
function printMissing(root, language) {
  if (!targetLanguages.includes(language)) {
    console.error(`--missing takes one of ${targetLanguages.join(', ')}, not "${language}".`);
    process.exitCode = 1;
    return;
  }
  const bundle = readTable(root, bundleFile(language));
  const manifest = readTable(root, manifestFile(language));
  const missing = {
    [bundle.file]: missingTranslations(collectTexts(root), bundle),
    [manifest.file]: missingTranslations(readTable(root, manifestFile()), manifest),
  };
  console.log(JSON.stringify(missing, null, 2));
}
