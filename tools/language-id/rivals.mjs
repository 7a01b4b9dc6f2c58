import path from 'node:path';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { cacheKey, ensureCached } from '../lib/cache.mjs';
import { npm } from '../lib/npm.mjs';
import { languages } from './languages.mjs';

const packages = ['eld@2.1.0', 'franc@6.2.0', 'cld3-asm@4.0.0', 'tinyld@1.3.4'];
/** ISO 639-3, as franc writes them. */
const threeLetters = /** @type {const} */ ({
  ...{ spa: 'es', cat: 'ca', glg: 'gl', eus: 'eu', oci: 'oc', por: 'pt', eng: 'en', fra: 'fr' },
});

/**
 * The libraries of npm that tell languages apart, each held to our eight where it can be. Fetched into the cache for
 * the benchmark alone.
 *
 * @returns {Promise<{ name: string, identify: (text: string) => string }[]>}
 */
export async function loadRivals() {
  const folder = await ensureCached('language-id-rivals', cacheKey('1', ...packages), async (unfinished) => {
    await npm(['install', '--ignore-scripts', '--prefix', unfinished, ...packages], {
      cwd: unfinished,
      what: 'Fetching the other libraries',
    });
  });
  /** @param {string} name @returns {Promise<any>} */
  const load = async (name) => import(pathToFileURL(path.join(folder, 'node_modules', name)).href);
  const require = createRequire(path.join(folder, 'index.js'));
  /** @param {string} name @returns {any} */
  const need = (name) => require(name);
  const { eld } = await load('eld/src/entries/static.large.js');
  eld.setLanguageSubset([...languages]);
  const { franc } = await load('franc/index.js');
  const cld3 = (await need('cld3-asm').loadModule()).create(0, 1000);
  const { detect } = need('tinyld');
  return [
    { name: 'eld 2.1.0 large', identify: (text) => eld.detect(text).language },
    {
      name: 'franc 6.2.0',
      identify: (text) => {
        const code = franc(text, { only: Object.keys(threeLetters), minLength: 1 });
        return threeLetters[/** @type {keyof typeof threeLetters} */ (code)] ?? '';
      },
    },
    { name: 'cld3-asm 4.0.0', identify: (text) => cld3.findLanguage(text).language },
    { name: 'tinyld 1.3.4', identify: (text) => detect(text, { only: [...languages] }) },
  ];
}
