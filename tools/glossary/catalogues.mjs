import { mkdir, readFile, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { cacheKey, ensureCached } from '../lib/cache.mjs';
import { capture, run } from '../lib/run.mjs';
import { readMo } from './moReader.mjs';

/** Packages of Debian with catalogues, developers' tools first: of two that say the same, the first is named. */
// cspell:disable
const PACKAGES = [
  ...['kdevelop-l10n', 'gnome-builder', 'anjuta-common', 'kturtle', 'geany-common', 'gdb', 'gcc-12-locales'],
  ...['git', 'gitg', 'git-cola', 'binutils-common', 'bison', 'gettext', 'bluefish-data', 'codeblocks-common'],
  ...[
    'kate5-data',
    'kate-data',
    'libkf5texteditor-data',
    'libgtksourceview-4-common',
    'libgtksourceview-5-common',
  ],
  ...[
    'libgtksourceview-3.0-common',
    'gedit-common',
    'meld',
    'kcachegrind',
    'umbrello',
    'lokalize',
    'poedit-common',
  ],
  ...[
    'cervisia',
    'kompare',
    'kdiff3',
    'subversion',
    'mercurial-common',
    'glade',
    'glade-common',
    'devhelp-common',
  ],
  ...['sysprof-common', 'nemiver', 'ddd', 'vim-runtime', 'python3-django', 'phpmyadmin', 'libgda-5.0-common'],
  ...['postgresql-15', 'postgresql-client-15', 'libpq5', 'sqlitebrowser', 'make', 'm4', 'flex', 'bash'],
  ...[
    'coreutils',
    'findutils',
    'grep',
    'sed',
    'util-linux-locales',
    'libc-l10n',
    'dpkg',
    'apt',
    'debconf-i18n',
  ],
  ...[
    'sudo',
    'systemd',
    'network-manager',
    'gnupg-l10n',
    'libglib2.0-data',
    'libgtk-3-common',
    'libgtk-4-common',
  ],
  ...[
    'gnome-terminal-data',
    'konsole',
    'seahorse',
    'ghex-common',
    'okteta-data',
    'kile',
    'cantor',
    'labplot-data',
  ],
  ...['wxmaxima', 'gnumeric-common', 'dia-common', 'gimp-data', 'evolution-common', 'plasma-workspace'],
  ...['libreoffice-l10n-es', 'libreoffice-l10n-ca', 'libreoffice-l10n-gl', 'libreoffice-l10n-eu'],
];
// cspell:enable
/** Raise it whenever the way of unpacking changes: it is part of the cache key. */
const SETUP_VERSION = '1';

/**
 * @typedef {object} Catalogue
 * @property {string} name such as `gdb`
 * @property {string} language
 * @property {import('./moReader.mjs').Message[]} messages
 */

/**
 * The catalogues that this system's Debian ships, fetched through its own apt on first use (about 200 MB, kept in the
 * cache). Packages that this Debian does not have are left out.
 *
 * @param {import('../lib/progress.mjs').Progress} progress
 * @returns {Promise<string>} the folder with the packages' content, one folder for each
 */
export function fetchCatalogues(progress) {
  return ensureCached('catalogues', cacheKey(SETUP_VERSION, ...PACKAGES), (folder) =>
    progress.step('Fetching catalogues from Debian', async () => {
      for (const name of PACKAGES) {
        const to = path.join(folder, name);
        const debs = path.join(to, 'debs');
        await mkdir(debs, { recursive: true });
        const { code } = await capture('apt-get', ['download', '-q', name], { cwd: debs });
        if (code !== 0) await rm(to, { recursive: true });
        else await unpack(debs, to);
      }
    }),
  );
}

/** @param {string} debs @param {string} to */
async function unpack(debs, to) {
  for (const file of await readdir(debs)) {
    await run('dpkg-deb', ['-x', path.join(debs, file), to], { what: 'Unpacking a package' });
  }
  await rm(debs, { recursive: true });
}

/**
 * @param {string} folder with one folder for each package
 * @param {readonly string[]} languages
 * @returns {Promise<Catalogue[]>} in the order of the packages
 */
export async function readCatalogues(folder, languages) {
  const packages = await readdir(folder);
  const catalogues = [];
  for (const name of PACKAGES.filter((one) => packages.includes(one))) {
    const files = await readdir(path.join(folder, name), { recursive: true });
    for (const file of files.sort()) {
      const [, language, domain] = /([^/\\]+)[/\\]LC_MESSAGES[/\\]([^/\\]+)\.mo$/.exec(file) ?? [];
      if (language === undefined || domain === undefined || !languages.includes(language)) continue;
      const messages = readMo(await readFile(path.join(folder, name, file)));
      catalogues.push({ name: domain, language, messages });
    }
  }
  return catalogues;
}
