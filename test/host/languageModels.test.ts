import * as vscode from 'vscode';
import assert from 'node:assert/strict';
import { extension, resetSettings, useEndpoint } from '../support/extension';
import { unauthorized } from '../support/failures';
import { answer, endlessAnswer } from '../support/replies';
import { MODEL, startScriptedServer } from '../support/scriptedServer';
import type { ScriptedServer } from '../support/scriptedServer';

describe('in VS Code’s own chat, without Copilot', () => {
  let server: ScriptedServer;
  before(async () => {
    await extension().activate();
    server = await startScriptedServer();
    await useEndpoint(server);
  });
  beforeEach(() => server.forget());
  after(async () => {
    await resetSettings();
    await server.stop();
  });

  async function model(): Promise<vscode.LanguageModelChat> {
    const [first] = await vscode.lm.selectChatModels({ vendor: 'aliada' });
    assert.ok(first, 'no model of ours');
    return first;
  }

  async function ask(
    text: string,
    token?: vscode.CancellationToken,
  ): Promise<vscode.LanguageModelChatResponse> {
    return (await model()).sendRequest([vscode.LanguageModelChatMessage.User(text)], {}, token);
  }

  it('@quick its model is there under its own name, and its answer is streamed', async () => {
    server.script(answer('Egun on, mundua', { chunkSize: 4 }));
    assert.equal((await model()).name, MODEL);
    let text = '';
    for await (const part of (await ask('Kaixo')).text) text += part;
    assert.equal(text, 'Egun on, mundua');
    const { body } = await server.waitForRequest();
    assert.deepEqual(body.messages, [{ role: 'user', content: 'Kaixo' }]);
  });

  it('a cancelled request closes the connection', async () => {
    server.script(endlessAnswer('hitz '));
    const source = new vscode.CancellationTokenSource();
    const response = await ask('Kaixo', source.token);
    const request = await server.waitForRequest();
    source.cancel();
    assert.equal(await request.closed, 'closedByClient');
    await assert.rejects(async () => {
      for await (const part of response.text) assert.ok(part);
    });
  });

  it('a refused key is told as such', async () => {
    server.scriptNext(unauthorized());
    await assert.rejects(async () => {
      for await (const part of (await ask('Kaixo')).text) assert.ok(part);
    }, /127\.0\.0\.1/);
  });

  it('@aliada is asked and answers through the endpoint', async () => {
    server.script(answer('Hola.'));
    assert.equal((await model()).name, MODEL);
    await vscode.commands.executeCommand('workbench.action.chat.open', {
      query: '@aliada Què és una llista?',
    });
    const { body } = await server.waitForRequest(undefined, 20_000);
    assert.match(body.messages?.at(-1)?.content ?? '', /^Què és una llista\?/);
    assert.equal(body.messages?.[0]?.role, 'system');
  });
});
