import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { movesOf, renamedSettings, valueOf } from '../../src/core/renamedSettings';
import { settingsOf, type ManifestWithSettings } from '../support/manifestSettings';

describe('a setting that has another name now', () => {
  it('counts under the old one until there is a value under the new one', () => {
    assert.equal(valueOf({ defaultValue: 'same' }, { globalValue: 'eu', defaultValue: 'same' }), 'eu');
    assert.equal(valueOf({ globalValue: 'gl', defaultValue: 'same' }, { globalValue: 'eu' }), 'gl');
    assert.equal(valueOf({ defaultValue: 'same' }, { defaultValue: 'other' }), 'same');
    assert.equal(valueOf({ defaultValue: 'same' }, undefined), 'same');
  });

  it('counts by the nearest place first, whatever its name there', () => {
    assert.equal(valueOf({ globalValue: 'gl' }, { workspaceValue: 'eu' }), 'eu');
    assert.equal(valueOf({ workspaceValue: 'gl' }, { globalValue: 'eu' }), 'gl');
    assert.equal(valueOf({ workspaceValue: 'gl' }, { workspaceFolderValue: 'eu' }), 'eu');
  });

  it('moves every value in its own place, and overwrites none', () => {
    assert.deepEqual(movesOf({ globalValue: 'gl' }, { globalValue: 'eu', workspaceValue: 'ca' }), [
      { place: 'workspaceValue', value: 'ca' },
      { place: 'globalValue' },
    ]);
    assert.deepEqual(movesOf({ globalValue: 'gl' }, { defaultValue: 'same' }), []);
  });

  it('keeps type, values and default, and says in the manifest what it is called now', () => {
    const settings = settingsOf(JSON.parse(readFileSync('package.json', 'utf8')) as ManifestWithSettings);
    const texts = JSON.parse(readFileSync('package.nls.json', 'utf8')) as Readonly<Record<string, string>>;
    for (const { from, to } of renamedSettings) {
      const [before, now] = [settings[`aliada.${from}`], settings[`aliada.${to}`]];
      assert.ok(before && now, from);
      const message = texts[before.markdownDeprecationMessage?.replaceAll('%', '') ?? ''];
      assert.ok(message?.includes(`#aliada.${to}#`), from);
      assert.deepEqual(
        [before.type, before.enum, before.default, before.scope],
        [now.type, now.enum, now.default, now.scope],
      );
      assert.equal(now.markdownDeprecationMessage, undefined);
    }
  });
});
