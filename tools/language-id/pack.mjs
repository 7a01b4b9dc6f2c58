import { languages } from './languages.mjs';

const classes = languages.length;

/**
 * Writes a classifier as `PackedModel` in `src/core/language/spoken/model.ts` describes it. The weights of a row are
 * shifted to a mean of nothing first, which changes no probability.
 *
 * @param {Float32Array} weights of all features, a row each
 * @param {Uint8Array} kept 1 for the features that are written
 * @param {{ stepOf: (scale: number) => number, packDigits: string }} format
 * @returns {{ gaps: string, rows: string }}
 */
export function pack(weights, kept, { stepOf, packDigits }) {
  const steps = Array.from({ length: 16 }, (_, scale) => stepOf(scale));
  let gaps = '';
  let rows = '';
  let last = -1;
  kept.forEach((isKept, feature) => {
    if (isKept === 0) return;
    let gap = feature - last;
    for (; gap >= 63; gap -= 63) gaps += packDigits[63];
    gaps += packDigits[gap];
    last = feature;
    const row = weights.subarray(feature * classes, (feature + 1) * classes);
    const mean = row.reduce((sum, weight) => sum + weight, 0) / classes;
    rows += packedRow(
      Array.from(row, (weight) => weight - mean),
      steps,
    )
      .map((digit) => packDigits[digit])
      .join('');
  });
  return { gaps, rows };
}

/**
 * @param {readonly number[]} row
 * @param {readonly number[]} steps ascending
 * @returns {number[]} digits of six bits
 */
function packedRow(row, steps) {
  const found = steps.findIndex((step) => row.every((weight) => steppedBy(weight, step) !== undefined));
  const scale = found === -1 ? steps.length - 1 : found;
  const step = steps[scale] ?? 1;
  const groups = [scale, ...row.map((weight) => (steppedBy(weight, step) ?? 7 * Math.sign(weight)) + 8)];
  const bits = groups.map((group) => group.toString(2).padStart(4, '0')).join('');
  return (bits.match(/.{6}/g) ?? []).map((six) => parseInt(six, 2));
}

/** @param {number} weight @param {number} step @returns {number | undefined} -8 to 7, where it can be said so */
function steppedBy(weight, step) {
  const steps = Math.round(weight / step);
  return steps >= -8 && steps <= 7 ? steps : undefined;
}
