import * as vscode from 'vscode';
import assert from 'node:assert/strict';
import { settingNames } from '../../src/editor/settings';
import { answerConsent, extension, resetSettings, setting, useEndpoint } from '../support/extension';
import { contextTooLong, unauthorized } from '../support/failures';
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

  it('what is too long is shortened once, and asked again', async () => {
    server.scriptNext(contextTooLong('llamaServer', 4_096, 9_000));
    server.script(answer('Bai.'));
    const long = 'hitz bat eta beste bat '.repeat(300);
    const said = [
      vscode.LanguageModelChatMessage.User('Argibideak'),
      vscode.LanguageModelChatMessage.Assistant(long),
      vscode.LanguageModelChatMessage.User(long),
      vscode.LanguageModelChatMessage.Assistant(long),
      vscode.LanguageModelChatMessage.User('Eta orain?'),
    ];
    let text = '';
    for await (const part of (await (await model()).sendRequest(said, {})).text) text += part;
    assert.equal(text, 'Bai.', 'nothing of ours stands in the answer');
    const [whole, shorter] = server.asked.map(({ body }) => body.messages ?? []);
    assert.equal(whole?.length, 5);
    assert.ok(shorter!.length < 5);
    assert.equal(shorter!.at(-1)?.content.endsWith('Eta orain?'), true);
  });

  it('another endpoint of the list answers while the chosen one is down', async () => {
    server.script(answer('Hemen.'));
    await setting(settingNames.chatEndpoints, [
      { url: 'http://127.0.0.1:9/v1', model: 'away' },
      { url: server.url, model: MODEL },
    ]);
    try {
      const chosen = (await vscode.lm.selectChatModels({ vendor: 'aliada' })).find(
        ({ name }) => name === 'away',
      );
      assert.ok(chosen, 'the chosen one is offered');
      await answerConsent(/Allow/);
      let text = '';
      const question = [vscode.LanguageModelChatMessage.User('Kaixo')];
      for await (const part of (await chosen.sendRequest(question, {})).text) text += part;
      assert.equal(text, 'Hemen.');
    } finally {
      await useEndpoint(server);
    }
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
