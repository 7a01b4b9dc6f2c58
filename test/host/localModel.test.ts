import * as vscode from 'vscode';
import assert from 'node:assert/strict';
import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { LocalFolder } from '../../src/core/localModel/folder.node';
import { localBase } from '../../src/core/localModel/localAddress';
import { settingNames } from '../../src/editor/settings';
import { connections } from '../support/connections';
import {
  answerConsent,
  closeEditors,
  extension,
  readLog,
  resetSettings,
  setting,
} from '../support/extension';
import { trigger, type, write } from '../support/extension';
import { choose, forgetLists, lists } from '../support/lists';
import { notices } from '../support/notices';

const name = 'salamandra-2b-instruct';
const text = `Hola des de ${name}`;

/** Where VS Code keeps what the extension stores for all workspaces. */
function storage(): LocalFolder {
  const logs = process.env.ALIADA_TEST_LOGS;
  assert.ok(logs);
  return new LocalFolder(path.join(logs, '..', 'User', 'globalStorage', 'aliada.aliada', 'localModel'));
}

describe('local model', () => {
  const folder = storage();
  const root = extension().extensionUri.fsPath;

  before(() => extension().activate());
  beforeEach(async () => {
    await folder.prepare();
    const command = path.join(folder.root, 'llama-server');
    const modelFile = path.join(folder.root, 'model.gguf');
    const standIn = path.join(root, 'test', 'support', 'localModel', 'llama-server.mjs');
    await writeFile(command, `#!/bin/sh\nexec '${process.execPath}' '${standIn}' "$@"\n`, { mode: 0o755 });
    await writeFile(modelFile, 'GGUF');
    await folder.keepInstallation({
      ...{ command, args: [], ownsServer: true, ownsModel: true, modelFile, modelName: name },
      ...{ threads: 1, slots: 2, contextTokens: 4_096 },
    });
    await setting(settingNames.chatEndpoints, [{ url: localBase, model: name }]);
    await answerConsent(/Allow/);
    forgetLists();
    notices.forget();
  });
  afterEach(async () => {
    await choose(vscode.commands.executeCommand('aliada.removeLocalModel'), /Remove the local model/);
    await vscode.commands.executeCommand('notifications.clearAll');
    await closeEditors();
    await resetSettings();
  });

  async function ask(): Promise<string> {
    const [model] = await vscode.lm.selectChatModels({ vendor: 'aliada' });
    assert.ok(model, 'no model');
    const answer = await model.sendRequest([vscode.LanguageModelChatMessage.User('Hola')]);
    let said = '';
    for await (const piece of answer.text) said += piece;
    return said;
  }

  const menu = (): Thenable<unknown> => vscode.commands.executeCommand('aliada.showMenu');
  const manage = (...wanted: readonly RegExp[]): Promise<void> =>
    choose(vscode.commands.executeCommand('aliada.manageLocalModel'), ...wanted);
  const shownStatus = async (): Promise<string> => {
    forgetLists();
    const shown = menu();
    // The list is there once an entry of it is the one that Enter would take.
    while ((lists()[0]?.active ?? '') === '') await new Promise((next) => setTimeout(next, 20));
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    await shown;
    return lists()[0]?.entries.find((entry) => entry.includes('Local model: ')) ?? '';
  };

  it('starts with the first question, on loopback, and is stopped and started from its menu', async () => {
    const from = connections().length;
    assert.equal(await ask(), text);
    assert.ok(
      connections()
        .slice(from)
        .every(({ host }) => host === '127.0.0.1'),
    );
    const { pid } = (await folder.state()) ?? {};
    assert.ok(pid !== undefined);
    assert.match(await shownStatus(), /running/);
    await manage(/Stop it/);
    assert.equal((await folder.state())?.phase, 'stopped');
    assert.match(await shownStatus(), /stopped/);
    // What comes by itself does not start it again.
    await write('python', 'a = |');
    await type('1');
    assert.equal((await folder.state())?.phase, 'stopped');
    await manage(/Start it/);
    assert.equal((await folder.state())?.phase, 'ready');
    assert.equal(await ask(), text);
  });

  it('answers completion as well', async () => {
    await write('python', 'a = |');
    await trigger();
    assert.equal((await folder.state())?.phase, 'ready');
  });

  it('says what is wrong where it cannot be started, and where nothing is installed', async () => {
    await rm(path.join(folder.root, 'model.gguf'));
    await assert.rejects(ask(), /not where it was/);
    await rm(folder.installationFile);
    await assert.rejects(ask(), /There is no local model on this computer/);
  });

  it('leaves nothing behind when it is removed: neither files nor settings', async () => {
    await ask();
    await choose(vscode.commands.executeCommand('aliada.removeLocalModel'), /Remove the local model/);
    await assert.rejects(stat(folder.root));
    const own = vscode.workspace.getConfiguration('aliada').inspect(settingNames.chatEndpoints)?.globalValue;
    assert.deepEqual(own, []);
  });

  it('keeps prompts and its key out of every log', async () => {
    await ask();
    const { key = '?' } = (await folder.state()) ?? {};
    const log = `${await readLog()}${await readFile(folder.log, 'utf8')}`;
    assert.ok(!log.includes(key) && !log.includes('Hola'));
  });
});
