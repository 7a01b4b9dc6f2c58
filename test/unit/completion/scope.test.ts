import assert from 'node:assert/strict';
import { isWanted, readCompletionScope, withLanguage } from '../../../src/core/completion/scope';

describe('where completion is wanted', () => {
  it('everywhere, unless switched off as a whole or for a language', () => {
    assert.ok(isWanted({ enabled: true, languages: {} }, 'python'));
    assert.ok(!isWanted({ enabled: false, languages: { python: true } }, 'python'));
    assert.ok(!isWanted({ enabled: true, languages: { '*': true, markdown: false } }, 'markdown'));
    assert.ok(!isWanted({ enabled: true, languages: { '*': false } }, 'python'));
    assert.ok(isWanted({ enabled: true, languages: { '*': false, python: true } }, 'python'));
  });

  it('an entry that would only repeat the rule for all is left out', () => {
    const before = { '*': true, markdown: false };
    const off = withLanguage(before, 'python', false);
    assert.deepEqual(off, { '*': true, markdown: false, python: false });
    assert.deepEqual(withLanguage(off, 'python', true), before);
    assert.deepEqual(withLanguage({ '*': false }, 'python', true), { '*': false, python: true });
  });

  it('reads whatever stands in the settings', () => {
    const all = { enabled: true, languages: {}, comments: true, strings: true };
    assert.deepEqual(readCompletionScope({ enabled: null, languages: null }), all);
    assert.deepEqual(readCompletionScope({ enabled: 'no', languages: 'python', comments: 1 }), all);
    assert.deepEqual(
      readCompletionScope({
        enabled: false,
        languages: { python: false, rust: 'no', '*': null },
        strings: false,
      }),
      {
        enabled: false,
        languages: { python: false },
        comments: true,
        strings: false,
      },
    );
  });
});
