import { pick } from '../bench/random.mjs';
import { languages } from './languages.mjs';

/** @typedef {import('./languages.mjs').Sample} Sample */

/** How often a training text is taken from those written here: more for Occitan, since only these are Aranese. */
const ownShare = 0.15;
/** How often, of the others, from the interface: shorter than help, and fewer than it. */
const interfaceShare = 0.4;
const ownOccitanShare = 0.3;
const withoutAccents = 0.04;
/** Of every second text some words are left out, lest it be known by a few words of LibreOffice's. */
const oneInWithGaps = 0.5;
const wordsLeftOut = 0.35;

/**
 * An endless row of training texts: every language as often, in pieces of 15 to 200 characters, some with gaps, some
 * without their accents, as people type.
 *
 * @param {readonly Sample[]} samples
 * @param {() => number} random
 * @returns {() => { text: string, truth: number }}
 */
export function examplesOf(samples, random) {
  const pools = languages.map((language) => {
    const all = samples.filter((sample) => sample.language === language);
    return {
      all,
      own: all.filter(({ source }) => source === 'own'),
      shown: all.filter(({ source }) => source === 'interface'),
      share: language === 'oc' ? ownOccitanShare : ownShare,
    };
  });
  return () => {
    const pool = pick(pools, random);
    const { all, own, shown, share } = pool;
    const others = random() < interfaceShare ? shown : all;
    const { text } = pick(random() < share ? own : others, random);
    const whole = pieceOf(text, 15 * (200 / 15) ** random(), random);
    const piece = random() < oneInWithGaps ? withGaps(whole, random) : whole;
    return {
      truth: pools.indexOf(pool),
      text: random() < withoutAccents ? piece.normalize('NFD').replace(/\p{M}/gu, '') : piece,
    };
  };
}

/** @param {string} text @param {number} length @param {() => number} random @returns {string} whole words */
function pieceOf(text, length, random) {
  if (text.length <= length) return text;
  const from = random() < 0.3 ? 0 : Math.floor(random() * (text.length - length));
  const start = text.lastIndexOf(' ', from) + 1;
  const end = text.indexOf(' ', start + Math.floor(length));
  return text.slice(start, end === -1 ? undefined : end);
}

/** @param {string} text @param {() => number} random @returns {string} */
function withGaps(text, random) {
  return text
    .split(' ')
    .filter(() => random() >= wordsLeftOut)
    .join(' ');
}
