import assert from 'node:assert/strict';
import { answer, gatedAnswer } from '../support/replies';
import { pictureOfFailure, Scene } from '../support/scene';
import { BASE_MODEL } from '../support/scriptedServer';

const whole = 'total = 0\n    for x in xs:\n        total += x\n    return total';

describe('a suggestion that grows while it is shown', () => {
  let scene: Scene;

  before(async () => {
    scene = await Scene.open({
      settings: ({ url }) => ({
        'aliada.language': 'en',
        'aliada.completion.endpoints': [{ url, model: BASE_MODEL }],
      }),
      files: {
        'sum.py': 'def sum_of(xs):\n   \n',
        'fast.py': 'def sum_of(xs):\n   \n',
        'braces.ts': 'function total(xs) \n',
      },
    });
  });
  afterEach(async function () {
    await pictureOfFailure.call(this, scene);
  });
  after(() => scene.close());

  it('never flickers: each picture shows it, or what goes on from it', async () => {
    const { workbench, server } = scene;
    const reply = gatedAnswer(`${whole}\n`, { chunkSize: 10 });
    server.script(reply);
    await workbench.openFile('sum.py');
    await workbench.goToEndOf(2);
    await workbench.type(' ');
    await server.waitForRequest();
    reply.release(1);
    await workbench.waitForGhost('total = 0');
    await workbench.watchGhost();
    reply.release();
    await workbench.waitForGhost(whole);
    const seen = await workbench.seenGhosts();
    assert.deepEqual(
      seen.filter((ghost, index) => ghost !== seen[index - 1]),
      ['total = 0', whole],
    );
    assert.ok(seen.length > 2, 'too few pictures to say anything');
    await workbench.page.keyboard.press('Tab');
    await workbench.waitForSaved('sum.py', `def sum_of(xs):\n    ${whole}\n`);
    assert.equal(server.asked.length, 1);
  });

  it('is there whole where the rest comes right behind its first line', async () => {
    const { workbench, server } = scene;
    server.script(answer(`${whole}\n`, { chunkSize: 10, msPerChunk: 2 }));
    await workbench.openFile('fast.py');
    await workbench.goToEndOf(2);
    await workbench.type(' ');
    await workbench.waitForGhost(whole);
  });

  it('stands between the braces that the editor has put there, on lines of its own', async () => {
    const { workbench, server } = scene;
    server.script(answer('\n  return xs.length;\n}\n'));
    await workbench.openFile('braces.ts');
    await workbench.goToEndOf(1);
    await workbench.type('{');
    const isBody = (ghost: string): boolean => ghost.includes('return xs.length;');
    await workbench.waitUntil(() => workbench.ghostText(), isBody, 'the body as ghost text');
    await workbench.screenshot('completion-between-braces');
    await workbench.page.keyboard.press('Tab');
    await workbench.waitForSaved('braces.ts', 'function total(xs) {\n  return xs.length;\n}\n');
  });
});
