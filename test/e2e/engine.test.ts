import assert from 'node:assert/strict';
import { pictureOfFailure, Scene } from '../support/scene';
import { startEngine } from '../support/vscodeHost';
import type { RunningEngine } from '../support/vscodeHost';

describe('with the real engine', () => {
  let engine: RunningEngine;
  let scene: Scene;

  before(async () => {
    engine = await startEngine();
    scene = await Scene.open({
      settings: {
        'aliada.chat.endpoints': [{ url: engine.url, model: engine.model }],
        'aliada.language': 'es',
      },
      files: { 'suma.py': 'def suma(a, b):\n    \n' },
    });
  });
  afterEach(async function () {
    await pictureOfFailure.call(this, scene);
  });
  after(async () => {
    await scene.close();
    await engine.stop();
  });

  it('typing brings ghost text, and Tab takes it', async () => {
    const { workbench } = scene;
    await workbench.openFile('suma.py');
    await workbench.goToEndOf(2);
    await workbench.type('re');
    const ghost = await workbench.waitUntil(() => workbench.ghostText(), Boolean, 'ghost text');
    await workbench.screenshot('engine-ghost-text');
    await workbench.page.keyboard.press('Tab');
    await workbench.waitForSaved('suma.py', `def suma(a, b):\n    re${ghost}\n`);
  });

  it('a question is answered', async () => {
    const { workbench, chat } = scene;
    await chat.open();
    await chat.ask('¿Qué hace esta función?');
    await chat.answer.locator('.block').first().waitFor();
    await chat.waitForRest();
    assert.equal(await chat.failure.count(), 0);
    await workbench.screenshot('engine-chat');
  });
});
