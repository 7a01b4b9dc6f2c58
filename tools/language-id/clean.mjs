import { pick } from '../bench/random.mjs';
import { Classifier } from './classifier.mjs';
import { languages } from './languages.mjs';

/** @typedef {import('./languages.mjs').Sample} Sample */

const folds = 3;
const steps = 250_000;
const longest = 200;

/**
 * Leaves out texts that are in another language than they claim: a classifier that was trained on the other parts of
 * the texts is sure of it. English is believed sooner, since it is what translators leave.
 *
 * @param {readonly Sample[]} samples
 * @param {number} space
 * @param {(text: string) => Int32Array} featuresOf
 * @param {() => number} random
 * @returns {Sample[]}
 */
export function cleaned(samples, space, featuresOf, random) {
  const foldOf = samples.map(() => Math.floor(random() * folds));
  const isWrong = new Uint8Array(samples.length);
  for (let fold = 0; fold < folds; fold += 1) {
    const classifier = new Classifier(space);
    const pools = languages.map((language) =>
      samples.filter((sample, index) => foldOf[index] !== fold && sample.language === language),
    );
    for (let step = 0; step < steps; step += 1) {
      const truth = Math.floor(random() * languages.length);
      const { text } = pick(pools[truth] ?? [], random);
      classifier.learn(featuresOf(text.slice(0, longest)), truth, 0.3 * (1 - step / steps));
    }
    samples.forEach(({ language, source, text }, index) => {
      if (foldOf[index] !== fold || source === 'own') return;
      const chances = classifier.predict(featuresOf(text.slice(0, longest)));
      const best = Math.max(...chances);
      const guess = languages[chances.indexOf(best)];
      if (guess !== language && best >= (guess === 'en' ? 0.7 : 0.88)) isWrong[index] = 1;
    });
  }
  return samples.filter((_, index) => isWrong[index] === 0);
}
