// What the question says is in es, ca, gl and eu. cspell:disable
import assert from 'node:assert/strict';
import { answer } from '../support/replies';
import { pictureOfFailure, Scene } from '../support/scene';

/** The words of a list that VS Code shows with dots at their end. Runs in the page. */
const CUT_OFF = `[...document.querySelectorAll('.quick-input-widget .monaco-list-row *')]
  .filter((part) => part.scrollWidth > part.clientWidth && getComputedStyle(part).textOverflow === 'ellipsis')
  .map((part) => part.textContent)`;

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
    await workbench.chat.locator('.composer .note', { hasText: '.env stays on this computer' }).waitFor();
    await workbench.screenshot('private-selection');
    await chat.ask('What is this?');
    const request = await server.waitForRequest(({ path }) => path.endsWith('/chat/completions'));
    assert.ok(!request.text.includes('API_TOKEN'));
  });

  it('the promise in the question leads to the setting, and the question stays', async () => {
    const { workbench } = scene;
    await scene.change({
      'aliada.language': 'en',
      'aliada.chat.endpoints': [{ url: 'http://salamandra.intranet.example.org:8000/v1' }],
    });
    await openQuestion('May Aliada send');
    await workbench.listPick('Never sent: .env files');
    await workbench.page.locator('.settings-editor').getByText('Files that stay on this computer').waitFor();
    await workbench.page.locator('.quick-input-widget:visible').getByText('Do not allow it').waitFor();
    await workbench.dismiss();
    await workbench.page.keyboard.press('Escape');
    await workbench.page.locator('.settings-editor').waitFor({ state: 'hidden' });
  });

  for (const [language, question] of [
    ['es', '¿Puede Aliada enviar'],
    ['ca', 'Permets que Aliada'],
    ['gl', 'Pode Aliada enviar'],
    ['eu', 'Bidal al dezake Aliadak'],
  ] as const) {
    it(`the question has room for all of its words on a small screen, ${language}`, async () => {
      const { workbench } = scene;
      const size = workbench.page.viewportSize();
      await workbench.page.setViewportSize({ width: 1024, height: 600 });
      await scene.change({
        'aliada.language': language,
        'aliada.chat.endpoints': [{ url: 'http://salamandra.intranet.example.org:8000/v1' }],
      });
      await openQuestion(question);
      await workbench.screenshot(`consent-question-${language}`);
      assert.deepEqual(await workbench.page.evaluate<string[]>(CUT_OFF), []);
      await workbench.dismiss();
      if (size !== null) await workbench.page.setViewportSize(size);
    });
  }

  async function openQuestion(words: string): Promise<void> {
    const { workbench } = scene;
    await workbench.runCommand('Aliada: Manage Consent');
    await workbench.quickPick('salamandra.intranet');
    await workbench.page
      .locator('.quick-input-widget:visible .quick-input-title', { hasText: words })
      .waitFor();
    await workbench.page.locator('.quick-input-widget:visible .monaco-list-row').nth(2).waitFor();
  }
});
