import fs from 'node:fs';
import path from 'node:path';

/**
 * How long a text may be where there is little room, in characters, with what is filled in and icons left out. What a
 * place has room for was looked at in the narrowest that VS Code makes it.
 * @typedef {{ readonly place: string, readonly most: number, readonly within?: readonly RegExp[],
 *   readonly keys?: RegExp }} Place `within`: the names around a text of the code, as sources.mjs collects them;
 *   `keys`: those of package.nls.json
 */

/** @type {readonly Place[]} */
const places = [
  {
    place: 'a button of the chat',
    most: 24,
    within: [
      /^src\/core\/chat\/viewState\.ts (send|stop|newChat|copy|copied|insert|copyCode)$/,
      /^src\/core\/chat\/code\/words\.ts (apply|newFile|terminal)$/,
      /^src\/core\/chat\/history\/viewText\.ts (copyAnswer|regenerate|continue|edit|sendEdited|cancel|rename|delete|deleted|undo|deleteAll|current)$/,
    ],
  },
  {
    place: 'a button below an answer',
    most: 32,
    within: [/^src\/core\/chat\/driftNotes\.ts label$/],
  },
  {
    place: 'a chip of the chat, or an entry of its menu',
    most: 24,
    within: [
      /^src\/core\/chat\/viewAnswers\.ts (label|levelName)$/,
      /^src\/core\/chat\/viewState\.ts (scopeLabel|scopeConversation|scopeForGood|languagesLabel|levelsLabel)$/,
      /^src\/core\/chat\/viewModels\.ts menu$/,
    ],
  },
  {
    place: 'the chip of an attachment',
    most: 32,
    within: [/^src\/core\/chat\/attachment\.ts attachmentLabel$/],
  },
  { place: 'a fact of a model in its menu', most: 40, within: [/^src\/core\/chat\/viewModels\.ts parts$/] },
  {
    place: 'a thing to try in the empty chat',
    most: 48,
    within: [/^src\/core\/chat\/composer\/starters\.ts /],
  },
  {
    place: 'an entry of the lists behind / and #',
    most: 48,
    within: [/ (commandDescription|sourceDescription)$/],
  },
  {
    place: 'a button of a notice',
    most: 40,
    within: [/ remedyLabel$/, /^src\/editor\/.* (open|setUp|again|back|undo|move|off|keep|copy|decide)$/],
  },
  {
    place: 'words above code',
    most: 24,
    within: [/^src\/editor\/editing\/codeActions\.ts flatMap$/],
  },
  {
    place: 'a message in the status bar',
    most: 64,
    within: [/^src\/editor\/commands\.ts say$/, / setStatusBarMessage$/],
  },
  {
    place: 'an entry of the menu of the status bar',
    most: 56,
    within: [
      /^src\/editor\/statusMenu\.ts (label|heading)$/,
      /^src\/core\/completion\/describeFigures\.ts short$/,
    ],
  },
  { place: 'the title of a list', most: 64, within: [/^src\/editor\/.* title$/] },
  { place: 'a command in a menu', most: 60, keys: /^command\./ },
  { place: 'the name of a view', most: 16, keys: /^view\./ },
  { place: 'a command of @aliada in the list behind /', most: 56, keys: /^participant\./ },
  { place: 'a group of settings', most: 16, keys: /^config\.group\./ },
  {
    place: 'a level in the settings',
    most: 24,
    keys: /^config\.explanations\.level\.(beginner|standard|brief)$/,
  },
  { place: 'the title of the walkthrough', most: 28, keys: /^walkthrough\.title$/ },
  { place: 'the line below that title', most: 48, keys: /^walkthrough\.description$/ },
  { place: 'a step of the walkthrough', most: 26, keys: /^walkthrough\.\w+\.title$/ },
  { place: 'the text of a step', most: 230, keys: /^walkthrough\.\w+\.description$/ },
];

/**
 * Finds places that no text of this project has: a name in the code changed, and the table has to follow.
 * @param {string} root another project than Aliada has other places
 * @param {import('./table.mjs').Table} code
 * @param {import('./table.mjs').Table} manifest
 * @returns {string[]} what of the table is out of date
 */
export function checkPlaces(root, code, manifest) {
  /** @type {string[]} */
  const faults = [];
  if (!fs.existsSync(path.join(root, 'tools/l10n/places.mjs'))) return faults;
  for (const { place, within = [], keys } of places) {
    for (const pattern of within) {
      if (![...code.entries.values()].some((entry) => entry.within?.some((name) => pattern.test(name)))) {
        faults.push(`tools/l10n/places.mjs: ${place}: ${String(pattern)} is nowhere`);
      }
    }
    if (keys !== undefined && ![...manifest.entries.keys()].some((key) => keys.test(key))) {
      faults.push(`tools/l10n/places.mjs: ${place}: ${String(keys)} is nowhere`);
    }
  }
  return faults;
}

/**
 * Whether a text fits into the place that its English stands in.
 * @param {string} key
 * @param {import('./table.mjs').Entry} english
 * @param {string} text the English itself, or its translation
 * @returns {string[]} what is wrong, without its place in the file
 */
export function lengthFaults(key, english, text) {
  const length = shownLength(text);
  return places
    .filter(({ within = [], keys }) =>
      english.within === undefined
        ? keys?.test(key) === true
        : english.within.some((name) => within.some((pattern) => pattern.test(name))),
    )
    .filter(({ most }) => length > most)
    .map(({ place, most }) => `has ${length} characters; ${place} has room for ${most}`);
}

/** @param {string} text */
function shownLength(text) {
  const shown = text
    .replaceAll(/\n\[[^\]]*\]\([^)]*\)/g, '')
    .replaceAll(/\$\([a-z~-]+\)\s?/g, '')
    .replaceAll(/\{\w+\}/g, '');
  return [...shown.trim()].length;
}
