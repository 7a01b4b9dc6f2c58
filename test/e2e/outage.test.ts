import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { unauthorized } from '../support/failures';
import { answer } from '../support/replies';
import { MODEL, startScriptedServer } from '../support/scriptedServer';
import { pictureOfFailure, Scene } from '../support/scene';
import type { ScriptedServer } from '../support/scriptedServer';

/** How Aliada speaks of it. */
const words = {
  es: { away: 'No se puede acceder a', refused: 'no acepta la clave de API', standsIn: 'sustituye a' },
  eu: { away: 'Ezin da', refused: 'API gakoa', standsIn: 'ordezten du' },
} as const;
const remedies = {
  es: { setUp: 'Configurar punto de conexión', setKey: 'Introducir clave de API' },
  eu: { setUp: 'Konfiguratu amaiera-puntua', setKey: 'Sartu API gakoa' },
} as const;
const themes = { light: 'Default Light Modern', dark: 'Default Dark Modern' } as const;

describe('an outage while typing, by hand', () => {
  let scene: Scene;
  let second: ScriptedServer;

  before(async () => {
    second = await startScriptedServer();
    second.script(answer('2'));
    scene = await Scene.open({
      settings: (first) => ({
        'aliada.language': 'en',
        'aliada.chat.endpoints': [first, second].map(({ url }) => ({ url, model: MODEL })),
      }),
      files: { 'add.py': 'x = \n' },
    });
    await scene.allow(second.url);
  });
  beforeEach(async () => {
    await scene.server.start();
    scene.server.script(answer('1'));
    scene.server.forget();
  });
  afterEach(async function () {
    await pictureOfFailure.call(this, scene);
  });
  after(async () => {
    await scene.close();
    await second.stop();
  });

  /** Starts anew and types until the first server has been asked. */
  async function typeSomething(settings: Readonly<Record<string, unknown>>): Promise<void> {
    const { workbench, server } = scene;
    await scene.restart(settings);
    await workbench.openFile('add.py');
    await workbench.goToEndOf(1);
    await workbench.type('1');
    await server.waitForRequest();
  }

  /** Types on, as a person who does not look at the corner of the screen, until something is there. */
  async function typeUntil(isThere: () => Promise<boolean>): Promise<void> {
    const { workbench } = scene;
    for (let typed = 0; typed < 60; typed += 1) {
      if (await isThere()) return;
      await workbench.type('1');
      await workbench.page.waitForTimeout(500);
    }
    assert.fail('typing did not bring it about');
  }

  const notice = (text: string): Locator => scene.workbench.notifications.filter({ hasText: text });
  const statusWords = async (): Promise<string> =>
    (await scene.workbench.statusItem.locator('[aria-label]').getAttribute('aria-label')) ?? '';

  for (const [language, theme] of [
    ['es', 'light'],
    ['eu', 'dark'],
  ] as const) {
    const look = { 'aliada.language': language, 'workbench.colorTheme': themes[theme] };

    it(`is told once, with what helps as a button, ${language}, ${theme}`, async () => {
      const { workbench, server } = scene;
      await typeSomething(look);
      await server.stop();
      await typeUntil(() => notice(words[language].away).isVisible());
      await workbench.type('123');
      await workbench.screenshot(`outage-${language}-${theme}`);
      assert.equal(await workbench.notifications.count(), 1);
      await notice(words[language].away).getByRole('button', { name: remedies[language].setUp }).waitFor();
      await workbench.runCommand('Notifications: Clear All Notifications');
      await workbench.focusEditor();
      await workbench.type('12');
      assert.equal(await workbench.notifications.count(), 0);
    });

    it(`of a key is told at once, and its button asks for the key, ${language}, ${theme}`, async () => {
      const { workbench, server } = scene;
      server.script(unauthorized());
      await typeSomething(look);
      const told = notice(words[language].refused);
      await told.waitFor();
      await workbench.type('123');
      await workbench.screenshot(`outage-key-${language}-${theme}`);
      assert.equal(await workbench.notifications.count(), 1);
      await told.getByRole('button', { name: remedies[language].setKey }).click();
      await workbench.page.locator('.quick-input-widget:visible input[type="password"]').waitFor();
      await workbench.dismiss();
    });

    it(`is bridged by the second server, as the status bar says, until the first is back, ${language}, ${theme}`, async () => {
      const { workbench, server } = scene;
      const both = [server, second].map(({ url }) => ({ url, model: MODEL }));
      await typeSomething({ ...look, 'aliada.chat.endpoints': both });
      await server.stop();
      second.forget();
      await typeUntil(async () => (await statusWords()).includes(words[language].standsIn));
      await second.waitForRequest();
      await workbench.statusItem.filter({ hasText: new URL(second.url).host }).waitFor();
      await workbench.statusItem.hover();
      await workbench.page.locator('.monaco-hover:visible, .workbench-hover:visible').first().waitFor();
      await workbench.screenshot(`stand-in-${language}-${theme}`);
      assert.equal(await workbench.notifications.count(), 0);
      await server.start();
      await workbench.focusEditor();
      await typeUntil(async () => !(await statusWords()).includes(words[language].standsIn));
      await workbench.waitUntil(
        () => workbench.statusItem.innerText(),
        (text) => text.trim() === 'Aliada',
        'its own name',
      );
    });
  }
});
