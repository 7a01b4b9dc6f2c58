import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * Makes `--locale LOCALE` work although VS Code has no language pack for it: `vscode.env.language` becomes LOCALE,
 * and extensions get their own texts in it; VS Code's texts stay English.
 *
 * At start VS Code looks the locale up in `languagepacks.json` and takes it only if an entry is there with a hash
 * and a file of translations for `vscode` (resolveNLSConfiguration in src/vs/base/node/nls.ts). So it gets one, empty.
 *
 * @param {string} userDataDir
 * @param {string} locale such as `ca`; for English there is nothing to do
 * @returns {Promise<void>}
 */
export async function provideLocale(userDataDir, locale) {
  if (/^en\b/i.test(locale)) return;
  const translations = path.join(userDataDir, 'no-translations.json');
  await mkdir(userDataDir, { recursive: true });
  await writeFile(translations, JSON.stringify({ version: '1.0.0', contents: {} }));
  const pack = {
    hash: `aliada-${locale}`,
    label: locale,
    extensions: [{ extensionIdentifier: { id: `aliada.locale-${locale}` }, version: '1.0.0' }],
    translations: { vscode: translations },
  };
  await writeFile(
    path.join(userDataDir, 'languagepacks.json'),
    JSON.stringify({ [locale.toLowerCase()]: pack }),
  );
}
