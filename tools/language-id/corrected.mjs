import { seeded } from '../bench/random.mjs';

/**
 * What a reader says of a text that has a label and a guess. `true`: it is in the language of its label, so that
 * another guess is an error; `both`: as good in the language guessed; `other`: in another language than its label,
 * mostly left untranslated; `none`: no prose, such as names, commands, lists of signs.
 *
 * @typedef {'true' | 'both' | 'other' | 'none'} Verdict
 */

/**
 * @typedef {object} Cell
 * @property {string} language
 * @property {string} bracket
 * @property {number} errors how many texts were guessed otherwise than their label
 * @property {number} rights how many were guessed as it
 * @property {readonly { verdict: Verdict, isWrong: boolean }[]} said
 */

const draws = 4000;

/**
 * The share of right guesses among the texts that are in the language of their label; a guess that is as good counts as
 * right. The interval of 95 % comes from what shares of the whole the texts that were read allow (Jeffreys).
 *
 * @param {Cell} cell
 */
export function correctedAccuracy(cell) {
  const wrong = cell.said.filter(({ isWrong }) => isWrong).map(({ verdict }) => verdict);
  const right = cell.said.filter(({ isWrong }) => !isWrong).map(({ verdict }) => verdict);
  const random = seeded(`${cell.language} ${cell.bracket}`);
  const [inError, asGood] = [count(wrong, 'true'), count(wrong, 'both')];
  const fair = count(right, 'true') + count(right, 'both');
  const mean = accuracy(cell, share(inError, wrong), share(asGood, wrong), share(fair, right));
  const whole = wrong.length === cell.errors;
  const possible = Array.from({ length: draws }, () => {
    // Where all errors were read, only chance in which texts there are is left: that is not what is asked here.
    const error = whole ? share(inError, wrong) : beta(inError, wrong.length - inError, random);
    const good = whole
      ? share(asGood, wrong)
      : (1 - error) * beta(asGood, wrong.length - inError - asGood, random);
    return accuracy(cell, error, good, beta(fair, right.length - fair, random));
  }).sort((a, b) => a - b);
  return {
    ...cell,
    wrong,
    right,
    raw: cell.rights / (cell.rights + cell.errors),
    mean,
    low: possible[Math.floor(draws * 0.025)] ?? mean,
    high: possible[Math.floor(draws * 0.975)] ?? mean,
  };
}

/** @param {readonly ReturnType<typeof correctedAccuracy>[]} cells @returns {string} Markdown */
export function noiseTable(cells) {
  const head =
    '| | errors | read | errors | as good | other | none | rights read | fair | raw % | corrected % | 95 % |';
  const rows = cells.map(({ language, bracket, errors, wrong, right, raw, mean, low, high }) => {
    const counts = /** @type {const} */ (['true', 'both', 'other', 'none']).map((verdict) =>
      count(wrong, verdict),
    );
    const fair = count(right, 'true') + count(right, 'both');
    const cells = [`${language}, ${bracket}`, errors, wrong.length, ...counts, right.length, fair];
    return `| ${[...cells, ...[raw, mean].map(percent), `${percent(low)} to ${percent(high)}`].join(' | ')} |`;
  });
  return `${[head, head.replace(/[^|]+/g, ' ---: '), ...rows].join('\n')}\n`;
}

/** @param {Cell} cell @param {number} error @param {number} asGood @param {number} fair shares */
function accuracy({ errors, rights }, error, asGood, fair) {
  const good = rights * fair + errors * asGood;
  return good + errors * error === 0 ? 1 : good / (good + errors * error);
}

/** @param {readonly Verdict[]} verdicts @param {Verdict} verdict */
function count(verdicts, verdict) {
  return verdicts.filter((each) => each === verdict).length;
}

/** @param {number} part @param {readonly unknown[]} all */
function share(part, all) {
  return all.length === 0 ? 0 : part / all.length;
}

/** @param {number} share */
function percent(share) {
  return (share * 100).toFixed(2);
}

/**
 * A share that is possible where so many were and so many were not: from the beta distribution with Jeffreys' prior.
 *
 * @param {number} were @param {number} wereNot @param {() => number} random
 */
function beta(were, wereNot, random) {
  const [one, other] = [gamma(were, random), gamma(wereNot, random)];
  return one / (one + other);
}

/** From the gamma distribution with the shape `whole + 1/2`. @param {number} whole @param {() => number} random */
function gamma(whole, random) {
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  let sum = normal ** 2 / 2;
  for (let each = 0; each < whole; each += 1) sum -= Math.log(1 - random());
  return sum;
}
