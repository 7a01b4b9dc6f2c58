// What the model is told is in Galician and Basque. cspell:disable
import * as vscode from 'vscode';
import assert from 'node:assert/strict';
import { promptsFor } from '../../src/core/chat/prompts/forLanguage';
import { settingNames } from '../../src/editor/settings';
import { closeEditors, extension, resetSettings, setting, useEndpoint, write } from '../support/extension';
import { answer } from '../support/replies';
import { startScriptedServer, type ScriptedServer } from '../support/scriptedServer';

describe('the settings of answers', () => {
  let server: ScriptedServer;

  before(() => extension().activate());
  beforeEach(async () => {
    server = await startScriptedServer();
    await resetSettings();
    await useEndpoint(server);
    server.script(answer('Feito.'));
  });
  afterEach(async () => {
    await vscode.commands.executeCommand('aliada.newChat');
    await closeEditors();
    await resetSettings();
    await server.stop();
  });

  /** Explains a selection and returns what the model was told, and asked. */
  async function explain(): Promise<readonly [string, string]> {
    const editor = await write('python', '|def add(a, b):\n    return a + b\n');
    editor.selection = new vscode.Selection(0, 0, 1, 16);
    server.forget();
    await vscode.commands.executeCommand('aliada.explainSelection');
    const messages = server.asked[0]?.body.messages ?? [];
    return [messages[0]?.content ?? '', messages.at(-1)?.content ?? ''];
  }

  it('shape what the model is told: language, level and language of comments', async () => {
    await setting(settingNames.language, 'gl');
    await setting(settingNames.explanationsLevel, 'brief');
    await setting(settingNames.commentsLanguage, 'en');
    const [told, asked] = await explain();
    const { system, levels, commands } = promptsFor('gl');
    assert.equal(
      told,
      [system, levels.brief, 'Escribe en inglés os comentarios que poñas no código.'].join('\n'),
    );
    assert.ok(asked.includes(commands.explain), asked);
  });

  it('count as left out where they hold what nobody offers', async () => {
    await setting(settingNames.language, 'eu');
    await setting(settingNames.explanationsLevel, 'wordy');
    await setting(settingNames.commentsLanguage, 7);
    const [told] = await explain();
    const { system, levels } = promptsFor('eu');
    assert.equal(
      told,
      [system, levels.standard, 'Idatzi euskaraz kodean jartzen dituzun iruzkinak.'].join('\n'),
    );
  });
});
