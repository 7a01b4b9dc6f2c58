import { faults } from './faults.mjs';
import { gapOf, kinds, linesOf } from './places.mjs';
import { pick, seeded } from './random.mjs';

/**
 * One case: what a model wrote for a gap of a true file, with the file that should come out.
 *
 * @typedef {object} Case
 * @property {string} id
 * @property {string} vscodeLanguageId
 * @property {string} prefix
 * @property {string} suffix
 * @property {string} output
 * @property {string} middle
 * @property {string} truth
 * @property {string} variant the fault
 * @property {string} kind the place
 */

const prefixLength = 6_000;
const suffixLength = 3_000;

/**
 * Cases of a file, one per kind of place and round, each with every fault or with some.
 *
 * @param {{ path: string, text: string, languageId: string }} file
 * @param {{ gaps: number, perGap: number }} options how many gaps of a file, and how many faults beside the right output
 * @returns {Generator<Case>}
 */
export function* casesOf({ path, text, languageId }, { gaps, perGap }) {
  const random = seeded(path);
  const lines = linesOf(text);
  if (lines.length < 8) return;
  for (let round = 0; round < gaps; round += 1) {
    const kind = pick(kinds, random);
    const gap = gapOf(text, lines, kind, random);
    if (gap === undefined) continue;
    const start = text.indexOf('\n', Math.max(-1, gap.from - prefixLength - 1)) + 1;
    const prefix = text.slice(gap.from > prefixLength && start <= gap.from ? start : 0, gap.from);
    const suffix = suffixOf(text, gap.to, random);
    const middle = text.slice(gap.from, gap.to);
    const hole = { prefix, middle, suffix, languageId, other: elsewhere(lines, gap, random) };
    const names = Object.keys(faults).slice(1);
    const chosen = new Set(['right']);
    while (chosen.size < Math.min(perGap + 1, names.length + 1)) chosen.add(pick(names, random));
    for (const variant of chosen) {
      const output = faults[variant]?.(hole, random);
      if (output === undefined || (variant !== 'right' && output === middle)) continue;
      const id = `${path}:${gap.from}:${variant}`;
      const truth = prefix + middle + suffix;
      yield { id, vscodeLanguageId: languageId, prefix, suffix, output, middle, truth, variant, kind };
    }
    yield* autoClosed({ ...hole, path, gap, kind });
    yield* windowsFile({ ...hole, path, gap, kind });
  }
}

/**
 * The bracket that an editor closed by itself stands behind the cursor; the file has it somewhere in the middle.
 *
 * @param {import('./faults.mjs').Hole & { path: string, gap: import('./places.mjs').Gap, kind: string }} hole
 * @returns {Generator<Case>}
 */
function* autoClosed({ prefix, middle, suffix, languageId, path, gap, kind }) {
  const closer = { '(': ')', '[': ']', '{': '}' }[prefix.at(-1) ?? ''];
  if (kind !== 'endOfLine' || closer === undefined || !middle.includes(closer)) return;
  const truth = prefix + middle + suffix;
  const id = `${path}:${gap.from}:autoClosed`;
  const output = `${middle}\n`;
  yield {
    id,
    vscodeLanguageId: languageId,
    prefix,
    suffix: closer + suffix,
    output,
    middle,
    truth,
    variant: 'autoClosed',
    kind,
  };
}

/**
 * A file with Windows' line ends, for which the model has written its own kind and run on.
 *
 * @param {import('./faults.mjs').Hole & { path: string, gap: import('./places.mjs').Gap, kind: string }} hole
 * @returns {Generator<Case>}
 */
function* windowsFile({ prefix, middle, suffix, languageId, path, gap, kind }) {
  const lines = suffix.split('\n');
  const output = `${middle}${lines.slice(0, 3).join('\n')}\n`;
  if (gap.from % 4 > 0 || lines.slice(0, 3).join('').trim() === '') return;
  const truth = prefix + middle + suffix;
  const windows = (/** @type {string} */ text) => text.replaceAll('\n', '\r\n');
  yield {
    id: `${path}:${gap.from}:windowsFile`,
    vscodeLanguageId: languageId,
    prefix: windows(prefix),
    suffix: windows(suffix),
    output,
    middle,
    truth,
    variant: 'windowsFile',
    kind,
  };
}

/** @param {string} text @param {number} from @param {() => number} random @returns {string} */
function suffixOf(text, from, random) {
  if (text.length - from <= suffixLength && random() < 0.8) return text.slice(from);
  const end = text.indexOf('\n', from + Math.floor(random() * suffixLength));
  return end < 0 ? text.slice(from) : text.slice(from, end + 1);
}

/**
 * @param {import('./places.mjs').Line[]} lines
 * @param {import('./places.mjs').Gap} gap
 * @param {() => number} random
 * @returns {string} some lines from a place far from the gap, where a block begins if one is found
 */
function elsewhere(lines, gap, random) {
  for (let tries = 0; tries < 20; tries += 1) {
    const at = Math.floor(random() * lines.length);
    const line = lines[at];
    if (line === undefined || line.text.trim() === '' || Math.abs(line.start - gap.from) < 800) continue;
    if (tries < 15 && (lines[at - 1]?.text.trim() !== '' || line.indent > 4)) continue;
    return lines
      .slice(at, at + 3 + Math.floor(random() * 6))
      .map(({ text }) => text)
      .join('\n');
  }
  return 'value = another_name(1)\nreturn_nothing(value)';
}
