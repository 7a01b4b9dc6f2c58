/**
 * @typedef {object} ChangelogEntry
 * @property {string} version
 * @property {string} date `YYYY-MM-DD`, or `unreleased`
 * @property {string[]} kinds of changes below it: Added, Fixed …
 */

/** Those of https://keepachangelog.com. */
const KINDS = ['Added', 'Changed', 'Deprecated', 'Removed', 'Fixed', 'Security'];

/**
 * @param {string} text of CHANGELOG.md
 * @returns {ChangelogEntry[]} in the order of the file
 */
export function readChangelog(text) {
  /** @type {ChangelogEntry[]} */
  const entries = [];
  for (const line of text.split('\n')) {
    const [, version = '', date = ''] = /^## \[([^\]]+)\] - (\S+)$/.exec(line) ?? [];
    if (version !== '') entries.push({ version, date, kinds: [] });
    else if (line.startsWith('## ')) entries.push({ version: line.slice(3), date: '', kinds: [] });
    else if (line.startsWith('### ')) entries.at(-1)?.kinds.push(line.slice(4));
  }
  return entries;
}

/**
 * Where the versions of the manifest, its lock file and the changelog do not agree, or the changelog is not in its form.
 *
 * @param {object} files
 * @param {{ version: string }} files.manifest
 * @param {{ version: string, packages: Record<string, { version?: string }> }} files.lock
 * @param {string} files.changelog
 * @param {{ publishing?: boolean }} [options] `publishing`: the newest version must have its date
 * @returns {string[]} a sentence for each fault
 */
export function releaseProblems({ manifest, lock, changelog }, { publishing = false } = {}) {
  const problems = [];
  const { version } = manifest;
  const entries = readChangelog(changelog);
  const [newest, ...older] = entries;
  if (!/^\d+\.\d+\.\d+$/.test(version)) {
    problems.push(`package.json: the marketplaces take versions such as 1.2.3, not ${version}.`);
  }
  for (const locked of [lock.version, lock.packages['']?.version]) {
    if (locked !== version) problems.push(`package-lock.json says ${locked}, package.json ${version}.`);
  }
  if (newest?.version !== version) {
    problems.push(`CHANGELOG.md begins with ${newest?.version ?? 'nothing'}, package.json says ${version}.`);
  }
  if (publishing && newest?.date === 'unreleased') {
    problems.push(`CHANGELOG.md: ${version} is still called unreleased; give it its date.`);
  }
  for (const entry of entries) {
    const mayWait = entry === newest && entry.date === 'unreleased';
    if (!mayWait && !isDay(entry.date))
      problems.push(`CHANGELOG.md: ${entry.version} needs a date YYYY-MM-DD.`);
    if (entry.kinds.length === 0) problems.push(`CHANGELOG.md: nothing stands below ${entry.version}.`);
    for (const kind of entry.kinds) {
      if (!KINDS.includes(kind)) problems.push(`CHANGELOG.md: ${kind} is none of ${KINDS.join(', ')}.`);
    }
  }
  for (const [index, entry] of older.entries()) {
    const above = /** @type {ChangelogEntry} */ (entries[index]);
    if (compareVersions(above.version, entry.version) <= 0) {
      problems.push(`CHANGELOG.md: ${above.version} stands above ${entry.version}.`);
    }
    if (isDay(above.date) && isDay(entry.date) && above.date < entry.date) {
      problems.push(`CHANGELOG.md: ${above.version} is older than ${entry.version} below it.`);
    }
  }
  return problems;
}

/** @param {string} date */
function isDay(date) {
  return /^\d{4}-\d{2}-\d{2}$/.test(date) && new Date(date).toJSON()?.startsWith(date) === true;
}

/**
 * @param {string} a
 * @param {string} b
 * @returns {number} below 0 where `a` is the older
 */
function compareVersions(a, b) {
  const [left, right] = [a, b].map((version) => version.split('.').map(Number));
  for (const index of [0, 1, 2]) {
    const difference = (left?.[index] ?? 0) - (right?.[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
