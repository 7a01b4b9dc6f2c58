import * as vscode from 'vscode';
import assert from 'node:assert/strict';
import { settingNames } from '../../src/editor/settings';
import {
  answerConsent,
  extension,
  resetSettings,
  setting,
  useEndpoint,
  write,
  closeEditors,
  trigger,
} from '../support/extension';
import { answer } from '../support/replies';
import { startScriptedServer } from '../support/scriptedServer';
import type { ScriptedServer } from '../support/scriptedServer';

const uri = vscode.Uri.from({ scheme: 'aliada-report', path: '/Aliada, diagnosis.md' });

/** The text of the report, as the preview reads it. */
async function report(): Promise<string> {
  return (await vscode.workspace.openTextDocument(uri)).getText();
}

describe('fallbacks and the diagnosis, in the editor', () => {
  let server: ScriptedServer;
  before(async () => {
    await extension().activate();
    await setting(settingNames.language, 'en');
  });
  beforeEach(async () => {
    server = await startScriptedServer();
    server.script(answer('one, two, three'));
  });
  afterEach(async () => {
    await vscode.commands.executeCommand('notifications.clearAll');
    await closeEditors();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await server.stop();
  });
  after(resetSettings);

  it('diagnoses every endpoint of the settings and shows the report', async () => {
    await useEndpoint(server);
    server.script(answer('It is a name for a value that is kept and that can be changed by the program.'));
    await vscode.commands.executeCommand('aliada.diagnoseEndpoint');
    const text = await report();
    assert.match(text, /# Aliada: diagnosis of the endpoints/);
    assert.match(text, new RegExp(`## 127\\.0\\.0\\.1:${server.port}`));
    assert.match(text, /\| Answers in Basque \| no; it came in another language: English \|/);
    // Completion, chat, and a line in each of four languages.
    assert.equal(server.asked.length, 6);
  });

  it('completes through the second server while the first is down', async () => {
    await useEndpoint(server);
    await setting(settingNames.chatEndpoints, [{ url: 'http://127.0.0.1:9/v1', model: 'away' }]);
    await answerConsent(/Allow/);
    await setting(settingNames.chatEndpoints, [
      { url: 'http://127.0.0.1:9/v1', model: 'away' },
      { url: server.url, model: 'here' },
    ]);
    await write('python', 'a = |');
    await trigger();
    const request = await server.waitForRequest();
    assert.equal(request.body.model, 'here');
  });
});
