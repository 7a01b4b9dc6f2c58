import fs from 'node:fs';
import path from 'node:path';
import { targetLanguages } from './languages.mjs';

/** More words than these are no exceptions any more. */
const most = 150;

/**
 * Where the words of a language are that are right although the dictionary has them not; cspell reads them by
 * tools/spelling/translations.json.
 * @param {string} language
 */
export function wordListFile(language) {
  return `tools/spelling/${language}.txt`;
}

/**
 * Holds the word lists to their form: `word # why it is right`, each word once, not too many of them.
 * @param {string} root
 * @returns {string[]} faults, each beginning with its place
 */
export function checkWordLists(root) {
  /** @type {string[]} */
  const faults = [];
  for (const language of targetLanguages) {
    const file = wordListFile(language);
    if (!fs.existsSync(path.join(root, file))) continue;
    const seen = new Set();
    for (const [at, line] of fs.readFileSync(path.join(root, file), 'utf8').split('\n').entries()) {
      if (line.trim() === '' || line.startsWith('#')) continue;
      const [word = '', reason = ''] = line.split('#').map((part) => part.trim());
      if (reason === '') faults.push(`${file}:${at + 1}: "${word}" has no reason`);
      if (seen.has(word)) faults.push(`${file}:${at + 1}: "${word}" stands here a second time`);
      seen.add(word);
    }
    if (seen.size > most) faults.push(`${file}: ${seen.size} words; ${most} at most`);
  }
  return faults;
}
