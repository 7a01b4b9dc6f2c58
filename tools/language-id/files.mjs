import { readdirSync } from 'node:fs';
import path from 'node:path';

/**
 * @param {string} folder
 * @param {RegExp} pattern of the path inside the folder
 * @returns {{ file: string, match: RegExpExecArray }[]} in order of the path
 */
export function filesLike(folder, pattern) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .sort()
    .flatMap((name) => {
      const match = pattern.exec(`/${name}`);
      return match ? [{ file: path.join(folder, name), match }] : [];
    });
}
