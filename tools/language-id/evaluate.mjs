import { languages } from './languages.mjs';

/** @typedef {import('./languages.mjs').Sample} Sample */
/** @typedef {{ right: number, all: number }} Count */

const brackets = /** @type {const} */ ([
  { name: '20–39', from: 20, to: 39 },
  { name: '40–80', from: 40, to: 80 },
  { name: '81–160', from: 81, to: 160 },
]);

/** @typedef {Sample & { guess: string, confidence: number, length: number }} Guessed */

/**
 * @param {readonly Sample[]} samples
 * @param {(text: string) => { language: string, confidence: number }} identify
 * @param {(text: string) => string} proseOf the part of a text that is looked at: a guess counts by its length
 * @returns {Guessed[]}
 */
export function guessesOf(samples, identify, proseOf) {
  return samples.map((sample) => {
    const { language, confidence } = identify(sample.text);
    return { ...sample, guess: language, confidence, length: proseOf(sample.text).length };
  });
}

/** @param {Guessed} guessed @returns {string | undefined} the name of its row in the table of accuracy */
export function bracketOf({ length }) {
  return brackets.find(({ from, to }) => length >= from && length <= to)?.name;
}

/**
 * The share of right guesses as a Markdown table, a row for each length.
 *
 * @param {readonly Guessed[]} guesses
 * @returns {string}
 */
export function accuracyTable(guesses) {
  const rows = brackets.map(({ name }) => {
    const within = guesses.filter((each) => bracketOf(each) === name);
    return [name, ...languages.map((language) => share(within.filter((each) => each.language === language)))];
  });
  return table(['characters', ...languages], rows);
}

/**
 * Which language (row) was taken for which (column), of 40 to 160 characters.
 *
 * @param {readonly Guessed[]} guesses
 * @returns {string}
 */
export function confusionTable(guesses) {
  const within = guesses.filter(({ length }) => length >= 40);
  const rows = languages.map((language) => [
    language,
    ...languages.map((guess) =>
      String(within.filter((each) => each.language === language && each.guess === guess).length),
    ),
  ]);
  return table(['', ...languages], rows);
}

/**
 * How often a guess of a given confidence is right.
 *
 * @param {readonly Guessed[]} guesses
 * @returns {string}
 */
export function calibrationTable(guesses) {
  const edges = [0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 1.01];
  const rows = edges.slice(0, -1).map((from, index) => {
    const within = guesses.filter(
      ({ confidence }) => confidence >= from && confidence < (edges[index + 1] ?? 2),
    );
    const mean = within.reduce((sum, { confidence }) => sum + confidence, 0) / within.length;
    return [`from ${from}`, String(within.length), (mean * 100).toFixed(1), share(within)];
  });
  return table(['confidence', 'texts', 'mean %', 'right %'], rows);
}

/**
 * The share of right guesses of several classifiers, for texts of 40 characters and more.
 *
 * @param {readonly Sample[]} samples
 * @param {readonly { name: string, identify: (text: string) => string }[]} classifiers
 * @param {(text: string) => string} proseOf
 * @returns {string}
 */
export function languageAccuracy(samples, classifiers, proseOf) {
  const rows = classifiers.flatMap(({ name, identify }) => {
    const guesses = guessesOf(samples, (text) => ({ language: identify(text), confidence: 1 }), proseOf);
    return brackets.slice(1).map(({ name: bracket }) => {
      const within = guesses.filter((each) => bracketOf(each) === bracket);
      return [
        `${name}, ${bracket}`,
        ...languages.map((language) => share(within.filter((each) => each.language === language))),
      ];
    });
  });
  return table(['', ...languages], rows);
}

/** @param {readonly Guessed[]} guesses @returns {string} percent */
function share(guesses) {
  if (guesses.length === 0) return '–';
  const right = guesses.filter(({ language, guess }) => language === guess).length;
  return `${((right / guesses.length) * 100).toFixed(2)}`;
}

/** @param {readonly string[]} head @param {readonly (readonly string[])[]} rows */
function table(head, rows) {
  const lines = [head, head.map((_, index) => (index === 0 ? '---' : '---:')), ...rows];
  return `${lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n`;
}
