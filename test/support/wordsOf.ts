import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { testSetup } from './testSetup';

type Table = Readonly<Record<string, string>>;

/** What people read in one language. */
export interface Words {
  /** A text of the code by its English, with its values filled in. */
  text(english: string, ...values: readonly string[]): string;
  /** A text of the manifest by its key. */
  manifest(key: string): string;
}

/** Aliada's words in a language of the interface. Fails for a text that there is not. */
export async function wordsOf(language: string): Promise<Words> {
  const manifest = await table(language === 'en' ? 'package.nls.json' : `package.nls.${language}.json`);
  const bundle = language === 'en' ? undefined : await table(`l10n/bundle.l10n.${language}.json`);
  return {
    text: (english, ...values) => {
      const found = bundle === undefined ? english : bundle[english];
      if (found === undefined) throw new Error(`no such text: ${english}`);
      return values.reduce((filled, value, index) => filled.replace(`{${index}}`, value), found);
    },
    manifest: (key) => {
      const found = manifest[key];
      if (found === undefined) throw new Error(`no such text: ${key}`);
      return found;
    },
  };
}

async function table(file: string): Promise<Table> {
  return JSON.parse(await readFile(path.join(testSetup().root, file), 'utf8')) as Table;
}
