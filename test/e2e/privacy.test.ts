import assert from 'node:assert/strict';
import { answer } from '../support/replies';
import { pictureOfFailure, Scene } from '../support/scene';

describe('what may be sent, by hand', () => {
  let scene: Scene;

  before(async () => {
    scene = await Scene.open({
      settings: { 'aliada.language': 'en' },
      files: { 'add.py': 'x = \n', '.env': 'API_TOKEN=aB3dE5fG7hJ9kL2m\n' },
      unanswered: true,
    });
  });
  beforeEach(() => scene.server.forget());
  afterEach(async function () {
    await pictureOfFailure.call(this, scene);
  });
  after(() => scene.close());

  it('typing sends nothing, and a notice and the status bar say so', async () => {
    const { server, workbench } = scene;
    await workbench.openFile('add.py');
    await workbench.goToEndOf(1);
    await workbench.type('12');
    await workbench.notifications.filter({ hasText: 'until you allow it' }).waitFor();
    await workbench.waitForStatus(/sends no code to .* until you allow it/);
    await workbench.type('34');
    assert.equal(await workbench.notifications.filter({ hasText: 'until you allow it' }).count(), 1);
    assert.deepEqual(server.requests, []);
    await workbench.screenshot('consent-notice');
  });

  it('a question in the chat asks first, and is answered once that is allowed', async () => {
    const { chat, server, workbench } = scene;
    server.script(answer('Good day.'));
    await chat.open();
    await chat.ask('Hello?');
    const question = workbench.page.locator('.quick-input-widget:visible');
    await question
      .locator('.quick-input-title')
      .filter({ hasText: new URL(server.url).host })
      .waitFor();
    await question.locator('.monaco-list-row.focused').waitFor();
    assert.deepEqual(server.requests, []);
    await workbench.screenshot('consent-question');
    await workbench.page.keyboard.press('Enter');
    await chat.waitForAnswer('Good day.');
    await workbench.waitForStatus(/^Aliada: ready/);
  });

  it('a file of keys that is selected does not go along, and the chat says why', async () => {
    const { chat, server, workbench } = scene;
    await workbench.openFile('.env');
    await workbench.selectLines(1, 1);
    await workbench.chat.getByText('.env stays on this computer').waitFor();
    await workbench.screenshot('private-selection');
    await chat.ask('What is this?');
    const request = await server.waitForRequest(({ path }) => path.endsWith('/chat/completions'));
    assert.ok(!request.text.includes('API_TOKEN'));
  });
});
