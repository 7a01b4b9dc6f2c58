import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { makeCertificates } from '../support/certificates';
import { startTestProxy, type TestProxy } from '../support/proxy';
import { answer } from '../support/replies';
import { pictureOfFailure, Scene } from '../support/scene';
import { MODEL, startScriptedServer, type ScriptedServer } from '../support/scriptedServer';

/**
 * The person's server is reached by https over an authority of its own and with a client certificate: each setting of
 * the network that the workspace could take over would break that. It stands at 127.0.0.2, for which VS Code does ask a
 * proxy.
 */
describe('a workspace that nobody trusts yet, by hand', () => {
  let scene: Scene;
  let mine: ScriptedServer;
  let theirs: ScriptedServer;
  let proxy: TestProxy;
  let folder: string;

  before(async () => {
    const made = await makeCertificates();
    folder = await mkdtemp(path.join(tmpdir(), 'aliada-untrusted-'));
    const file = (name: string): string => path.join(folder, name);
    await writeFile(file('ca.pem'), made.authority);
    await writeFile(file('cert.pem'), made.client.cert);
    await writeFile(file('key.pem'), made.client.key);
    const tls = { ...made.server, ca: made.authority, requestCert: true, rejectUnauthorized: true };
    mine = await startScriptedServer({ tls, address: '127.0.0.2' });
    theirs = await startScriptedServer();
    proxy = await startTestProxy();
    theirs.script(answer('Theirs.'));
    mine.script(answer('Mine.'));
    const theirEndpoint = { url: theirs.url, model: MODEL, headers: { 'X-Theirs': 'yes' } };
    const ofWorkspace = {
      'aliada.chat.endpoints': [theirEndpoint, { ...theirEndpoint, allowFromPrivate: true }],
      'aliada.completion.endpoints': [theirEndpoint],
      'aliada.allowedHosts': [new URL(theirs.url).host],
      'aliada.completion.enabled': false,
      'aliada.completion.languages': { '*': false },
      'aliada.network.caFile': '/nowhere/theirs.pem',
      'aliada.network.clientCertificates': [
        { host: '127.0.0.2', certFile: '/nowhere/theirs.pem', keyFile: '/nowhere/theirs.key' },
      ],
      'http.proxy': `http://127.0.0.1:${proxy.port}`,
      'http.proxySupport': 'override',
      'http.proxyStrictSSL': false,
      'http.noProxy': [],
    };
    scene = await Scene.open({
      settings: {
        'aliada.language': 'en',
        'aliada.chat.endpoints': [{ url: mine.url, model: MODEL, headers: { 'X-Mine': 'yes' } }],
        'aliada.network.caFile': file('ca.pem'),
        'aliada.network.clientCertificates': [
          { host: '127.0.0.2', certFile: file('cert.pem'), keyFile: file('key.pem') },
        ],
      },
      files: { 'add.py': 'x = \n', '.vscode/settings.json': JSON.stringify(ofWorkspace) },
      untrusted: true,
    });
  });
  afterEach(async function () {
    await pictureOfFailure.call(this, scene);
  });
  after(async () => {
    await scene.close();
    for (const server of [mine, theirs, proxy]) await server.stop();
    await rm(folder, { recursive: true });
  });

  it('changes nothing that decides where code goes', async () => {
    const { chat, workbench } = scene;
    await workbench.page.locator('.statusbar-item', { hasText: 'Restricted Mode' }).waitFor();
    await chat.open();
    await chat.ask('Who answers?');
    await chat.waitForAnswer('Mine.');
    await workbench.openFile('add.py');
    await workbench.goToEndOf(1);
    await workbench.type('1');
    // The question went without the file: what names it is the completion.
    await mine.waitForRequest(({ text }) => text.includes('add.py'));
    await workbench.screenshot('untrusted-workspace');
    for (const { headers } of mine.asked) {
      assert.equal(headers['x-mine'], 'yes');
      assert.equal(headers['x-theirs'], undefined);
    }
    assert.deepEqual(theirs.requests, []);
    assert.deepEqual(proxy.asked, []);
    assert.equal(await workbench.notifications.count(), 0);
  });

  it('downloads and starts no program, and says why', async () => {
    const { workbench } = scene;
    await workbench.runCommand('Aliada: Install a Local Model');
    await workbench.notifications.filter({ hasText: 'only in a workspace that you trust' }).waitFor();
    await workbench.screenshot('untrusted-local-model');
    await workbench.runCommand('Notifications: Clear All Notifications');
  });

  it('names its own server once it is trusted, and still sends nothing there without a question', async () => {
    const { chat, workbench } = scene;
    await workbench.runCommand('Workspaces: Manage Workspace Trust');
    await workbench.page.getByRole('button', { name: 'Trust', exact: true }).click();
    await workbench.page
      .locator('.statusbar-item', { hasText: 'Restricted Mode' })
      .waitFor({ state: 'hidden' });
    await workbench.waitForStatus(new RegExp(new URL(theirs.url).host));
    await chat.open();
    await chat.ask('And now?');
    const question = workbench.page.locator('.quick-input-widget:visible .quick-input-title');
    await question.filter({ hasText: new URL(theirs.url).host }).waitFor();
    assert.deepEqual(theirs.asked, []);
    assert.deepEqual(proxy.asked, []);
  });
});
