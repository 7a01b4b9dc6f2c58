/**
 * @param {string} kind
 * @param {Record<string, string>} slots
 * @param {Partial<import('./program.mjs').Step>} [rest]
 * @returns {import('./program.mjs').Step}
 */
export const step = (kind, slots = {}, rest = {}) => ({ kind, slots, ...rest });
