import fs from 'node:fs';
import path from 'node:path';
import { targetLanguages } from './languages.mjs';

/** Where one term per concept and language is settled. */
export const glossaryFile = 'docs/glossary.md';

/**
 * @typedef {{ readonly english: readonly RegExp[], readonly name: string,
 *   readonly terms: Readonly<Record<string, readonly string[]>> }} Concept
 * @typedef {{ readonly concepts: readonly Concept[],
 *   readonly keptOut: Readonly<Record<string, readonly { readonly word: string, readonly pattern: RegExp }[]>> }} Glossary
 */

/**
 * Texts that rightly do without the term of a concept, by its English name.
 * @type {Readonly<Record<string, Readonly<Record<string, string>>>>}
 */
const exceptions = {
  endpoint: {
    'Set up another endpoint…': 'the row is among servers, and the word for them is short',
  },
  chat: { 'made to complete, not to chat': 'a verb here' },
  token: {
    'Public models behind one address; chat only; needs a token': 'an access token',
    'Passwords and tokens are masked. Enter: exclude more files.': 'access tokens',
  },
  language: {
    'Open a file of the language first.': 'a programming language',
    'Choose a language to switch completion on or off in it': 'a programming language',
    'command.toggleCompletionForLanguage': 'a programming language',
    'config.completion.languages': 'an id of VS Code for a programming language',
    'config.codeLens.enabled': 'a programming language',
  },
  encrypted: { 'not encrypted: others can read it': 'a verb in Spanish and Galician' },
  allowed: { 'not sent: you have not allowed this server': 'a noun in every language' },
  completion: { 'config.group.completion': 'no room in Basque beside the tree' },
  computer: { 'walkthrough.privacy.title': 'no room in Basque, and the text below says it' },
};

/**
 * Reads the tables of the glossary: the terms, and the words that are kept out.
 * @param {string} root
 * @returns {Glossary | undefined} nothing where the project has no glossary
 */
export function readGlossary(root) {
  const file = path.join(root, glossaryFile);
  if (!fs.existsSync(file)) return undefined;
  const [terms = '', keptOut = ''] = fs.readFileSync(file, 'utf8').split('## Words that are kept out');
  return {
    concepts: rowsOf(terms.split('## Terms')[1] ?? '').flatMap(conceptOf),
    keptOut: Object.fromEntries(
      targetLanguages.map((language, at) => [
        language,
        rowsOf(keptOut)
          .flatMap((cells) => parts(cells[at + 1] ?? ''))
          .map((word) => ({ word, pattern: beginning(word) })),
      ]),
    ),
  };
}

/**
 * @param {Glossary} glossary
 * @param {string} key
 * @param {string} original the English
 * @param {string} translation
 * @param {string} language
 * @returns {string[]} what is wrong with the translation, without its place
 */
export function termFaults({ concepts, keptOut }, key, original, translation, language) {
  const [english, text] = [plain(original), plain(translation)];
  const faults = [];
  let rest = english;
  for (const { name, english: phrases, terms } of concepts) {
    const found = phrases.some((phrase) => phrase.test(rest));
    // A longer concept takes its words away: what is said of a programming language is not said of a language.
    for (const phrase of phrases) rest = rest.replaceAll(phrase, ' … ');
    const wanted = terms[language] ?? [];
    if (!found || wanted.length === 0 || exceptions[name]?.[key] !== undefined) continue;
    if (!wanted.some((term) => beginning(term).test(text))) {
      faults.push(`says ${name} in other words than "${wanted.join('", "')}" of ${glossaryFile}`);
    }
  }
  for (const { word, pattern } of keptOut[language] ?? []) {
    if (pattern.test(text)) faults.push(`says "${word}", which ${glossaryFile} keeps out`);
  }
  return faults;
}

/**
 * The cells of the rows of the first table in a text.
 * @param {string} text
 * @returns {string[][]}
 */
function rowsOf(text) {
  const rows = text
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) => line.split('|').slice(1, -1))
    .map((cells) => cells.map((cell) => cell.replaceAll(/[¹²³⁴⁵⁶⁷⁸⁹⁰]+|\([^)]*\)|_/g, '').trim()));
  return rows.slice(2);
}

/**
 * Verbs are left out: their forms have too little in common.
 * @param {string[]} cells
 * @returns {Concept[]}
 */
function conceptOf([name = '', ...cells]) {
  const nouns = parts(name).filter((one) => !one.startsWith('to ') && !['off', 'try again'].includes(one));
  if (nouns.length === 0) return [];
  const terms = Object.fromEntries(
    targetLanguages.map((language, at) => [
      language,
      parts(cells[at] ?? '').filter((term) => !term.startsWith('—')),
    ]),
  );
  const english = nouns.map((noun) => new RegExp(`(?<![\\w-])${noun}(?:s|es)?(?![\\w-])`, 'g'));
  return [{ name: nouns[0] ?? name, english, terms }];
}

/** @param {string} cell */
function parts(cell) {
  return cell
    .split(/[;,]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/**
 * A term in any of its forms: its words by their beginnings, with at most one word between two.
 * @param {string} term
 */
function beginning(term) {
  const words = plain(term).split(/\s+/);
  const stems = words.map((word) => {
    const stem = word.length > 7 ? word.slice(0, -3) : word.length > 4 ? word.slice(0, -1) : word;
    return `${stem.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)}[\\p{L}·’'-]*`;
  });
  return new RegExp(`(?<!\\p{L})${stems.join('\\s+(?:\\S+\\s+)?')}`, 'u');
}

/**
 * The words of a text, without accents, names, code, icons and addresses.
 * @param {string} text
 */
function plain(text) {
  return text
    .replaceAll(/`[^`]*`|\$\([a-z~-]+\)|\$\{[^}]*\}|\]\([^)]*\)|\S+\.md\b|VS Code(?:’s|'s)?/g, ' ')
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '');
}
