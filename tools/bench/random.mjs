/**
 * A small generator of even numbers in [0, 1) that gives the same row for the same seed (mulberry32, public domain,
 * by Tommy Ettinger).
 *
 * @param {string} seed
 * @returns {() => number}
 */
export function seeded(seed) {
  let state = 2166136261;
  for (const character of seed) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 16777619);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * @template T
 * @param {readonly T[]} list not empty
 * @param {() => number} random
 * @returns {T}
 */
export function pick(list, random) {
  return /** @type {T} */ (list[Math.floor(random() * list.length)]);
}
