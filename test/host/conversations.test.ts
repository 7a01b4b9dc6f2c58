// What is asked and shown is in Spanish. cspell:disable
import * as vscode from 'vscode';
import assert from 'node:assert/strict';
import {
  closeEditors,
  extension,
  readLog,
  resetSettings,
  useEndpoint,
  write,
  speak,
} from '../support/extension';
import { choose, forgetLists } from '../support/lists';
import { answer } from '../support/replies';
import { MODEL, startScriptedServer, type ScriptedServer } from '../support/scriptedServer';

describe('kept conversations', () => {
  let server: ScriptedServer;

  before(() => extension().activate());
  beforeEach(async () => {
    server = await startScriptedServer();
    await resetSettings();
    await useEndpoint(server);
    await speak('es');
    await vscode.commands.executeCommand('aliada.newChat');
  });
  afterEach(async () => {
    await vscode.commands.executeCommand('aliada.newChat');
    await closeEditors();
    await resetSettings();
    await server.stop();
  });

  async function explained(words: string): Promise<void> {
    server.script(answer(words));
    const editor = await write('python', '|def secretOfTheCode(a, b):\n    return a + b\n');
    editor.selection = new vscode.Selection(0, 0, 1, 16);
    await vscode.commands.executeCommand('aliada.explainSelection');
  }

  /** What the export of the open conversation reads. */
  async function exported(): Promise<string> {
    await vscode.commands.executeCommand('aliada.exportConversation');
    const document = vscode.window.activeTextEditor?.document;
    assert.equal(document?.languageId, 'markdown');
    return document.getText();
  }

  it('are exported as Markdown, with code, language, model and host; nothing of it is in the log', async () => {
    await explained('Suma secretOfTheAnswer.');
    const text = await exported();
    const { host } = new URL(server.url);
    assert.match(text, /^# Explica qué hace este código\. · .*\n\n.*20\d\d/);
    assert.ok(text.includes('```python\ndef secretOfTheCode(a, b):\n    return a + b\n```'), text);
    assert.ok(text.includes(`Suma secretOfTheAnswer.\n\n*Español · ${MODEL}@${host} · `), text);
    assert.doesNotMatch(await readLog(), /secretOf|Explica/);
  });

  it('an answer is asked for again and copied by commands', async () => {
    await explained('Suma.');
    server.script(answer('Suma dos números.'));
    await vscode.commands.executeCommand('aliada.regenerateAnswer');
    await vscode.commands.executeCommand('aliada.copyAnswer');
    assert.equal(await vscode.env.clipboard.readText(), 'Suma dos números.');
  });

  it('go with all that is kept of a person', async () => {
    await explained('Suma.');
    forgetLists();
    await choose(vscode.commands.executeCommand('aliada.deleteData'), /trash/);
    const before = vscode.workspace.textDocuments.length;
    await vscode.commands.executeCommand('aliada.exportConversation');
    assert.equal(vscode.workspace.textDocuments.length, before, 'there is nothing to export');
  });
});
