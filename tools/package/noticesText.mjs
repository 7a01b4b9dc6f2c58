import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** @typedef {import('./bundled.mjs').BundledPackage} BundledPackage */

/** The folder with the texts of libraries that have none in their package, by name with `/` as `-`. */
const ownTexts = path.join('tools', 'package', 'licences');
const line = `\n\n${'-'.repeat(80)}\n\n`;

/**
 * The notices of all libraries: name, version and whole licence text of each, and the notices of others that stand in
 * the comments of its bundled files, since a bundle has no comments.
 *
 * @param {string} root
 * @param {BundledPackage[]} packages
 * @param {string} data what is said of data, such as word lists
 * @returns {string}
 * @throws where a library comes without the text of its licence
 */
export function noticesText(root, packages, data) {
  const head =
    'Aliada contains code of these libraries. It is written by tools/notices.mjs from what was bundled.';
  return `${[head, ...packages.map((one) => notice(root, one)), data.trim()].join(line)}\n`;
}

/**
 * @param {string} root
 * @param {BundledPackage} one
 * @returns {string}
 */
function notice(root, one) {
  const folder = path.join(root, one.folder);
  const names = readdirSync(folder).filter((name) => /^(licence|license|copying|notice)/i.test(name));
  const texts = names.sort().map((name) => readFileSync(path.join(folder, name), 'utf8').trim());
  const own = path.join(root, ownTexts, `${one.name.replace('/', '-')}.txt`);
  if (texts.length === 0 && existsSync(own)) texts.push(readFileSync(own, 'utf8').trim());
  if (texts.length === 0) throw new Error(`${one.name} has no licence text: put it into ${own}`);
  const others = one.files.flatMap((file) => noticesIn(readFileSync(path.join(root, file), 'utf8')));
  const more = others.length === 0 ? [] : ['It contains:', ...new Set(others)];
  return [`${one.name} ${one.version} (${one.licence})`, ...texts, ...more].join('\n\n');
}

/**
 * The comments of a source file that speak of copyright, without what marks them as comments.
 *
 * @param {string} source
 * @returns {string[]}
 */
export function noticesIn(source) {
  const comments = source.match(/\/\*[\s\S]*?\*\/|(?:^[ \t]*\/\/.*(?:\n|$))+/gm) ?? [];
  return comments
    .filter((comment) => /copyright|@license|\(c\) /i.test(comment))
    .map((comment) => comment.replace(/^\/\*+!?|\*+\/$/g, '').replace(/^[ \t]*(?:\/\/|\*)? ?/gm, ''))
    .map((text) => text.trim());
}
