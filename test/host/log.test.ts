import * as vscode from 'vscode';
import assert from 'node:assert/strict';
import { closeEditors, commitGhost, extension, readLog, resetSettings } from '../support/extension';
import { trigger, useEndpoint, write } from '../support/extension';
import { errorAfter, unauthorized } from '../support/failures';
import { answer } from '../support/replies';
import { startScriptedServer } from '../support/scriptedServer';
import type { ScriptedServer } from '../support/scriptedServer';

describe('log', () => {
  let server: ScriptedServer;
  before(async () => {
    await extension().activate();
    server = await startScriptedServer();
    await useEndpoint(server);
  });
  after(async () => {
    await closeEditors();
    await resetSettings();
    await server.stop();
  });

  it('holds what happened, and no code, question, answer or words of a server', async () => {
    server.script(answer('secretOfTheAnswer()'));
    const editor = await write('python', 'secretOfTheCode = |');
    await trigger();
    await commitGhost(editor);
    server.scriptNext(errorAfter('secretOfTheAnswer'), unauthorized('openAi'));
    const [model] = await vscode.lm.selectChatModels({ vendor: 'aliada' });
    for (let asked = 0; asked < 3; asked++) {
      const question = vscode.LanguageModelChatMessage.User('secretOfTheQuestion');
      try {
        for await (const part of (await model!.sendRequest([question])).text) assert.ok(part);
      } catch (error) {
        assert.ok(error instanceof Error && asked < 2); // the first two fail as scripted
      }
    }
    const log = await readLog();
    assert.match(log, /complet/);
    assert.match(log, /auth/);
    assert.doesNotMatch(log, /secretOf|CUDA|Incorrect/);
  });
});
