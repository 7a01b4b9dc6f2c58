import assert from 'node:assert/strict';
import { answer } from '../support/replies';
import { pictureOfFailure, Scene } from '../support/scene';

describe('completion, by hand', () => {
  let scene: Scene;

  before(async () => {
    scene = await Scene.open({
      settings: { 'aliada.language': 'en' },
      files: {
        'add.py': 'def add(a, b):\n    \n',
        'sum.py': 'def sum_of(xs):\n   \n',
        'off.py': 'x = \n',
        'first.py': 'def first_of(a, b):\n    \n',
      },
    });
  });
  beforeEach(() => scene.server.forget());
  afterEach(async function () {
    await pictureOfFailure.call(this, scene);
  });
  after(() => scene.close());

  it('typing brings ghost text, and Tab takes it', async () => {
    const { workbench, server } = scene;
    server.script(answer('turn a + b'));
    await workbench.openFile('add.py');
    await workbench.goToEndOf(2);
    await workbench.type('re');
    await workbench.waitForGhost('turn a + b');
    await workbench.screenshot('ghost-text');
    await workbench.page.keyboard.press('Tab');
    await workbench.waitForSaved('add.py', 'def add(a, b):\n    return a + b\n');
  });

  it('a suggestion of several lines is shown whole, and Escape takes it away', async () => {
    const { workbench, server } = scene;
    const whole = 'total = 0\n    for x in xs:\n        total += x\n\n    return total';
    server.script(answer(whole));
    await workbench.openFile('sum.py');
    await workbench.goToEndOf(2);
    await workbench.type(' ');
    await workbench.waitForGhost(whole);
    await workbench.screenshot('ghost-text-lines');
    await workbench.page.keyboard.press('Escape');
    await workbench.waitForGhost('');
    await workbench.waitForSaved('sum.py', 'def sum_of(xs):\n    \n');
  });

  it('who asks for the next one is shown another, drawn more freely, which Tab takes', async () => {
    const { workbench, server } = scene;
    server.scriptNext(answer('eturn a.first(b)'));
    server.script(answer('b.first(a)'));
    await workbench.openFile('first.py');
    await workbench.goToEndOf(2);
    await workbench.type('r');
    await workbench.waitForGhost('eturn a.first(b)');
    await workbench.type('eturn ');
    await workbench.waitForGhost('a.first(b)');
    await workbench.page.keyboard.press('Alt+]');
    await workbench.waitForGhost('b.first(a)');
    const [one, other, ...more] = server.asked;
    assert.equal(more.length, 0);
    assert.ok(Number(other?.body.temperature) > Number(one?.body.temperature));
    await workbench.page.keyboard.press('Tab');
    await workbench.waitForSaved('first.py', 'def first_of(a, b):\n    return b.first(a)\n');
  });

  it('the status bar menu switches it off and on', async () => {
    const { workbench, server } = scene;
    server.script(answer('0'));
    await workbench.openFile('off.py');
    await workbench.statusItem.click();
    await workbench.quickPick('Switch completion off');
    await workbench.waitForStatus(/off/);
    await workbench.statusItem.click();
    await workbench.quickPick('Switch completion on');
    await workbench.waitForStatus(/^(?!.*off)/s);
    await workbench.goToEndOf(1);
    await workbench.type('1');
    await workbench.waitForGhost('0');
    assert.equal(server.asked.length, 1);
    assert.match(server.asked[0]!.text, /x = 1/);
  });
});
