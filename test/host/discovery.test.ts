import * as vscode from 'vscode';
import assert from 'node:assert/strict';
import { knownServers } from '../../src/core/endpoint/discover';
import { settingNames } from '../../src/editor/settings';
import { connections } from '../support/connections';
import { closeEditors, extension, resetSettings, setting } from '../support/extension';
import { trigger, type, useEndpoint, write } from '../support/extension';
import { startScriptedServer } from '../support/scriptedServer';
import type { Connection } from '../support/connections';

const ports = knownServers.map(({ base }) => Number(new URL(base).port)).sort();

describe('without an endpoint', () => {
  before(() => extension().activate());
  beforeEach(() => setting(settingNames.chatEndpoints, []));
  afterEach(async () => {
    await vscode.commands.executeCommand('notifications.clearAll');
    await closeEditors();
    await resetSettings();
  });

  /** Waits until the extension host has begun `count` connections to known ports since `from`. */
  async function looked(from: number, count: number): Promise<readonly Connection[]> {
    const found = (): Connection[] =>
      connections()
        .slice(from)
        .filter(({ port }) => ports.includes(port));
    const giveUp = performance.now() + 10_000;
    while (found().length < count && performance.now() < giveUp)
      await new Promise((next) => setTimeout(next, 20));
    return found();
  }

  it('typing never looks for one, and an explicit wish looks once on each loopback port', async () => {
    // A second server proves that typing did go through: its request comes after all that typing could have done.
    const from = connections().length;
    await write('python', 'a = |');
    for (const letter of 'sum') await type(letter);
    const proof = await startScriptedServer();
    await useEndpoint(proof);
    await type('(');
    await proof.waitForRequest();
    await setting(settingNames.chatEndpoints, []);
    // What a server is takes several questions; all of them go to the one that is set.
    const asked = connections()
      .slice(from)
      .map(({ port }) => port);
    assert.deepEqual([...new Set(asked)], [proof.port]);
    await proof.stop();

    const before = connections().length;
    void trigger();
    const seen = await looked(before, ports.length);
    assert.deepEqual(seen.map(({ port }) => port).sort(), ports);
    assert.ok(seen.every(({ host }) => host === '127.0.0.1' || host === '::1'));
    // The notice stands; asking again meanwhile does not look again.
    void trigger();
    await type('1');
    assert.equal((await looked(before, ports.length)).length, ports.length);
  });
});
