// What is asked and answered is in Basque. cspell:disable
import * as vscode from 'vscode';
import assert from 'node:assert/strict';
import { settingNames } from '../../src/editor/settings';
import { answerConsent, extension, resetSettings, setting, useEndpoint, speak } from '../support/extension';
import { contextTooLong, unauthorized } from '../support/failures';
import { answer, endlessAnswer, json } from '../support/replies';
import { MODEL, startScriptedServer } from '../support/scriptedServer';
import type { ScriptedServer } from '../support/scriptedServer';
import { callWord, callsTool, toolCallStream, toolInput, toolName } from '../support/standIns/tools';

/** VS Code has it from 1.106 on. */
interface DataParts {
  readonly LanguageModelDataPart: { image(data: Uint8Array, mimeType: string): object };
}

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

  const user = (text: string): vscode.LanguageModelChatMessage => vscode.LanguageModelChatMessage.User(text);

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

  it('all that the server lists and that can chat are there once it has been asked, with their true context', async () => {
    server.models = [MODEL, 'BSC-LT/ALIA-40b-instruct-2606', 'BSC-LT/mRoBERTa'];
    // The settings are read anew, and the server is asked anew.
    await setting(settingNames.chatEndpoints, [{ url: server.url, model: 'BSC-LT/ALIA-40b-instruct-2606' }]);
    await setting(settingNames.chatEndpoints, [{ url: server.url, model: MODEL }]);
    server.script(answer('Bai.'));
    for await (const part of (await ask('Kaixo')).text) assert.ok(part);
    const offered = await vscode.lm.selectChatModels({ vendor: 'aliada' });
    assert.deepEqual(
      offered.map(({ name }) => name),
      [MODEL, 'BSC-LT/ALIA-40b-instruct-2606', 'Aliada'],
    );
    // What the server says goes before what the catalogue knows of ALIA: 8,192, of which 2,048 are the answer's.
    assert.deepEqual(
      offered.map(({ maxInputTokens }) => maxInputTokens),
      [6_144, 6_144, 6_144],
    );
    const [, alia] = offered;
    for await (const part of (await alia!.sendRequest([user('Kaixo')], {})).text) assert.ok(part);
    assert.equal(server.asked.at(-1)?.body.model, 'BSC-LT/ALIA-40b-instruct-2606');
  });

  it('counts tokens as the server does', async () => {
    server.script(answer('Bai.'));
    server.route('POST /tokenize', json({ count: 77, max_model_len: 8_192, tokens: [] }));
    for await (const part of (await ask('Kaixo')).text) assert.ok(part);
    assert.equal(await (await model()).countTokens('hitz batzuk'), 77);
    assert.equal(await (await model()).countTokens(user('hitz batzuk')), 77);
  });

  describe('tools that another extension offers', () => {
    const tools = [
      { name: toolName, description: 'Reads a file', inputSchema: { type: 'object', properties: {} } },
    ];

    async function send(
      messages: readonly vscode.LanguageModelChatMessage[],
      toolMode = vscode.LanguageModelChatToolMode.Auto,
    ): Promise<unknown[]> {
      const parts: unknown[] = [];
      const response = await (await model()).sendRequest([...messages], { tools, toolMode });
      for await (const part of response.stream) parts.push(part);
      return parts;
    }

    it('are called by the model, and their results reach it', async () => {
      server.script((request) =>
        (callsTool(request) ? toolCallStream() : answer('Bat gehitzen du.'))(request),
      );
      const [call] = await send([user(callWord)]);
      assert.ok(call instanceof vscode.LanguageModelToolCallPart);
      assert.deepEqual([call.name, call.input], [toolName, toolInput]);
      const result = new vscode.LanguageModelToolResultPart(call.callId, [
        new vscode.LanguageModelTextPart('def suma(a, b)'),
      ]);
      const parts = await send([
        user(callWord),
        vscode.LanguageModelChatMessage.Assistant([call]),
        vscode.LanguageModelChatMessage.User([result]),
      ]);
      const said = parts
        .map((part) => (part instanceof vscode.LanguageModelTextPart ? part.value : ''))
        .join('');
      assert.equal(said, 'Bat gehitzen du.');
      const told = server.asked.at(-1)?.body.messages ?? [];
      assert.deepEqual(
        told.map(({ role, content }) => [role, content]),
        [
          ['user', callWord],
          ['assistant', ''],
          ['tool', 'def suma(a, b)'],
        ],
      );
    });

    it('stay away from a server that refuses them; one that must be called is refused in words', async () => {
      const refusal = json({ error: { message: 'tools param requires --jinja flag', code: 500 } }, 500);
      server.script((request) => (request.body.tools === undefined ? answer('Bai.') : refusal)(request));
      const parts = await send([user('Kaixo')]);
      assert.equal((parts[0] as vscode.LanguageModelTextPart).value, 'Bai.');
      await assert.rejects(
        send([user('Kaixo')], vscode.LanguageModelChatToolMode.Required),
        /cannot call tools, and this request needs one/,
      );
    });
  });

  it('an image is refused in the person’s words, and nothing is sent', async () => {
    await speak('eu');
    try {
      const { LanguageModelDataPart: data } = vscode as unknown as DataParts;
      // A whole image: VS Code looks at it first.
      const file = vscode.Uri.joinPath(extension().extensionUri, 'media', 'icon.png');
      const image = data.image(await vscode.workspace.fs.readFile(file), 'image/png');
      server.forget();
      const message = vscode.LanguageModelChatMessage.User([image as vscode.LanguageModelTextPart]);
      const sending = (async () => {
        for await (const part of (await (await model()).sendRequest([message], {})).text) assert.ok(part);
      })();
      // VS Code hands on what fails at once as a bare object.
      await assert.rejects(sending, (error: Error) => error.message.includes('ezin dute irudirik ikusi'));
      assert.deepEqual(server.asked, []);
    } finally {
      await speak(undefined);
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
