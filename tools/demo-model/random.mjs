import { seeded } from '../bench/random.mjs';

/**
 * Random choices, the same for the same seed.
 *
 * @typedef {object} Random
 * @property {() => number} next from 0 to below 1
 * @property {(low: number, high: number) => number} int a whole number, both ends included
 * @property {<T>(list: readonly T[]) => T} pick
 * @property {(share: number) => boolean} chance
 */

/**
 * @param {number} seed
 * @returns {Random}
 */
export function createRandom(seed) {
  const next = seeded(`${seed}`);
  return {
    next,
    int: (low, high) => low + Math.floor(next() * (high - low + 1)),
    pick: (list) => /** @type {any} */ (list[Math.floor(next() * list.length)]),
    chance: (share) => next() < share,
  };
}
