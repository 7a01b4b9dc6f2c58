import * as vscode from 'vscode';
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { settingNames } from '../../src/editor/settings';
import { makeCertificates, type Certificates } from '../support/certificates';
import { answerConsent, extension, resetSettings, setting } from '../support/extension';
import { startTestProxy, type TestProxy } from '../support/proxy';
import { answer, raw } from '../support/replies';
import { MODEL, startScriptedServer, type ScriptedServer } from '../support/scriptedServer';

/**
 * VS Code patches node:https for proxies and certificates. These tests prove that our transport has the good of it,
 * with VS Code's own `http.*` settings as they are after installation but for the one that is tested.
 */
describe('the network in VS Code', () => {
  let made: Certificates;
  let folder: string;
  const running: { stop(): Promise<void> }[] = [];
  const file = (name: string): string => path.join(folder, name);

  before(async () => {
    await extension().activate();
    made = await makeCertificates();
    folder = await mkdtemp(path.join(tmpdir(), 'aliada-network-'));
    await writeFile(file('ca.pem'), made.authority);
    await writeFile(file('cert.pem'), made.client.cert);
    await writeFile(file('key.pem'), made.client.key);
  });
  afterEach(async () => {
    await http('proxy', undefined);
    await http('noProxy', undefined);
    await resetSettings();
    for (const one of running.splice(0)) await one.stop();
  });
  after(() => rm(folder, { recursive: true, force: true }));

  async function serve(options: Parameters<typeof startScriptedServer>[0] = {}): Promise<ScriptedServer> {
    const server = await startScriptedServer(options);
    server.script(answer('Egun on'));
    running.push(server);
    return server;
  }

  async function proxy(credentials?: string): Promise<TestProxy> {
    const started = await startTestProxy(credentials);
    running.push(started);
    return started;
  }

  /** One answer through the extension, as another extension gets it. */
  async function ask(url: string, headers?: object): Promise<string> {
    await setting(settingNames.chatEndpoints, [{ url, model: MODEL, ...(headers ? { headers } : {}) }]);
    await answerConsent(/Allow/);
    const models = await vscode.lm.selectChatModels({ vendor: 'aliada' });
    // Beside "Aliada", which stands for the first of the settings.
    const [model, ...others] = models.filter(({ name }) => name === MODEL);
    assert.ok(model !== undefined && others.length === 0);
    let text = '';
    const question = vscode.LanguageModelChatMessage.User('Kaixo');
    for await (const part of (await model.sendRequest([question])).text) text += part;
    return text;
  }

  it('leaves VS Code’s own settings of the network as they are', () => {
    const { defaultValue } = vscode.workspace.getConfiguration('http').inspect('proxySupport') ?? {};
    assert.equal(vscode.workspace.getConfiguration('http').get('proxySupport'), defaultValue);
    assert.equal(defaultValue, 'override');
    assert.equal(vscode.workspace.getConfiguration('http').get('systemCertificates'), true);
  });

  it('caFile opens a server with an authority of its own; without it, its remedy is named', async () => {
    const server = await serve({ tls: made.server });
    await assert.rejects(ask(server.url), /aliada\.network\.caFile/);
    await setting(settingNames.caFile, file('ca.pem'));
    assert.equal(await ask(server.url), 'Egun on');
  });

  it('a client certificate reaches a server that asks for one', async () => {
    const tls = { ...made.server, ca: made.authority, requestCert: true, rejectUnauthorized: true };
    const server = await serve({ tls });
    await setting(settingNames.caFile, file('ca.pem'));
    await assert.rejects(ask(server.url), /aliada\.network\.clientCertificates/);
    await setting(settingNames.clientCertificates, [
      { host: '127.0.0.1', certFile: file('cert.pem'), keyFile: file('key.pem') },
    ]);
    assert.equal(await ask(server.url), 'Egun on');
  });

  it('a proxy with a password in its address carries a request for a name that only it knows', async () => {
    const server = await serve();
    const through = await proxy('anna:s3cret');
    await http('proxy', `http://anna:s3cret@127.0.0.1:${through.port}`);
    assert.equal(await ask(`http://model.alia.test:${server.port}/v1`), 'Egun on');
    assert.deepEqual([...new Set(through.asked)], [`model.alia.test:${server.port}`]);
  });

  it('and one over TLS, with a client certificate that the server sees through the proxy', async () => {
    const tls = { ...made.server, ca: made.authority, requestCert: true, rejectUnauthorized: true };
    const server = await serve({ tls });
    const through = await proxy('anna:s3cret');
    await http('proxy', `http://anna:s3cret@127.0.0.1:${through.port}`);
    await setting(settingNames.caFile, file('ca.pem'));
    await setting(settingNames.clientCertificates, [
      { host: 'model.alia.test', certFile: file('cert.pem'), keyFile: file('key.pem') },
    ]);
    assert.equal(await ask(`https://model.alia.test:${server.port}/v1`), 'Egun on');
    assert.deepEqual([...new Set(through.asked)], [`CONNECT model.alia.test:${server.port}`]);
  });

  it('a proxy that refuses is named as the one that asks for a password', async () => {
    const through = await proxy('anna:s3cret');
    await http('proxy', `http://anna:wrong@127.0.0.1:${through.port}`);
    await assert.rejects(ask('http://model.alia.test/v1'), /proxy/i);
  });

  it('noProxy goes past the proxy', async () => {
    // Not 127.0.0.1, for which VS Code never asks a proxy.
    const server = await serve({ address: '127.0.0.2' });
    const through = await proxy();
    await http('proxy', `http://127.0.0.1:${through.port}`);
    assert.equal(await ask(server.url), 'Egun on');
    assert.deepEqual([...new Set(through.asked)], [`127.0.0.2:${server.port}`]);
    const before = through.asked.length;
    await http('noProxy', ['127.0.0.2']);
    assert.equal(await ask(server.url), 'Egun on');
    assert.equal(through.asked.length, before);
  });

  it('headers of one’s own go along; a redirect to another origin takes nothing along', async () => {
    const server = await serve();
    const other = await serve();
    assert.equal(await ask(server.url, { 'X-Tenant': 'ikastola' }), 'Egun on');
    assert.equal(server.asked[0]?.headers['x-tenant'], 'ikastola');
    server.script(raw('', 307, { location: other.url }));
    await assert.rejects(ask(server.url, { 'X-Tenant': 'ikastola' }), new RegExp(String(other.port)));
    assert.deepEqual(other.requests, []);
  });
});

async function http(name: 'proxy' | 'noProxy', value: unknown): Promise<void> {
  await vscode.workspace.getConfiguration('http').update(name, value, vscode.ConfigurationTarget.Global);
}
