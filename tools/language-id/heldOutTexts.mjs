import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { run } from '../lib/run.mjs';
import { readCatalogue } from './catalogue.mjs';
import { unpackedPackages } from './debian.mjs';
import { filesLike } from './files.mjs';
import { languageOf } from './languages.mjs';
import { textsOfPage } from './pages.mjs';
import { Samples } from './samples.mjs';

/** @typedef {import('./languages.mjs').Language} Language */
/** @typedef {import('./languages.mjs').Sample} Sample */

/**
 * Interface and help texts of other software than what is trained on, of 20 to 160 characters, as they stand in the
 * catalogues. Left out is what nobody could tell: texts that training holds word for word, translations equal to the
 * English, lists of names and addresses, and texts that are hardly letters.
 *
 * @param {readonly string[]} packages
 * @param {Samples} training
 * @returns {Promise<Sample[]>}
 */
export async function heldOutTexts(packages, training) {
  const samples = new Samples();
  for (const [name, folder] of await unpackedPackages(packages)) {
    addCatalogues(samples, name, folder);
    addPages(samples, name, folder);
    await addFirefox(samples, folder);
  }
  return samples
    .list()
    .filter(
      ({ language, text }) =>
        isFair(text) && !training.has(language, text) && (language === 'en' || !samples.has('en', text)),
    );
}

/** @param {string} text */
function isFair(text) {
  if (text.length < 20 || text.length > 160 || /@|launchpad|(?:;\S+){5}/i.test(text)) return false;
  return (text.match(/\p{L}/gu) ?? []).length >= 0.6 * text.length;
}

/** @param {Samples} samples @param {string} name @param {string} folder */
function addCatalogues(samples, name, folder) {
  for (const { file, match } of filesLike(folder, /\/locale[^/]*\/([^/]+)\/LC_MESSAGES\/[^/]*\.mo$/)) {
    const language = languageOf(match[1] ?? '');
    if (language === undefined) continue;
    for (const { originals, translations } of readCatalogue(file)) {
      const shown = language === 'en' ? originals : translations.filter((text) => !originals.includes(text));
      for (const text of shown) samples.add(language, name, text, file);
    }
  }
}

/** @param {Samples} samples @param {string} name @param {string} folder */
function addPages(samples, name, folder) {
  for (const { file, match } of filesLike(folder, /\/share\/help\/([^/]+)\/.*\.page$/)) {
    const language = languageOf(match[1] ?? '');
    if (language === undefined) continue;
    for (const text of textsOfPage(readFileSync(file, 'utf8'), 'p|title|desc')) {
      samples.add(language, name, text, file);
    }
  }
}

/** @param {Samples} samples @param {string} folder */
async function addFirefox(samples, folder) {
  for (const { file, match } of filesLike(folder, /\/[a-z]+-([-\w]+)@[^/]*\.xpi$/)) {
    const language = languageOf(match[1] ?? '');
    if (language === undefined) continue;
    const unpacked = await mkdtemp(path.join(tmpdir(), 'aliada-firefox-'));
    try {
      await run('python3', ['-m', 'zipfile', '-e', file, unpacked], { what: 'Unpacking Firefox' });
      for (const { file: page } of filesLike(unpacked, /\.(?:ftl|properties)$/)) {
        // A value that goes on in the next line is indented there.
        const lines = readFileSync(page, 'utf8').replace(/\n +(?![ .*[}]|[-\w]+ *=)/g, ' ');
        for (const [, value = ''] of lines.matchAll(/^\s*[-.\w]+\s*=\s*(.+)$/gm)) {
          if (!/[{}]/.test(value)) samples.add(language, 'firefox', value.replace(/<[^>]*>/g, ''), page);
        }
      }
    } finally {
      await rm(unpacked, { recursive: true, force: true });
    }
  }
}
