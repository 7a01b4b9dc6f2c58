import assert from 'node:assert/strict';
import { pictureOfFailure, Scene } from '../support/scene';
import { startEngine } from '../support/vscodeHost';
import type { EngineEvent, RunningEngine } from '../support/vscodeHost';

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

for (const [role, model] of [
  ['base', 'BSC-LT/salamandra-2b'],
  ['instruct', 'BSC-LT/salamandra-2b-instruct'],
] as const) {
  describe(`completion of a slow real engine, asked as a model of role ${role}`, () => {
    let engine: RunningEngine;
    let scene: Scene;
    const events: EngineEvent[] = [];

    before(async () => {
      engine = await startEngine(400);
      engine.onEvent((event) => events.push(event));
      const endpoint = [{ url: engine.url, model }];
      scene = await Scene.open({
        settings: { 'aliada.chat.endpoints': endpoint, 'aliada.completion.endpoints': endpoint },
        files: { 'block.py': 'def suma(a, b)\n', 'left.py': 'x = 1\n\n' },
      });
    });
    afterEach(async function () {
      await pictureOfFailure.call(this, scene);
      events.length = 0;
    });
    after(async () => {
      await scene.close();
      await engine.stop();
    });

    const count = (kind: EngineEvent['event']): number => events.filter(({ event }) => event === kind).length;
    const waitFor = async (kind: EngineEvent['event'], times: number): Promise<void> => {
      const look = (): Promise<number> => Promise.resolve(count(kind));
      await scene.workbench.waitUntil(look, (seen) => seen >= times, `${times} × ${kind}`);
    };

    it('its text is streamed, cut and shown, and what is taken lands in the file', async () => {
      const { workbench } = scene;
      await workbench.openFile('block.py');
      await workbench.goToEndOf(1);
      await workbench.type(':');
      await workbench.page.keyboard.press('Enter');
      await workbench.type('re');
      const ghost = await workbench.waitUntil(() => workbench.ghostText(), Boolean, 'ghost text');
      assert.ok(!ghost.includes('\n'), 'more than the line that is being written');
      await workbench.page.keyboard.press('Tab');
      await workbench.waitForSaved('block.py', `def suma(a, b):\n    re${ghost}\n`);
      assert.ok(events.every(({ path }) => path === '/v1/completions'));
    });

    // By then VS Code has given up waiting for it: the answer is shown nevertheless.
    it('frees its slot when what is typed has overtaken the answer, and shows the next', async () => {
      const { workbench } = scene;
      await workbench.openFile('left.py');
      await workbench.goToEndOf(2);
      for (let round = 1; round <= 3; round += 1) {
        await workbench.type(':');
        await waitFor('start', 2 * round - 1);
        await workbench.type('b');
        // The engine tells of it once the slot is given back.
        await waitFor('abort', round);
        await workbench.waitUntil(() => workbench.ghostText(), Boolean, 'ghost text');
        await workbench.page.keyboard.press('Escape');
        await workbench.page.keyboard.press('Enter');
      }
    });
  });
}
