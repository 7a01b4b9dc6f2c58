// Writes dist/THIRD-PARTY-NOTICES.txt: the licence of every library of which code was bundled into what is
// shipped. Reads the list that esbuild.js leaves in out/bundled.json, so nothing can be forgotten.
import fs from 'node:fs';
import path from 'node:path';

const folders = bundledPackages(JSON.parse(fs.readFileSync('out/bundled.json', 'utf8')));
const notices = folders.map(notice);
fs.writeFileSync('dist/THIRD-PARTY-NOTICES.txt', `${notices.join('\n\n' + '-'.repeat(80) + '\n\n')}\n`);

/**
 * Folders of the packages that the bundled files belong to.
 * @param {string[]} files
 */
function bundledPackages(files) {
  const found = new Set();
  for (const file of files) {
    const match = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file);
    if (match?.[1]) found.add(match[1]);
  }
  return [...found].sort();
}

/**
 * Name, version and licence text of one package.
 * @param {string} folder
 */
function notice(folder) {
  const { name, version, license } = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const file = fs.readdirSync(folder).find((entry) => entry.toLowerCase().startsWith('license'));
  const text = file === undefined ? `Licence: ${license}` : fs.readFileSync(path.join(folder, file), 'utf8');
  return `${name} ${version} (${license})\n\n${text.trim()}`;
}
