// What is asked, told and shown is in Spanish and Basque. cspell:disable
import assert from 'node:assert/strict';
import { pieces } from '../bench/answers/texts';
import { answer } from '../support/replies';
import { pictureOfFailure, Scene } from '../support/scene';
import { MODEL, startScriptedServer, type ScriptedServer } from '../support/scriptedServer';

const fc = 'BSC-LT/ALIA-40b-fc-2606';
const file = 'def suma(a, b):\n    return a + b\n';

/** The model chip of the view, and `@aliada` in VS Code's own chat, with a person's hands. */
describe('models, and VS Code’s own chat, by hand', () => {
  let scene: Scene;
  let spare: ScriptedServer;

  before(async () => {
    spare = await startScriptedServer({ models: ['hdnh2006/salamandra-7b-instruct'] });
    scene = await Scene.open({ files: { 'suma.py': file } });
    scene.server.models = [MODEL, fc];
  });
  beforeEach(() => scene.server.forget());
  afterEach(async function () {
    await pictureOfFailure.call(this, scene);
  });
  after(async () => {
    await scene.close();
    await spare.stop();
  });

  const chatAt = (server: ScriptedServer): ReturnType<ScriptedServer['waitForRequest']> =>
    server.waitForRequest(({ path }) => path.endsWith('/chat/completions'));

  it('a model that the server lists is chosen for one conversation, and the answer says who wrote it', async () => {
    const { chat, server, workbench } = scene;
    await scene.restart({ 'aliada.language': 'es' });
    await chat.open();
    server.script(answer(pieces.es.openings[0]!));
    await chat.modelChip.click();
    await chat.modelOption(fc).click();
    await chat.modelChip.filter({ hasText: 'ALIA-40b-fc' }).waitFor();
    await chat.ask('¿Qué hace esta función?');
    assert.equal((await chatAt(server)).body.model, fc);
    await chat.waitForRest();
    await chat.answer.locator('.source', { hasText: `${fc} · ${new URL(server.url).host}` }).waitFor();
    await chat.meter.waitFor();
    assert.match(
      (await chat.meter.getAttribute('aria-label')) ?? '',
      /^Contexto en uso: [\d.]+ de 8192 tokens/,
    );
    await workbench.screenshot('model-es');
    await chat.modelChip.click();
    await workbench.screenshot('model-menu-es');
    await workbench.page.keyboard.press('Escape');
  });

  it('one is chosen for good in Basque, is first in the settings, and a fallback is named', async () => {
    const { chat, server, workbench } = scene;
    const endpoints = [
      { url: server.url, model: MODEL },
      { url: spare.url, model: 'hdnh2006/salamandra-7b-instruct' },
    ];
    await scene.restart({ 'aliada.language': 'eu', 'aliada.chat.endpoints': endpoints });
    await scene.allow(spare.url);
    await chat.open();
    await chat.modelChip.click();
    await chat.answersOption('Betiko').click();
    await chat.modelOption(fc).click();
    await chat.modelChip.filter({ hasText: 'ALIA-40b-fc' }).waitFor();
    // VS Code writes its settings a while after they count, and a window that is loaded anew before loses them.
    await workbench.waitUntil(
      () => scene.host.readSettings(),
      (written) => written.includes(fc),
      `${fc} in the settings`,
    );
    await workbench.reload();
    await chat.open();
    await chat.modelChip.filter({ hasText: 'ALIA-40b-fc' }).waitFor();
    spare.script(answer(pieces.eu.openings[0]!));
    await server.stop();
    try {
      await chat.ask('Zer egiten du funtzio honek?');
      await chatAt(spare);
      await chat.waitForRest();
      const { host } = new URL(spare.url);
      await chat.answer.locator('.source', { hasText: `salamandra-7b-instruct · ${host}` }).waitFor();
      await workbench.screenshot('model-fallback-eu');
    } finally {
      await server.start();
    }
  });

  it('@aliada takes a command in Spanish, shows what went along and says who answered', async () => {
    const { server, workbench } = scene;
    const { page } = workbench;
    await scene.restart({ 'aliada.language': 'es', 'workbench.colorTheme': 'Default Dark Modern' });
    server.script(answer(pieces.es.openings[0]!));
    await workbench.openFile('suma.py');
    await workbench.selectLines(1, 2);
    await workbench.runCommand('Chat: Open Chat');
    const input = page.locator('.interactive-session .chat-input-container .monaco-editor').first();
    await input.click();
    await workbench.type('@aliada /explica ', 10);
    await page.keyboard.press('Enter');
    const { body } = await chatAt(server);
    assert.match(body.messages?.at(-1)?.content ?? '', /return a \+ b/);
    const response = page.locator('.interactive-session .interactive-response').last();
    await response.filter({ hasText: `${MODEL} · ${new URL(server.url).host}` }).waitFor();
    await page.getByText('Ponme un ejemplo de uso').waitFor();
    await workbench.screenshot('native-chat-es-dark');
  });

  it('with VS Code’s own chat switched off, the view answers all the same', async () => {
    const { chat, server } = scene;
    await scene.restart({ 'aliada.language': 'eu', 'chat.disableAIFeatures': true });
    server.script(answer(pieces.eu.openings[0]!));
    await chat.open();
    await chat.ask('Zer egiten du funtzio honek?');
    await chat.waitForAnswer(pieces.eu.openings[0]!.slice(0, 20));
    await chat.waitForRest();
  });
});
