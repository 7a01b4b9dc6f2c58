import * as vscode from 'vscode';
import assert from 'node:assert/strict';
import { settingNames } from '../../src/editor/settings';
import { extension, manifest } from '../support/extension';

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
    const named = Object.keys(manifest().contributes.configuration.properties);
    const read = Object.values(settingNames).map((name) => `aliada.${name}`);
    assert.deepEqual(read.sort(), named.toSorted());
  });

  it('gives each setting the default that VS Code then hands out', () => {
    for (const [name, { default: value }] of Object.entries(
      manifest().contributes.configuration.properties,
    )) {
      assert.deepEqual(vscode.workspace.getConfiguration().inspect(name)?.defaultValue, value, name);
    }
  });
});
