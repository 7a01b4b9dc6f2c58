import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

/** One version of the changelog. */
interface Section {
  readonly version: string;
  readonly date: string;
  readonly groups: readonly string[];
}

const page = readFileSync('CHANGELOG.md', 'utf8');
const sections: readonly Section[] = page
  .split(/^## /m)
  .slice(1)
  .map((text) => ({
    version: /^\[([^\]]+)\]/.exec(text)?.[1] ?? '',
    date: /^\[[^\]]+\] - (\S+)/.exec(text)?.[1] ?? '',
    groups: [...text.matchAll(/^### (.+)$/gm)].map(([, group = '']) => group),
  }));

describe('CHANGELOG.md', () => {
  it('begins with the version of package.json', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    assert.equal(sections[0]?.version, version);
  });

  it('has sections as Keep a Changelog has them, the newest first', () => {
    const kinds = ['Added', 'Changed', 'Deprecated', 'Removed', 'Fixed', 'Security'];
    for (const { version, date, groups } of sections) {
      assert.match(version, /^\d+\.\d+\.\d+(-[\w.]+)?$/);
      assert.match(date, /^(\d{4}-\d\d-\d\d|unreleased)$/, version);
      assert.ok(groups.length > 0 && groups.every((group) => kinds.includes(group)), groups.join(', '));
      assert.equal(new Set(groups).size, groups.length, version);
    }
    const numbers = sections.map(({ version }) => version.split(/[.-]/).map(Number));
    const sorted = numbers.toSorted((a, b) => b[0]! - a[0]! || b[1]! - a[1]! || b[2]! - a[2]!);
    assert.deepEqual(numbers, sorted);
  });

  it('leaves only the newest unreleased', () => {
    assert.ok(sections.slice(1).every(({ date }) => date !== 'unreleased'));
  });
});
