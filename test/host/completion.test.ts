import * as vscode from 'vscode';
import assert from 'node:assert/strict';
import { settingNames } from '../../src/editor/settings';
import { closeEditors, commitGhost, extension, resetSettings, setting } from '../support/extension';
import { trigger, type, untilChanged, useBaseModel, useEndpoint, write } from '../support/extension';
import { internalError } from '../support/failures';
import { answer, endlessAnswer } from '../support/replies';
import { startScriptedServer } from '../support/scriptedServer';
import type { ScriptedServer } from '../support/scriptedServer';

describe('completion', () => {
  let server: ScriptedServer;
  before(async () => {
    server = await startScriptedServer();
    await extension().activate();
  });
  beforeEach(async () => {
    await resetSettings();
    await useBaseModel(server);
    server.script(answer(''));
    server.forget();
  });
  afterEach(closeEditors);
  after(async () => {
    await resetSettings();
    await server.stop();
  });

  it('@quick shows ghost text on demand, and it can be committed', async () => {
    server.script(answer('return a + b'));
    const editor = await write('python', 'def add(a, b):\n    |');
    await trigger();
    assert.equal(await commitGhost(editor), 'def add(a, b):\n    return a + b');
    const [request] = server.asked;
    assert.equal(request?.path, '/v1/completions');
    assert.equal(request.body.prompt, 'def add(a, b):\n    ');
    assert.equal(request.body.stream, true);
  });

  it('shows ghost text while typing', async () => {
    server.script(answer('eturn a * b'));
    const editor = await write('python', 'def times(a, b):\n    |');
    await type('r');
    const request = await server.waitForRequest();
    assert.equal(request.body.prompt, 'def times(a, b):\n    r');
    assert.equal(await commitGhost(editor), 'def times(a, b):\n    return a * b');
  });

  it('commits one word when only the next word is accepted', async () => {
    server.script(answer('const total = 0;'));
    const editor = await write('javascript', '|');
    await trigger();
    assert.equal(await untilChanged(editor, 'editor.action.inlineSuggest.acceptNextWord'), 'const');
  });

  it('commits several lines as they were streamed', async () => {
    server.script(answer('total = 0\n    for x in xs:\n        total += x\n    return total'));
    const editor = await write('python', 'def total(xs):\n    |');
    await trigger();
    assert.equal(
      await commitGhost(editor),
      'def total(xs):\n    total = 0\n    for x in xs:\n        total += x\n    return total',
    );
  });

  it('closes the connection as soon as the suggestion is whole', async () => {
    server.script(endlessAnswer('name)\n'));
    const editor = await write('python', 'print(|)\n');
    await trigger();
    const request = await server.waitForRequest();
    assert.equal(await request.closed, 'closedByClient');
    assert.equal(await commitGhost(editor), 'print(name)\n');
  });

  it('does not repeat what stands after the cursor', async () => {
    server.script(answer('name, "!")'));
    const editor = await write('python', 'print(|)');
    await trigger();
    assert.equal(await commitGhost(editor), 'print(name, "!")');
  });

  it('does not repeat the line below', async () => {
    server.script(answer('int total = 0;\n    return total;\n}\n'));
    const editor = await write('c', 'int main() {\n    |\n    return total;\n}\n');
    await trigger();
    assert.equal(await commitGhost(editor), 'int main() {\n    int total = 0;\n    return total;\n}\n');
  });

  it('asks nothing while it is switched off, and asks again when it is on', async () => {
    await write('python', 'a = |');
    await vscode.commands.executeCommand('aliada.toggleCompletion');
    await type('1');
    await trigger();
    await vscode.commands.executeCommand('aliada.toggleCompletion');
    await type('2');
    await server.waitForRequest();
    assert.deepEqual(
      server.asked.map(({ body }) => body.prompt),
      ['a = 12'],
    );
  });

  it('asks nothing in a language that is switched off, and asks in the others', async () => {
    await write('python', 'a = |');
    await vscode.commands.executeCommand('aliada.toggleCompletionForLanguage');
    await type('1');
    await trigger();
    await write('javascript', 'b = |');
    await type('2');
    await server.waitForRequest();
    assert.deepEqual(
      server.asked.map(({ body }) => body.prompt),
      ['b = 2'],
    );
    const languages = vscode.workspace.getConfiguration('aliada').get(settingNames.completionLanguages);
    assert.deepEqual(languages, { '*': true, python: false });
  });

  it('uses the endpoint for completion where one is set', async () => {
    const other = await startScriptedServer();
    await useEndpoint(other);
    await useEndpoint(server);
    await setting(settingNames.completionEndpoints, [{ url: other.url, model: 'salamandra-2b' }]);
    other.script(answer('1'));
    const editor = await write('python', 'a = |');
    await trigger();
    assert.equal(await commitGhost(editor), 'a = 1');
    assert.equal(other.asked[0]?.body.model, 'salamandra-2b');
    assert.deepEqual(server.asked, []);
    await other.stop();
  });

  it('goes on after a failure', async () => {
    server.scriptNext(internalError());
    server.script(answer('2'));
    const editor = await write('python', 'a = |');
    await trigger();
    const failed = await server.waitForRequest();
    assert.equal(await failed.closed, 'answered');
    // Asked again at the same place, VS Code gives the empty answer that it has; so something has to change.
    await type('4');
    await trigger();
    assert.equal(await commitGhost(editor), 'a = 42');
  });
});
