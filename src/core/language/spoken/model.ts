import { featureSpace } from './features';

/** A trained classifier as `tools/language-id/train.mjs` writes it; all numbers are digits of `packDigits`. */
export interface PackedModel {
  /** What the scores are multiplied with to become calibrated. */
  readonly sharpness: number;
  /** How far each known feature is from the one before: a digit, or 63 and what remains. */
  readonly gaps: string;
  /** Six digits for each known feature: four bits of scale, then four bits for the weight of each class. */
  readonly rows: string;
}

/** Base64's. */
export const packDigits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
export const classCount = 8;

/** What a step of a weight is worth in a row with this scale, of 0 to 15. */
export function stepOf(scale: number): number {
  return 2 ** (scale / 3 - 4.5);
}

const digitsInRow = 6;
const steps = Float32Array.from({ length: 16 }, (_, scale) => stepOf(scale));
const valueOf = new Uint8Array(128);
for (let value = 0; value < packDigits.length; value += 1) valueOf[packDigits.charCodeAt(value)] = value;

/** A linear classifier over features: a row of weights for each feature that it knows. */
export class Model {
  readonly #packed: PackedModel;
  /** By feature: one more than the number of its row, or 0 where it is unknown. */
  readonly #rowOf = new Uint16Array(featureSpace);
  /** Rows are unpacked when a text first needs them: a language has use for a part of them. */
  readonly #weights: Float32Array;
  readonly #isUnpacked: Uint8Array;

  constructor(packed: PackedModel) {
    this.#packed = packed;
    const rows = packed.rows.length / digitsInRow;
    this.#weights = new Float32Array(rows * classCount);
    this.#isUnpacked = new Uint8Array(rows);
    let feature = -1;
    let row = 0;
    const { gaps } = packed;
    const rowOf = this.#rowOf;
    for (let at = 0; at < gaps.length; at += 1) {
      const gap = valueOf[gaps.charCodeAt(at)] ?? 0;
      feature += gap;
      if (gap < 63) rowOf[feature] = ++row;
    }
  }

  /** How probable each class is, given these features. */
  probabilities(features: Int32Array): number[] {
    const scores = new Float64Array(classCount);
    let known = 0;
    for (const feature of features) {
      const row = (this.#rowOf[feature] ?? 0) - 1;
      if (row < 0) continue;
      if (this.#isUnpacked[row] === 0) this.#unpack(row);
      known += 1;
      const from = row * classCount;
      for (let each = 0; each < classCount; each += 1) {
        scores[each] = (scores[each] ?? 0) + (this.#weights[from + each] ?? 0);
      }
    }
    const scale = this.#packed.sharpness / Math.sqrt(Math.max(1, known));
    const highest = Math.max(...scores);
    const parts = Array.from(scores, (score) => Math.exp((score - highest) * scale));
    const all = parts.reduce((sum, part) => sum + part, 0);
    return parts.map((part) => part / all);
  }

  #unpack(row: number): void {
    const { rows } = this.#packed;
    const from = row * digitsInRow;
    // Six digits are two numbers of 18 bits, and those nine groups of four bits.
    const first = (digit(rows, from) << 12) | (digit(rows, from + 1) << 6) | digit(rows, from + 2);
    const second = (digit(rows, from + 3) << 12) | (digit(rows, from + 4) << 6) | digit(rows, from + 5);
    const step = steps[first >> 14] ?? 0;
    const groups = [
      (first >> 10) & 15,
      (first >> 6) & 15,
      (first >> 2) & 15,
      ((first & 3) << 2) | (second >> 16),
      (second >> 12) & 15,
      (second >> 8) & 15,
      (second >> 4) & 15,
      second & 15,
    ];
    groups.forEach((group, each) => (this.#weights[row * classCount + each] = (group - 8) * step));
    this.#isUnpacked[row] = 1;
  }
}

function digit(text: string, at: number): number {
  return valueOf[text.charCodeAt(at)] ?? 0;
}
