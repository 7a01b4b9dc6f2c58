import * as vscode from 'vscode';
import assert from 'node:assert/strict';
import { renamedSettings } from '../../src/core/renamedSettings';
import { settingNames } from '../../src/editor/settings';
import { extension, manifest } from '../support/extension';
import { settingsOf } from '../support/manifestSettings';

describe('manifest', () => {
  before(() => extension().activate());

  it('@quick names exactly the commands that are registered', async () => {
    const named = manifest().contributes.commands.map(({ command }) => command);
    const registered = (await vscode.commands.getCommands(true)).filter(
      // VS Code itself makes commands for a view: `aliada.chat.focus` and so on.
      (command) => command.startsWith('aliada.') && !command.startsWith('aliada.chat.'),
    );
    assert.deepEqual(registered.sort(), named.toSorted());
  });

  it('names exactly the settings that are read', () => {
    const named = Object.keys(settingsOf(manifest()));
    const before = renamedSettings.map(({ from }) => from);
    const read = [...Object.values(settingNames), ...before].map((name) => `aliada.${name}`);
    assert.deepEqual(read.sort(), named.toSorted());
  });

  it('lets an untrusted workspace change nothing that decides where code goes or what is sent', () => {
    const { capabilities } = extension().packageJSON as {
      capabilities: {
        untrustedWorkspaces: { supported: unknown; restrictedConfigurations: readonly string[] };
      };
    };
    const { supported, restrictedConfigurations } = capabilities.untrustedWorkspaces;
    assert.equal(supported, 'limited');
    const settings = settingsOf(manifest());
    // Whoever adds a setting decides here that it redirects and widens nothing.
    const harmless = [
      'aliada.language',
      'aliada.interfaceLanguage',
      'aliada.comments.language',
      'aliada.commits.language',
      'aliada.commitMessages.language',
      'aliada.explanations.level',
      'aliada.glossary.hover',
      'aliada.codeLens.enabled',
    ];
    for (const [name, { scope }] of Object.entries(settings)) {
      if (harmless.includes(name)) continue;
      const ofThePerson = scope === 'application' || scope === 'machine';
      assert.ok(ofThePerson || restrictedConfigurations.includes(name), name);
    }
    assert.equal(settings['aliada.allowedHosts']?.scope, 'application');
  });

  it('gives each setting the default that VS Code then hands out', () => {
    for (const [name, { default: value }] of Object.entries(settingsOf(manifest()))) {
      assert.deepEqual(vscode.workspace.getConfiguration().inspect(name)?.defaultValue, value, name);
    }
  });
});
