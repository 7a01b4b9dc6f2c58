// Questions and commands in Spanish, Catalan and Basque. cspell:disable
import * as vscode from 'vscode';
import assert from 'node:assert/strict';
import { promptsFor } from '../../src/core/chat/prompts/forLanguage';
import { registerParticipant, type ParticipantParts } from '../../src/editor/chat/participant';
import { registerLanguageModels, type LanguageModelParts } from '../../src/editor/languageModels/provider';
import { closeEditors, extension, resetSettings, useEndpoint, write, speak } from '../support/extension';
import type { RecordedRequest } from '../support/recordedRequest';
import { answer } from '../support/replies';
import { MODEL, startScriptedServer, type ScriptedServer } from '../support/scriptedServer';

const code = 'def suma(a, b):\n    return a + b\n';

describe('@aliada in VS Code’s own chat', () => {
  let server: ScriptedServer;

  before(async () => {
    await extension().activate();
    server = await startScriptedServer();
    await useEndpoint(server);
    await speak('es');
    await vscode.lm.selectChatModels({ vendor: 'aliada' });
  });
  beforeEach(async () => {
    server.forget();
    server.script(answer('Suma dos números y devuelve el resultado.'));
    await vscode.commands.executeCommand('workbench.action.chat.newChat');
  });
  afterEach(closeEditors);
  after(async () => {
    await resetSettings();
    await server.stop();
  });

  /** Asks in the chat's own field and waits until the server has answered. */
  async function ask(query: string, more: object = {}): Promise<RecordedRequest> {
    const before = server.asked.length;
    await vscode.commands.executeCommand('workbench.action.chat.open', { query, ...more });
    const request = await server.waitForRequest((one) => server.asked.indexOf(one) >= before, 20_000);
    await request.closed;
    return request;
  }

  async function select(): Promise<vscode.TextEditor> {
    const editor = await write('python', `|${code}`);
    editor.selection = new vscode.Selection(0, 0, 1, 16);
    return editor;
  }

  const lastOf = ({ body }: RecordedRequest): string => body.messages?.at(-1)?.content ?? '';

  it('knows the commands by their English names and by those of every language', async () => {
    const { explain, tests } = promptsFor('es').commands;
    await select();
    const english = await ask('@aliada /explain');
    assert.ok(lastOf(english).includes(explain), lastOf(english));
    assert.ok(lastOf(english).includes('return a + b'));
    const native = await ask('@aliada /probak laburrak');
    assert.ok(lastOf(native).includes(`${tests}\n\nlaburrak`), lastOf(native));
  });

  it('tells the model what was said before: with its code, without the line that names the model', async () => {
    await select();
    await ask('@aliada ¿Qué hace esto?');
    await closeEditors();
    const { body } = await ask('@aliada ¿Y con textos?');
    const [, asked, answered] = body.messages ?? [];
    assert.ok(asked?.content.includes('return a + b'), asked?.content);
    assert.equal(answered?.content, 'Suma dos números y devuelve el resultado.');
  });

  it('takes along what was added to the question, and nothing that stays here', async () => {
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    assert.ok(folder);
    const file = vscode.Uri.joinPath(folder, 'resta.py');
    const secret = vscode.Uri.joinPath(folder, '.env');
    await vscode.workspace.fs.writeFile(
      file,
      new TextEncoder().encode('def resta(a, b):\n    return a - b\n'),
    );
    await vscode.workspace.fs.writeFile(secret, new TextEncoder().encode('LUGAR=secreto\n'));
    try {
      const request = await ask('@aliada ¿Qué hace?', { attachFiles: [file, secret] });
      assert.match(lastOf(request), /resta\.py/);
      assert.match(lastOf(request), /return a - b/);
      assert.doesNotMatch(request.text, /secreto/);
    } finally {
      await vscode.workspace.fs.delete(file);
      await vscode.workspace.fs.delete(secret);
    }
  });

  it('is one of three faces of one core: view, participant and provider put the same to the model', async () => {
    await select();
    await vscode.commands.executeCommand('aliada.newChat');
    await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
    await vscode.commands.executeCommand('aliada.explainSelection');
    const view = server.asked[0]!.body;
    assert.equal(view.messages?.length, 2);
    const participant = (await ask('@aliada /explain')).body;
    assert.deepEqual(participant, view);
    const models = await vscode.lm.selectChatModels({ vendor: 'aliada' });
    const [, asked] = view.messages ?? [];
    const said = [vscode.LanguageModelChatMessage.User(asked!.content)];
    const response = await models.find(({ name }) => name === MODEL)!.sendRequest(said, {});
    for await (const text of response.text) assert.ok(text);
    // Another extension has said all that it wants the model to know: nothing is added to it.
    assert.deepEqual(server.asked.at(-1)!.body, { ...view, messages: [asked] });
    await vscode.commands.executeCommand('aliada.newChat');
  });
});

describe('where VS Code’s chat and models are only pretended', () => {
  const parts = { extensionUri: vscode.Uri.file('/') } as ParticipantParts;
  const onChange = new vscode.EventEmitter<void>().event;
  const models = { onChange, list: [] };
  const modelParts = { models, onChange, text: { onChange } } as unknown as LanguageModelParts;
  const nothing = (): undefined => undefined;

  it('nothing breaks: not without them, and not where their calls do nothing', () => {
    for (const chat of [undefined, {}, { createChatParticipant: nothing }]) {
      registerParticipant(parts, chat).dispose();
    }
    for (const lm of [undefined, {}, { registerLanguageModelChatProvider: nothing }]) {
      registerLanguageModels(modelParts, lm).dispose();
    }
  });

  it('nothing breaks where a participant is an empty object', () => {
    const empty = {} as vscode.ChatParticipant;
    const chat = { createChatParticipant: () => empty };
    registerParticipant(parts, chat).dispose();
    assert.ok(empty.followupProvider);
  });
});
