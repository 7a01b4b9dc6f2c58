import { execFileSync } from 'node:child_process';

/** The first moment that a zip archive can name: 1 January 1980. */
const EARLIEST = 315_532_800;

/**
 * The one time of all that is packaged: SOURCE_DATE_EPOCH, or else when the commit was made, or else, outside of git,
 * the earliest that an archive can name.
 *
 * @param {string} root
 * @returns {number} seconds since 1970
 */
export function sourceDateEpoch(root) {
  const given = process.env.SOURCE_DATE_EPOCH;
  if (given !== undefined && /^\d+$/.test(given)) return Math.max(Number(given), EARLIEST);
  try {
    const said = execFileSync('git', ['log', '-1', '--format=%ct'], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return Number(said);
  } catch {
    return EARLIEST;
  }
}
