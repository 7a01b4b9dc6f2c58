import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { FrameLocator } from 'playwright-core';
import { unauthorized } from '../support/failures';
import { answer, json } from '../support/replies';
import { pictureOfFailure, Scene } from '../support/scene';
import { testSetup } from '../support/testSetup';

const KEY = 'sk-this-key-is-nobodys';
const BASE = 'salamandra-2b';
const INSTRUCT = 'BSC-LT/salamandra-7b-instruct';

/** Command titles are VS Code's, in its own display language: English here. */
const SET_UP = 'Aliada: Set Up Endpoint';
const DIAGNOSE = 'Aliada: Diagnose Endpoint';

describe('setting up an endpoint, by hand', () => {
  let scene: Scene;

  before(async () => {
    scene = await Scene.open({
      settings: { 'aliada.language': 'en', 'aliada.chat.endpoints': [] },
      files: { 'add.py': 'x = \n' },
      unanswered: true,
    });
    scene.server.models = ['mRoBERTa', BASE, INSTRUCT];
    scene.server.script(answer('one, two, three, four'));
  });
  afterEach(async function () {
    await pictureOfFailure.call(this, scene);
  });
  after(() => scene.close());

  const title = (text: string): Promise<void> =>
    scene.workbench.page.locator('.quick-input-widget:visible .quick-input-title').getByText(text).waitFor();
  const placeholder = (text: string): Promise<void> =>
    scene.workbench.page.locator(`.quick-input-widget:visible input[placeholder="${text}"]`).waitFor();
  const goBack = (): Promise<void> =>
    scene.workbench.page.locator('.quick-input-widget:visible .codicon-quick-input-back').click();
  const report = (): FrameLocator =>
    scene.workbench.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');

  it('address, a key that is refused and one that is right, a model for each use', async () => {
    const { server, workbench, host } = scene;
    let accepted = '';
    server.route('GET /v1/models', (request) => {
      if (request.headers.authorization === `Bearer ${KEY}`) accepted = KEY;
      const list = { object: 'list', data: server.models.map((id) => ({ id })) };
      return (accepted === '' ? unauthorized() : json(list))(request);
    });
    await workbench.runCommand(SET_UP);
    await placeholder('Where is the model?');
    await workbench.screenshot('setup-routes-en');
    await workbench.quickPick('vLLM or TGI');
    // The list is still there for a moment, and would take what is meant for the field.
    await placeholder('http://server.example.org:8000');
    await workbench.answerInput('not an address at all');
    await workbench.page.getByText('This is not a web address.').waitFor();
    await workbench.answerInput(server.url);
    await title('API key for');
    await workbench.screenshot('setup-key-en');
    await workbench.answerInput('wrong');
    await title('API key for');
    await workbench.page.getByText('refused the API key').first().waitFor();
    await workbench.answerInput(KEY);
    await title('Model for the chat');
    await workbench.screenshot('setup-models-en');
    const rows = workbench.page.locator('.quick-input-widget:visible .monaco-list-row');
    assert.equal(await rows.filter({ hasText: 'mRoBERTa' }).count(), 0);
    await workbench.quickPick(INSTRUCT);
    await title('Model for completion');
    await goBack();
    await title('Model for the chat');
    await workbench.quickPick(INSTRUCT);
    await title('Model for completion');
    await workbench.quickPick(BASE);
    await workbench.notifications.filter({ hasText: 'The chat now asks' }).waitFor();
    await workbench.screenshot('setup-done-en');
    const file = path.join(host.workspace, '..', 'data', 'Machine', 'settings.json');
    const settings = JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>;
    assert.deepEqual(settings['aliada.chat.endpoints'], [{ url: server.url, model: INSTRUCT }]);
    assert.deepEqual(settings['aliada.completion.endpoints'], [{ url: server.url, model: BASE }]);
    assert.ok(!JSON.stringify(settings).includes(KEY));
    await workbench.runCommand('Notifications: Clear All Notifications');
    await scene.allow(server.url);
  });

  it('changes nothing and says nothing when the person leaves halfway', async () => {
    const { server, workbench, host } = scene;
    const file = path.join(host.workspace, '..', 'data', 'Machine', 'settings.json');
    const before = await readFile(file, 'utf8');
    await workbench.page.keyboard.press('Escape');
    await workbench.runCommand('Notifications: Clear All Notifications');
    await workbench.runCommand(SET_UP);
    await workbench.quickPick('vLLM or TGI');
    // The list is still there for a moment, and would take what is meant for the field.
    await placeholder('http://server.example.org:8000');
    await workbench.answerInput(server.url);
    await title('Model for the chat');
    await workbench.dismiss();
    assert.equal(await readFile(file, 'utf8'), before);
    assert.equal(await workbench.notifications.count(), 0);
  });

  it('says what is wrong beside the address, which stays to be mended', async () => {
    const { workbench } = scene;
    await workbench.runCommand(SET_UP);
    await workbench.quickPick('Enter an address…');
    await placeholder('https://example.org/v1');
    await workbench.answerInput('http://127.0.0.1:9/v1');
    await workbench.page.getByText('cannot be reached').first().waitFor();
    assert.equal(await workbench.quickInput.inputValue(), 'http://127.0.0.1:9/v1');
    await workbench.screenshot('setup-unreachable-en');
    await workbench.dismiss();
  });

  const themes = { light: 'Default Light Modern', dark: 'Default Dark Modern' };
  for (const language of ['en', 'es', 'eu'] as const) {
    for (const theme of ['light', 'dark'] as const) {
      it(`shows the routes and the report in ${language}, ${theme}`, async () => {
        const { server, workbench } = scene;
        await scene.change({
          ...{ 'aliada.language': language, 'workbench.colorTheme': themes[theme] },
          'aliada.chat.endpoints': [{ url: server.url, model: INSTRUCT }],
          'aliada.completion.endpoints': [{ url: 'http://127.0.0.1:9/v1', model: BASE }],
        });
        await workbench.page.locator(`.monaco-workbench.${theme === 'dark' ? 'vs-dark' : 'vs'}`).waitFor();
        await workbench.runCommand('View: Close All Editors');
        await workbench.runCommand(SET_UP);
        await workbench.quickInput.waitFor();
        await workbench.page.locator('.quick-input-widget:visible .monaco-list-row').nth(5).waitFor();
        await workbench.screenshot(`setup-routes-${language}-${theme}`);
        await workbench.dismiss();
        await workbench.runCommand(DIAGNOSE);
        await report().locator('table').nth(1).waitFor();
        assert.equal(await report().locator('table').count(), 2);
        assert.ok((await report().getByText('✓').count()) >= 8);
        assert.ok((await report().getByText('✗').count()) >= 1);
        assert.ok(!(await report().locator('body').innerText()).includes(KEY));
        await workbench.screenshot(`diagnosis-${language}-${theme}`);
      });
    }
  }

  for (const language of ['es', 'ca', 'gl', 'eu'] as const) {
    it(`speaks ${language} at every step, and every word has its place`, async () => {
      const { server, workbench } = scene;
      const words = await wordsIn(language);
      const cutOff: string[] = [];
      let step = 0;
      const look = async (name: string): Promise<void> => {
        step += 1;
        await workbench.screenshot(`setup-${language}-${step}-${name}`);
        cutOff.push(...(await workbench.page.evaluate<readonly string[]>(CUT_OFF)));
      };
      // One of its own, so that it is asked for although another is kept.
      const key = `${KEY}-${language}`;
      let accepted = false;
      server.route('GET /v1/models', (request) => {
        accepted ||= request.headers.authorization === `Bearer ${key}`;
        const list = { object: 'list', data: [BASE, INSTRUCT, 'another'].map((id) => ({ id })) };
        return (accepted ? json(list) : unauthorized())(request);
      });
      await scene.change({ 'aliada.language': language, 'aliada.chat.endpoints': [] });
      await workbench.runCommand('View: Close All Editors');
      await workbench.runCommand(SET_UP);
      await placeholder(words('Where is the model?'));
      await workbench.page.locator('.quick-input-widget:visible .monaco-list-row').nth(5).waitFor();
      await look('routes');
      for (const service of ['Hugging Face', 'PublicAI']) {
        await workbench.quickPick(service);
        await title(words('API key for {0}', '').trim());
        await look(service.replace(' ', ''));
        await goBack();
        await placeholder(words('Where is the model?'));
      }
      await workbench.quickPick('Ollama');
      await placeholder('http://localhost:11434');
      await workbench.page
        .getByText(words('Address of Ollama. For the one on this computer, leave it as it is'))
        .waitFor();
      await look('ollama');
      await goBack();
      await placeholder(words('Where is the model?'));
      await workbench.quickPick(words('Enter an address…'));
      await placeholder('https://example.org/v1');
      await look('by-hand');
      await workbench.answerInput('http://127.0.0.1:9/v1');
      await workbench.page.locator('.quick-input-widget:visible').getByText('127.0.0.1:9').first().waitFor();
      await look('unreachable');
      await goBack();
      await placeholder(words('Where is the model?'));
      await workbench.quickPick(words('vLLM or TGI'));
      await placeholder('http://server.example.org:8000');
      await workbench.answerInput('not an address at all');
      await workbench.page.getByText(words('This is not a web address.')).waitFor();
      await look('address');
      await workbench.answerInput(server.url);
      const { host } = new URL(server.url);
      await title(words('API key for {0}', host));
      await look('key');
      await workbench.answerInput('wrong');
      await workbench.page
        .getByText(words('{0} refused the API key, or asks for one.', host))
        .first()
        .waitFor();
      await look('key-refused');
      await workbench.answerInput(key);
      await title(words('Model for the chat'));
      await look('chat-models');
      await workbench.quickPick(INSTRUCT);
      await title(words('Model for completion'));
      await look('completion-models');
      await workbench.quickPick(BASE);
      const done = words('The chat now asks {0}, completion {1}, both at {2}.', INSTRUCT, BASE, host);
      await workbench.notifications.filter({ hasText: done }).waitFor();
      await look('done');
      await workbench.runCommand('Notifications: Clear All Notifications');
      await scene.allow(server.url);
      await workbench.runCommand(DIAGNOSE);
      await report().locator('table').first().waitFor();
      await look('report');
      assert.deepEqual(cutOff, []);
    });
  }

  it('says that a report is gone when its tab comes back after a reload, and puts the new one there', async () => {
    const { server, workbench } = scene;
    await scene.change({
      'aliada.language': 'eu',
      'aliada.chat.endpoints': [{ url: server.url, model: INSTRUCT }],
    });
    // VS Code brings back what other tests had open.
    await workbench.runCommand('View: Close All Editors');
    await scene.allow(server.url);
    await workbench.runCommand(DIAGNOSE);
    await report().locator('table').first().waitFor();
    await workbench.reload();
    await report().getByText('Txosten hau ez dago jada').waitFor();
    assert.equal(await report().locator('table').count(), 0);
    await workbench.screenshot('diagnosis-gone-eu');
    await workbench.runCommand(DIAGNOSE);
    await report().locator('table').first().waitFor();
    assert.equal(await workbench.page.locator('.tab').count(), 1);
  });
});

/** Aliada's own words in a language, by their English text. */
async function wordsIn(language: string): Promise<(text: string, ...values: readonly string[]) => string> {
  const file = path.join(testSetup().root, 'l10n', `bundle.l10n.${language}.json`);
  const bundle = JSON.parse(await readFile(file, 'utf8')) as Readonly<Record<string, string>>;
  return (text, ...values) => {
    const found = bundle[text];
    assert.ok(found, `no such text: ${text}`);
    return values.reduce((filled, value, index) => filled.replace(`{${index}}`, value), found);
  };
}

/** Texts of the list or field that is open and do not fit into their places. Runs in the page. */
const CUT_OFF = `[...document.querySelectorAll('.quick-input-widget')]
  .filter((widget) => widget.offsetParent !== null || getComputedStyle(widget).display !== 'none')
  .flatMap((widget) => [...widget.querySelectorAll('.quick-input-title, .quick-input-message, .label-name, .quick-input-list-label-meta, .monaco-icon-label-container')])
  .filter((place) => place.scrollWidth > place.clientWidth + 1 && place.clientWidth > 0)
  .map((place) => place.textContent)`;
