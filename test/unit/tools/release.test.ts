import assert from 'node:assert/strict';
import { noticesIn } from '../../../tools/package/noticesText.mjs';
import { packagedReadme } from '../../../tools/package/readme.mjs';
import { releaseProblems } from '../../../tools/package/release.mjs';

const good =
  '# Changelog\n\n## [1.1.0] - 2026-12-01\n\n### Added\n\n- A.\n\n## [1.0.0] - 2026-11-01\n\n### Fixed\n\n- B.\n';

function problems(changelog: string, version = '1.1.0', locked = version, publishing = false): string[] {
  const lock = { version: locked, packages: { '': { version: locked } } };
  return releaseProblems({ manifest: { version }, lock, changelog }, { publishing });
}

describe('versions and changelog', () => {
  it('agree, or each difference is named', () => {
    assert.deepEqual(problems(good), []);
    assert.match(problems(good, '1.2.0').join(), /begins with 1\.1\.0, package\.json says 1\.2\.0/);
    assert.match(problems(good, '1.1.0', '1.0.0').join(), /package-lock\.json says 1\.0\.0/);
    assert.match(problems(good.replace('1.1.0', '1.1.0-beta.1'), '1.1.0-beta.1').join(), /1\.2\.3/);
  });

  it('wait for a date only at the top, and not when it is published', () => {
    const waiting = good.replace('2026-12-01', 'unreleased');
    assert.deepEqual(problems(waiting), []);
    assert.match(problems(waiting, '1.1.0', '1.1.0', true).join(), /still called unreleased/);
    assert.match(problems(good.replace('2026-11-01', 'unreleased')).join(), /1\.0\.0 needs a date/);
    assert.match(problems(good.replace('2026-12-01', '2026-13-41')).join(), /1\.1\.0 needs a date/);
  });

  it('go down from the newest, with the headings of Keep a Changelog', () => {
    assert.match(problems(good.replace('[1.0.0]', '[1.1.0]')).join(), /stands above/);
    assert.match(problems(good.replace('2026-11-01', '2026-12-02')).join(), /is older than/);
    assert.match(problems(good.replace('### Added', '### News')).join(), /News is none of/);
    assert.match(problems(good.replace('### Added\n', '')).join(), /nothing stands below 1\.1\.0/);
  });
});

describe('the README in the package', () => {
  it('keeps words and links of the web, and drops pictures and links of the repository', () => {
    const text = [
      '# A',
      '![One](docs/one.png)',
      '_What it shows,\nin two lines._',
      'See [how](docs/how.md), [there](https://example.org/a), [below](#b) and ![badge](https://example.org/b.svg).',
      '<img src="docs/two.png" alt="Two">',
      'End.',
    ].join('\n\n');
    assert.equal(
      packagedReadme(text),
      '# A\n\nSee how, [there](https://example.org/a), [below](#b) and ![badge](https://example.org/b.svg).\n\nEnd.',
    );
  });
});

describe('notices in the comments of a library', () => {
  it('are found whole, and without the marks of a comment', () => {
    const source = [
      '/*! tool | (c) A and others | MIT */',
      '/**',
      ' * Copyright B',
      ' *',
      ' *   All rights.',
      ' */',
      'const a = 1; // no notice',
      '// Copyright C',
      '// goes on',
      '',
    ].join('\n');
    assert.deepEqual(noticesIn(source), [
      'tool | (c) A and others | MIT',
      'Copyright B\n\n  All rights.',
      'Copyright C\ngoes on',
    ]);
  });
});
