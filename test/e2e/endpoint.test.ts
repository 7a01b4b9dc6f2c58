import assert from 'node:assert/strict';
import { answer } from '../support/replies';
import { unauthorized } from '../support/failures';
import { MODEL, startScriptedServer } from '../support/scriptedServer';
import { pictureOfFailure, Scene } from '../support/scene';
import type { ScriptedServer } from '../support/scriptedServer';

const KEY = 'sk-this-key-is-nobodys';

describe('endpoint, by hand', () => {
  let scene: Scene;
  let other: ScriptedServer;

  before(async () => {
    other = await startScriptedServer();
    scene = await Scene.open({
      settings: { 'aliada.language': 'en' },
      files: { 'add.py': 'x = \n' },
    });
  });
  beforeEach(() => scene.server.forget());
  afterEach(async function () {
    await pictureOfFailure.call(this, scene);
  });
  after(async () => {
    await scene.close();
    await other.stop();
  });

  it('goes away and comes back', async () => {
    const { chat, server, workbench } = scene;
    server.script(answer('Here again.'));
    await chat.open();
    await server.stop();
    await chat.ask('Are you there?');
    await chat.failure.filter({ hasText: 'cannot be reached' }).waitFor();
    await workbench.waitForStatus(/cannot be reached/);
    await workbench.screenshot('endpoint-away');
    await server.start();
    await chat.failure.getByRole('button', { name: 'Try again' }).click();
    await chat.waitForAnswer('Here again.');
    await chat.waitForRest();
    await workbench.waitForStatus(/^Aliada: ready/);
    assert.equal(await chat.failure.count(), 0);
  });

  it('asks for a key, which is kept and sent to this server alone', async () => {
    const { chat, server, workbench } = scene;
    server.script((request) =>
      (request.headers.authorization === `Bearer ${KEY}` ? answer('Come in.') : unauthorized())(request),
    );
    other.script(answer('1'));
    await scene.change({
      'aliada.language': 'en',
      'aliada.completion.endpoints': [{ url: other.url, model: MODEL }],
    });
    await scene.allow(other.url);
    await chat.open();
    await chat.ask('May I come in?');
    await chat.failure.getByRole('button', { name: 'Enter API key' }).click();
    await workbench.listPick(new URL(server.url).host);
    await workbench.answerInput(KEY);
    await workbench.notifications.filter({ hasText: 'is kept' }).waitFor();
    await chat.failure.getByRole('button', { name: 'Try again' }).click();
    await chat.waitForAnswer('Come in.');

    await workbench.openFile('add.py');
    await workbench.goToEndOf(1);
    await workbench.type('1');
    const completion = await other.waitForRequest();
    assert.equal(completion.headers.authorization, undefined);
    assert.ok(!completion.text.includes(KEY));
    assert.ok(!(await scene.host.readLog()).includes(KEY));
  });

  it('is found on this computer when a person asks and none is set, and used after one click', async () => {
    const { chat, workbench } = scene;
    const found = await startOnKnownPort();
    found.script(answer('Found.'));
    await scene.change({ 'aliada.language': 'en', 'aliada.chat.endpoints': [] });
    await workbench.waitForStatus(/no endpoint/);
    await chat.open();
    await chat.ask('Is anybody there?');
    const entry = workbench.page.locator('.quick-input-widget:visible .monaco-list-row');
    await entry.filter({ hasText: `127.0.0.1:${found.port}` }).waitFor();
    assert.deepEqual(found.asked, []);
    await workbench.listPick(`127.0.0.1:${found.port}`);
    await chat.waitForAnswer('Found.');
    await found.stop();
  });
});

/** On the first port of those that Aliada knows which is free here. */
async function startOnKnownPort(): Promise<ScriptedServer> {
  for (const port of [8012, 8011, 8080, 8000, 1234]) {
    try {
      return await startScriptedServer({ port });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    }
  }
  throw new Error('All known ports are taken on this machine.');
}
