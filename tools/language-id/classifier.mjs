import { languages } from './languages.mjs';

const classes = languages.length;

/** The share of certainty that goes to the other languages: keeps weights small. */
const doubt = 0.02;

/** Logistic regression over hashed features, trained one text at a time with AdaGrad. */
export class Classifier {
  /** @param {number} space how many features there may be */
  constructor(space) {
    this.weights = new Float32Array(space * classes);
    this.seen = new Float32Array(space);
    /** @type {Uint8Array | undefined} 1 for the features that may be used; all where undefined */
    this.kept = undefined;
    this.#chances = new Float64Array(classes);
  }

  #chances;

  /**
   * @param {Int32Array} features
   * @returns {Float64Array} the probability of each language; the same array each time
   */
  predict(features) {
    const { weights } = this;
    const scores = this.#chances.fill(0);
    for (const feature of features) {
      const from = feature * classes;
      for (let each = 0; each < classes; each += 1) {
        scores[each] = (scores[each] ?? 0) + (weights[from + each] ?? 0);
      }
    }
    const scale = 1 / Math.sqrt(Math.max(1, features.length));
    const highest = Math.max(...scores) * scale;
    for (let each = 0; each < classes; each += 1) {
      scores[each] = Math.exp((scores[each] ?? 0) * scale - highest);
    }
    const all = scores.reduce((sum, score) => sum + score, 0);
    for (let each = 0; each < classes; each += 1) scores[each] = (scores[each] ?? 0) / all;
    return scores;
  }

  /**
   * @param {Int32Array} features
   * @returns {Int32Array} those that may be used, in the same memory
   */
  usable(features) {
    const { kept } = this;
    if (kept === undefined) return features;
    let count = 0;
    for (const feature of features) {
      if (kept[feature] === 1) features[count++] = feature;
    }
    return features.subarray(0, count);
  }

  /**
   * @param {Int32Array} features
   * @param {number} truth index of the language
   * @param {number} rate
   */
  learn(features, truth, rate) {
    const { weights, seen } = this;
    const slope = this.predict(features);
    let square = 0;
    for (let each = 0; each < classes; each += 1) {
      const error = (slope[each] ?? 0) - (each === truth ? 1 - doubt : doubt / (classes - 1));
      slope[each] = error;
      square += error ** 2;
    }
    if (square < 1e-6) return;
    const scale = 1 / Math.sqrt(features.length);
    for (const feature of features) {
      const learnt = (seen[feature] ?? 0) + square * scale * scale;
      seen[feature] = learnt;
      const step = (rate * scale) / Math.sqrt(learnt);
      const from = feature * classes;
      for (let each = 0; each < classes; each += 1) {
        weights[from + each] = (weights[from + each] ?? 0) - step * (slope[each] ?? 0);
      }
    }
  }

  /**
   * Keeps the features that matter most, by the spread of their weights and how much was learnt from them.
   *
   * @param {number} count
   */
  keep(count) {
    const worth = this.seen.map((seen, feature) => {
      const row = this.weights.subarray(feature * classes, (feature + 1) * classes);
      const mean = row.reduce((sum, weight) => sum + weight, 0) / classes;
      return Math.sqrt(row.reduce((sum, weight) => sum + (weight - mean) ** 2, 0)) * seen ** 0.25;
    });
    const least = worth.slice().sort()[worth.length - count] ?? 0;
    const kept = Uint8Array.from(worth, (value) => (value >= least ? 1 : 0));
    for (let at = 0; at < this.weights.length; at += 1) {
      if (kept[Math.floor(at / classes)] === 0) this.weights[at] = 0;
    }
    this.kept = kept;
    this.seen.fill(0);
  }
}
