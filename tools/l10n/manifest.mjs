import fs from 'node:fs';
import path from 'node:path';

/**
 * Holds package.json and package.nls.json to each other: every %key% has a text, every text is used.
 * @param {string} root
 * @param {import('./table.mjs').Table} texts package.nls.json
 * @returns {string[]} faults
 */
export function checkManifest(root, texts) {
  const manifest = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
  /** @type {string[]} */
  const faults = [];
  const used = new Set();
  for (const value of stringsIn(manifest)) {
    // VS Code replaces a string that is nothing but %key%; anything else it shows as it stands.
    const key = /^%([^%\s]+)%$/.exec(value)?.[1];
    if (key !== undefined) used.add(key);
    else if (/%[\w.-]+%/.test(value))
      faults.push(`package.json: VS Code would not replace the key in "${value}"`);
  }
  for (const key of used) {
    if (!texts.entries.has(key)) faults.push(`package.json: %${key}% is not in ${texts.file}`);
  }
  for (const [key, { text, place }] of texts.entries) {
    if (!used.has(key)) faults.push(`${place}: "${key}" is not used in package.json`);
    if (text.trim() === '') faults.push(`${place}: "${key}" is empty`);
  }
  return faults;
}

/**
 * @param {unknown} value
 * @returns {string[]} all strings in a JSON value, keys not counted
 */
function stringsIn(value) {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}
