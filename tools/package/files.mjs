import { readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * The files that say which version this is.
 *
 * @param {string} root
 */
export function readRelease(root) {
  const read = (/** @type {string} */ name) => readFileSync(path.join(root, name), 'utf8');
  return {
    manifest: JSON.parse(read('package.json')),
    lock: JSON.parse(read('package-lock.json')),
    changelog: read('CHANGELOG.md'),
  };
}
