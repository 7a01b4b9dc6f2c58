import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { answer } from '../support/replies';
import { MODEL, startScriptedServer } from '../support/scriptedServer';
import type { ScriptedServer } from '../support/scriptedServer';
import { startVscode } from '../support/vscodeHost';
import type { VscodeHost } from '../support/vscodeHost';
import { launchBrowser, Workbench } from '../support/workbench';

describe('completion, by hand', () => {
  let server: ScriptedServer;
  let host: VscodeHost;
  let browser: Browser;
  let workbench: Workbench;

  before(async () => {
    server = await startScriptedServer();
    host = await startVscode({
      settings: { 'aliada.chat.endpoints': [{ url: server.url, model: MODEL }] },
      files: { 'add.py': 'def add(a, b):\n    \n' },
    });
    browser = await launchBrowser();
    workbench = await Workbench.open(browser, host);
  });
  after(async () => {
    await browser.close();
    await host.stop();
    await server.stop();
  });

  it('typing brings ghost text, and Tab takes it', async () => {
    server.script(answer('turn a + b'));
    await workbench.openFile('add.py');
    await workbench.goToEndOf(2);
    await workbench.type('re');
    await workbench.waitForGhost('turn a + b');
    await workbench.screenshot('ghost-text');
    await workbench.page.keyboard.press('Tab');
    assert.equal(await workbench.savedText('add.py'), 'def add(a, b):\n    return a + b\n');
  });
});
