/** As `package.json` has it. */
const standard = 365;

/**
 * The days that `aliada.history.keepDays` names: whole and not below 0. Anything else counts as left out: a slip must
 * not delete what somebody wanted to keep.
 */
export function readKeepDays(value: unknown): number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : standard;
}
