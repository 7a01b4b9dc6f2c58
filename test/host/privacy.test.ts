import * as vscode from 'vscode';
import assert from 'node:assert/strict';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { settingNames } from '../../src/editor/settings';
import { answerConsent, closeEditors, commitGhost, extension, nameEndpoint } from '../support/extension';
import { readLog, resetSettings, setting, trigger, type, useEndpoint, write } from '../support/extension';
import { choose, forgetLists, lists, take } from '../support/lists';
import { notices } from '../support/notices';
import { answer } from '../support/replies';
import { BASE_MODEL, MODEL, startScriptedServer } from '../support/scriptedServer';
import type { ScriptedServer } from '../support/scriptedServer';

const KEY = 'ghp_' + 'a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8';

describe('privacy', () => {
  let server: ScriptedServer;
  /** A second server that is allowed: its request comes after all that an earlier keystroke could have done. */
  let proof: ScriptedServer;

  before(() => extension().activate());
  beforeEach(async () => {
    server = await startScriptedServer();
    proof = await startScriptedServer();
    await resetSettings();
    await useEndpoint(proof);
    await nameEndpoint(server);
    server.script(answer('b = 2'));
    forgetLists();
    notices.forget();
  });
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    await vscode.commands.executeCommand('notifications.clearAll');
    await closeEditors();
    await resetSettings();
    await server.stop();
    await proof.stop();
  });

  /** Types until the second server has heard of it: what typing before that could send has been sent. */
  async function typingIsOver(): Promise<void> {
    await nameEndpoint(proof);
    await type('9');
    await proof.waitForRequest();
    proof.forget();
    await nameEndpoint(server);
  }

  /** Waits for what VS Code tells no event of. */
  async function until(happened: () => boolean, otherwise: string): Promise<void> {
    const giveUp = performance.now() + 10_000;
    while (!happened()) {
      assert.ok(performance.now() < giveUp, otherwise);
      await new Promise((next) => setTimeout(next, 20));
    }
  }

  /** The notices that name a server. */
  function toldOf({ url }: ScriptedServer): readonly string[] {
    return notices.shown.filter((words) => words.includes(new URL(url).host));
  }

  /** Waits until VS Code has read the workspace's own endpoints, or seen that they are gone. */
  function workspaceSays(something: boolean): Promise<void> {
    const said = (): unknown =>
      vscode.workspace.getConfiguration('aliada').inspect(settingNames.chatEndpoints)?.workspaceValue;
    return until(() => (said() !== undefined) === something, 'the settings of the workspace were not read');
  }

  async function ask(): Promise<string> {
    const models = await vscode.lm.selectChatModels({ vendor: 'aliada' });
    const response = await models[0]!.sendRequest([vscode.LanguageModelChatMessage.User('Hello')]);
    let text = '';
    for await (const part of response.text) text += part;
    return text;
  }

  it('sends nothing while typing until the person has allowed it, asks nothing, and says so once', async () => {
    await write('python', 'a = |');
    for (const letter of '123') await type(letter);
    await until(() => toldOf(server).length > 0, 'no notice came');
    await type('4');
    await typingIsOver();
    assert.deepEqual(server.requests, []);
    assert.deepEqual(lists(), []);
    assert.equal(toldOf(server).length, 1);
  });

  it('asks one question for a wish, which names the host and what is sent, and then sends', async () => {
    const editor = await write('python', 'a = 1\n|');
    const asked = trigger();
    await take(/Allow 127/);
    await asked;
    await server.waitForRequest();
    assert.equal(await commitGhost(editor), 'a = 1\nb = 2');
    const [question, ...more] = lists();
    assert.deepEqual(more, []);
    assert.ok(question);
    assert.ok(question.title.includes(new URL(server.url).host));
    assert.match(question.entries.join('\n'), /Never sent: .env files, keys, excluded files/);
    assert.match(question.entries.join('\n'), /code near the cursor and from open files/);
  });

  it('asks before a conversation too, and answers once it is allowed', async () => {
    server.script(answer('Good day.'));
    const answered = ask();
    await take(/Allow 127/);
    assert.equal(await answered, 'Good day.');
    assert.equal(await ask(), 'Good day.');
    assert.equal(lists().length, 1);
  });

  it('sends nothing more once the answer is taken back', async () => {
    await answerConsent(/Allow/);
    await write('python', 'a = |');
    await trigger();
    await server.waitForRequest();
    await answerConsent(/Take the answer back/);
    server.forget();
    await type('2');
    await typingIsOver();
    assert.deepEqual(server.requests, []);
  });

  it('sends nothing where the person said no, and does not ask again', async () => {
    await answerConsent(/Do not allow/);
    forgetLists();
    await assert.rejects(ask(), /you chose that no code goes to/);
    await write('python', 'a = |');
    await type('1');
    await trigger();
    await typingIsOver();
    assert.deepEqual(server.requests, []);
    assert.deepEqual(lists(), []);
  });

  it('sends nothing to a host that the setting does not allow, whatever was answered', async () => {
    await answerConsent(/Allow/);
    await setting(settingNames.allowedHosts, ['*.example.org', `127.0.0.1:${proof.port}`]);
    forgetLists();
    await assert.rejects(ask(), /aliada.allowedHosts/);
    await write('python', 'a = |');
    await type('1');
    await typingIsOver();
    assert.deepEqual(server.requests, []);
    assert.deepEqual(lists(), []);
  });

  it('takes no consent and no host from a workspace', async () => {
    const folder = vscode.workspace.workspaceFolders![0]!.uri;
    const file = vscode.Uri.joinPath(folder, '.vscode', 'settings.json');
    const { origin } = server;
    const tried = {
      'aliada.consent': { [origin]: 'allow' },
      'aliada.allowedHosts': [new URL(origin).host],
      'aliada.chat.endpoints': [{ url: server.url, model: MODEL }],
    };
    await setting(settingNames.allowedHosts, [`127.0.0.1:${proof.port}`]);
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(JSON.stringify(tried)));
    await workspaceSays(true);
    await write('python', 'a = |');
    await type('1');
    await assert.rejects(ask(), /aliada.allowedHosts/);
    await setting(settingNames.allowedHosts, undefined);
    await type('2');
    await vscode.workspace.fs.delete(vscode.Uri.joinPath(folder, '.vscode'), { recursive: true });
    await workspaceSays(false);
    await typingIsOver();
    assert.deepEqual(server.requests, []);
  });

  it('never completes in a file of keys, nor in one that an ignore file or the setting names', async () => {
    await setting(settingNames.completionEndpoints, [{ url: server.url, model: BASE_MODEL }]);
    await answerConsent(/Allow/);
    const folder = vscode.workspace.workspaceFolders![0]!.uri.fsPath;
    await writeFile(path.join(folder, '.aliadaignore'), 'private/\n*.local.py\n');
    await setting(settingNames.exclude, ['drafts-*']);
    for (const name of ['.env', 'server.pem', 'own.local.py', 'drafts-1.txt']) {
      await writeFile(path.join(folder, name), 'a=1\n');
      const document = await vscode.workspace.openTextDocument(path.join(folder, name));
      await vscode.window.showTextDocument(document);
      await type('b');
      await trigger();
    }
    await write('python', 'c = |');
    await trigger();
    assert.deepEqual(
      server.asked.map(({ body }) => body.prompt),
      ['c = '],
    );
  });

  it('heeds the ignore files above the workspace folder and the person’s own of git, as they come and change', async () => {
    await answerConsent(/Allow/);
    const folder = vscode.workspace.workspaceFolders![0]!.uri.fsPath;
    const file = path.join(folder, 'shared.tmp');
    await writeFile(file, 'a=1\n');
    await mkdir(path.join(folder, '..', '.git'), { recursive: true });
    await mkdir(path.join(homedir(), '.config', 'git'), { recursive: true });
    await setting(settingNames.exclude, ['nothing-of-this']);
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(file));
    const isAsked = async (): Promise<boolean> => {
      server.forget();
      await type('b');
      await trigger();
      return server.asked.length > 0;
    };
    const waitFor = async (asked: boolean, why: string): Promise<void> => {
      const giveUp = performance.now() + 10_000;
      while ((await isAsked()) !== asked) assert.ok(performance.now() < giveUp, why);
    };
    await waitFor(true, 'it was kept back without a rule');
    for (const rules of [
      path.join(folder, '..', '.gitignore'),
      path.join(folder, '..', '.aliadaignore'),
      path.join(folder, '..', '.git', 'info', 'exclude'),
      path.join(homedir(), '.config', 'git', 'ignore'),
    ]) {
      await mkdir(path.dirname(rules), { recursive: true });
      await writeFile(rules, '*.tmp\n');
      await waitFor(false, `${rules} was not read`);
      await rm(rules);
      await waitFor(true, `${rules} still counted when it was gone`);
    }
    await rm(path.join(folder, '..', '.git'), { recursive: true });
  });

  it('masks a key in the text before it is sent, and shows what was sent', async () => {
    await setting(settingNames.completionEndpoints, [{ url: server.url, model: BASE_MODEL }]);
    await answerConsent(/Allow/);
    server.script(answer('<redacted:medium>'));
    await write('python', `token = "${KEY}"\nname = |`);
    await trigger();
    const request = await server.waitForRequest();
    assert.ok(!request.text.includes(KEY));
    assert.equal(request.body.prompt, 'token = "<redacted:medium>"\nname = ');
    await vscode.commands.executeCommand('aliada.showSent');
    const shown = vscode.window.activeTextEditor!.document;
    assert.equal(shown.uri.scheme, 'aliada-sent');
    assert.ok(shown.getText().includes('token = "<redacted:medium>"\nname = '));
    assert.ok(shown.getText().includes(new URL(server.url).host));
    assert.ok(shown.getText().includes(MODEL));
    assert.ok(!shown.getText().includes(KEY));
    assert.ok(!(await readLog()).includes(KEY));
  });

  it('deletes what it keeps of a person, once that is confirmed, and says what is gone', async () => {
    await answerConsent(/Allow/);
    await write('python', 'secretOfTheCode = |');
    await trigger();
    await server.waitForRequest();
    await choose(vscode.commands.executeCommand('aliada.deleteData'), /Keep it/);
    await vscode.commands.executeCommand('aliada.showSent');
    assert.match(vscode.window.activeTextEditor!.document.getText(), /secretOfTheCode/);
    await choose(vscode.commands.executeCommand('aliada.deleteData'), /Delete all of it/);
    assert.match(notices.shown.join('\n'), /Deleted: .*keys.*answers/i);
    await closeEditors();
    await vscode.commands.executeCommand('aliada.showSent');
    // VS Code reads a document that it still knows anew only after it is told of the change.
    const { document } = vscode.window.activeTextEditor!;
    const giveUp = performance.now() + 10_000;
    while (document.getText().includes('secretOfTheCode') && performance.now() < giveUp)
      await new Promise((next) => setTimeout(next, 20));
    assert.doesNotMatch(document.getText(), /secretOfTheCode/);
    server.forget();
    forgetLists();
    await write('python', 'b = |');
    const asked = trigger();
    await take(/Do not allow/);
    await asked;
    assert.deepEqual(server.requests, []);
  });
});
