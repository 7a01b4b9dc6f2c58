import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { readCatalogue } from './catalogue.mjs';
import { unpackedPackages } from './debian.mjs';
import { filesLike } from './files.mjs';
import { languageOf, languages } from './languages.mjs';
import { trainingPackages } from './packages.mjs';
import { textsOfPage } from './pages.mjs';
import { Samples } from './samples.mjs';

/** @typedef {import('./languages.mjs').Language} Language */

const root = fileURLToPath(new URL('../../', import.meta.url));
const texts = fileURLToPath(new URL('texts/', import.meta.url));
const glossary = path.join(root, 'src/core/language/spoken/glossary/terms');

/**
 * LibreOffice's help and interface, and what was written here. What a translation left in English is not taken for
 * the translation's language.
 *
 * @returns {Promise<Samples>} those written here have the source `own`
 */
export async function trainingTexts() {
  const folders = await unpackedPackages(trainingPackages);
  const samples = new Samples();
  for (const language of languages) {
    for (const line of readFileSync(`${texts}${language}.txt`, 'utf8').split('\n')) {
      if (line !== '') samples.add(language, 'own', line, 'texts');
    }
  }
  addGlossary(samples);
  addProduct(samples);
  const [english, others] = split([...folders], ([name]) => name.includes('-help-en'));
  for (const [name, folder] of [...english, ...others]) {
    if (name.includes('-help-')) addHelp(samples, name, folder);
    else addInterface(samples, name, folder);
  }
  return samples;
}

/** The definitions of the glossary: `gl term, another = Definition.` @param {Samples} samples */
function addGlossary(samples) {
  for (const file of readdirSync(glossary)) {
    for (const line of readFileSync(path.join(glossary, file), 'utf8').split('\n')) {
      const [, language = '', definition = ''] = /^(\w\w) [^=]+ = (.+)$/.exec(line) ?? [];
      const known = languages.find((one) => one === language);
      if (known !== undefined) samples.add(known, 'own', definition, 'glossary');
    }
  }
}

/** The words of Aliada's own interface and of its settings. @param {Samples} samples */
function addProduct(samples) {
  for (const language of /** @type {const} */ (['es', 'ca', 'gl', 'eu'])) {
    for (const file of [`l10n/bundle.l10n.${language}.json`, `package.nls.${language}.json`]) {
      /** @type {Record<string, string>} */
      const said = JSON.parse(readFileSync(path.join(root, file), 'utf8'));
      for (const text of Object.values(said)) samples.add(language, 'own', text, 'product');
    }
  }
}

/** @param {Samples} samples @param {string} name @param {string} folder */
function addHelp(samples, name, folder) {
  const language = languageOf(name.replace('libreoffice-help-', ''));
  if (language === undefined) return;
  for (const { file, match } of filesLike(folder, /\/text\/(\w+)\/.*\.html$|\.html$/)) {
    const document = `help/${match[1] ?? ''}`;
    for (const text of textsOfPage(readFileSync(file, 'utf8'), 'p|h[1-6]')) {
      const plain = text.replace(/\s+/g, ' ').trim();
      if (language === 'en' || !samples.has('en', plain)) {
        samples.add(language, 'help', plain, document);
      }
    }
  }
}

/** @param {Samples} samples @param {string} name @param {string} folder */
function addInterface(samples, name, folder) {
  const language = languageOf(name.replace('libreoffice-l10n-', ''));
  if (language === undefined) return;
  for (const { file } of filesLike(folder, /\.mo$/)) {
    const document = `interface/${path.basename(file, '.mo')}`;
    for (const { originals, translations } of readCatalogue(file)) {
      for (const text of originals) samples.add('en', 'interface', text, document);
      for (const text of translations) {
        if (language === 'en' || !originals.includes(text)) {
          samples.add(language, 'interface', text, document);
        }
      }
    }
  }
  addRegistry(samples, language, folder);
}

/** The names of commands and settings. @param {Samples} samples @param {Language} language @param {string} folder */
function addRegistry(samples, language, folder) {
  for (const { file } of filesLike(folder, /\/registry_[^/]*\.xcd$/)) {
    for (const text of textsOfPage(readFileSync(file, 'utf8'), 'value')) {
      if (language === 'en' || !samples.has('en', text)) samples.add(language, 'interface', text, 'registry');
    }
  }
}

/**
 * @template T
 * @param {readonly T[]} list
 * @param {(item: T) => boolean} isFirst
 * @returns {[T[], T[]]}
 */
function split(list, isFirst) {
  return [list.filter(isFirst), list.filter((item) => !isFirst(item))];
}
