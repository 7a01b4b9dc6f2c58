import assert from 'node:assert/strict';
import { isWanted, withLanguageToggled } from '../../../src/core/completion/scope';

describe('where completion is wanted', () => {
  it('everywhere, unless switched off as a whole or for a language', () => {
    assert.ok(isWanted({ enabled: true, languages: {} }, 'python'));
    assert.ok(!isWanted({ enabled: false, languages: { python: true } }, 'python'));
    assert.ok(!isWanted({ enabled: true, languages: { '*': true, markdown: false } }, 'markdown'));
    assert.ok(!isWanted({ enabled: true, languages: { '*': false } }, 'python'));
    assert.ok(isWanted({ enabled: true, languages: { '*': false, python: true } }, 'python'));
  });

  it('switching a language over twice leaves the setting as it was', () => {
    const before = { '*': true, markdown: false };
    const once = withLanguageToggled(before, 'python');
    assert.deepEqual(once, { '*': true, markdown: false, python: false });
    assert.deepEqual(withLanguageToggled(once, 'python'), before);
    assert.deepEqual(withLanguageToggled({ '*': false }, 'python'), { '*': false, python: true });
  });
});
