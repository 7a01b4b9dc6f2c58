import { readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * A library of which code was bundled into what is shipped.
 *
 * @typedef {object} BundledPackage
 * @property {string} folder in node_modules, below the project
 * @property {string} name
 * @property {string} version
 * @property {string} licence an SPDX expression
 * @property {string} description
 * @property {Record<string, string>} dependencies those that its own manifest names
 * @property {string[]} files of it that were bundled
 * @property {Record<string, number>} bytes of it in each shipped file
 */

/**
 * What `esbuild.js` writes down: for each shipped file the bytes that came from each source file. Sources of which
 * nothing is left are not in it.
 *
 * @typedef {Record<string, Record<string, number>>} Bundled
 */

/**
 * @param {string} root the project
 * @returns {Bundled}
 */
export function readBundled(root) {
  return JSON.parse(readFileSync(path.join(root, 'out', 'bundled.json'), 'utf8'));
}

/**
 * The libraries that the bundled files belong to, by name.
 *
 * @param {string} root
 * @param {Bundled} bundled
 * @returns {BundledPackage[]}
 */
export function bundledPackages(root, bundled) {
  /** @type {Map<string, BundledPackage>} */
  const found = new Map();
  for (const [output, inputs] of Object.entries(bundled)) {
    for (const [file, bytes] of Object.entries(inputs)) {
      // The last `node_modules` of the path: a library may have one of its own.
      const folder = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1];
      if (folder === undefined) continue;
      const known = found.get(folder) ?? readPackage(root, folder);
      found.set(folder, known);
      if (!known.files.includes(file)) known.files.push(file);
      known.bytes[output] = (known.bytes[output] ?? 0) + bytes;
    }
  }
  const all = [...found.values()];
  for (const { files } of all) files.sort();
  return all.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.folder < b.folder ? -1 : 1));
}

/**
 * @param {string} root
 * @param {string} folder
 * @returns {BundledPackage}
 */
function readPackage(root, folder) {
  const manifest = JSON.parse(readFileSync(path.join(root, folder, 'package.json'), 'utf8'));
  const { name, version, license, description = '', dependencies = {} } = manifest;
  if (typeof license !== 'string') throw new Error(`${folder} names no licence.`);
  const licence = license.replace(/^\((.*)\)$/, '$1');
  return { folder, name, version, licence, description, dependencies, files: [], bytes: {} };
}
