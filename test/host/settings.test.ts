// Notices in Basque and Spanish. cspell:disable
import * as vscode from 'vscode';
import assert from 'node:assert/strict';
import { Settings, settingNames } from '../../src/editor/settings';
import { closeEditors, extension, resetSettings, setting } from '../support/extension';
import { notices } from '../support/notices';

describe('the language of Aliada’s own words', () => {
  before(() => extension().activate());
  beforeEach(() => resetSettings());
  afterEach(() => resetSettings());

  /** Runs a command that has nothing to do, until its notice comes in the language that is expected. */
  async function untilSaid(expected: RegExp): Promise<void> {
    await closeEditors();
    const giveUp = performance.now() + 5_000;
    for (;;) {
      notices.forget();
      await vscode.commands.executeCommand('aliada.explainSelection');
      if (notices.shown.some((notice) => expected.test(notice))) return;
      assert.ok(performance.now() < giveUp, notices.shown.join(' · '));
      await new Promise((next) => setTimeout(next, 20));
    }
  }

  it('follows its setting at once, without a reload, and apart from the language of answers', async () => {
    await setting(settingNames.language, 'es');
    await setting(settingNames.interfaceLanguage, 'eu');
    await untilSaid(/^Hautatu/);
    await setting(settingNames.interfaceLanguage, 'es');
    await untilSaid(/^Selecciona/);
    // VS Code shows itself in English here.
    await setting(settingNames.interfaceLanguage, 'auto');
    await untilSaid(/^Select /);
  });
});

describe('a setting that has another name now', () => {
  const oldName = 'commitMessages.language';
  const written = (name: string): unknown =>
    vscode.workspace.getConfiguration('aliada').inspect(name)?.globalValue;
  let settings: Settings;

  beforeEach(() => {
    settings = new Settings({});
  });

  it('counts under the old name, is told of, and moves when the person wants it', async () => {
    notices.forget();
    await setting(oldName, 'gl');
    assert.equal(settings.answers().commitMessages, 'gl');
    const giveUp = performance.now() + 5_000;
    while (!notices.shown.some((notice) => notice.includes('aliada.commits.language'))) {
      assert.ok(performance.now() < giveUp, 'no notice');
      await new Promise((next) => setTimeout(next, 20));
    }
    assert.equal(written(oldName), 'gl', 'nothing moves by itself');
    await settings.moveRenamed();
    assert.equal(written(oldName), undefined);
    assert.equal(written(settingNames.commitsLanguage), 'gl');
    assert.equal(settings.answers().commitMessages, 'gl');
    await setting(settingNames.commitsLanguage, undefined);
    settings.dispose();
  });
});
