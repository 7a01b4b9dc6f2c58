import { ensureChromium } from '../chromium.mjs';
import { ensureEngine } from '../engine/setup.mjs';
import { ensureHost } from '../host/setup.mjs';

/**
 * @typedef {Awaited<ReturnType<typeof ensureEngine>>} Engine
 * @typedef {import('./tiers.mjs').Need} Need
 * @typedef {Pick<import('./tiers.mjs').Context, 'host' | 'chromiumPath' | 'engine'>} Prepared
 */

/**
 * Sets up what the tiers need, once and before the first of them, so that a missing network is not found out late.
 *
 * @param {Set<Need>} needs
 * @param {import('../lib/progress.mjs').Progress} progress
 * @returns {Promise<Prepared>}
 */
export async function ensureNeeds(needs, progress) {
  const prepared = {
    ...(needs.has('chromium') && { chromiumPath: await ensureChromium({ progress }) }),
    ...(needs.has('host') && { host: await ensureHost({ strict: true, progress }) }),
    ...(needs.has('engine') && { engine: await ensureEngine({ progress }) }),
  };
  // Not all of it may be there: a tier reads only what its `needs` name.
  return /** @type {Prepared} */ (prepared);
}
