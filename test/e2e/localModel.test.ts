import assert from 'node:assert/strict';
import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { offeredModels } from '../../src/core/localModel/models';
import { ollamaProgram } from '../support/localModel/ollamaProgram';
import { DownloadServer, type Served } from '../support/localModel/downloadServer';
import { serverArchive, standInProgram } from '../support/localModel/place';
import { pictureOfFailure, Scene } from '../support/scene';
import { testSetup } from '../support/testSetup';

const themes = { light: 'Default Light Modern', dark: 'Default Dark Modern' } as const;
const [model] = offeredModels;
const { name, repository } = model!;
const file = `${name}.Q4_K_M.gguf`;
const INSTALL = 'Aliada: Install a Local Model';
// cspell:disable-next-line
const NOBODY = 'Oraindik ez dago zer erabaki: ez dago zerbitzaririk.';
const MANAGE = 'Aliada: Local Model: Status, Start, Stop, Log';

/**
 * The whole way, without the internet: a mirror on loopback has an archive with a stand-in for llama-server over the
 * embedded engine, and its demonstration model under Salamandra's name.
 */
describe('a local model, by hand', () => {
  let scene: Scene;
  let mirror: DownloadServer;
  let bytes: Buffer;

  before(async () => {
    const { root, engine } = testSetup();
    bytes = await readFile(engine.fixed);
    mirror = await new DownloadServer().start();
    const variables = { STAND_IN_ENGINE: JSON.stringify(engine), STAND_IN_TOOLS: path.join(root, 'tools') };
    const archive = await serverArchive('b9001', standInProgram(variables));
    const system = process.arch === 'arm64' ? 'ubuntu-arm64' : 'ubuntu-x64';
    mirror.release('b9001', `llama-b9001-bin-${system}.tar.gz`, { bytes: archive });
    serve({ stallAfter: 900_000 });
    scene = await Scene.open({
      settings: settings('es', 'light'),
      files: { 'suma.py': 'def suma(a, b):\n    return a + b\n' },
      unanswered: true,
    });
  });
  afterEach(async function () {
    await pictureOfFailure.call(this, scene);
  });
  after(async () => {
    await scene.close();
    await mirror.stop();
  });

  function settings(
    language: string,
    theme: keyof typeof themes,
    endpoints: readonly object[] = [],
  ): Readonly<Record<string, unknown>> {
    return {
      'aliada.language': language,
      'workbench.colorTheme': themes[theme],
      'aliada.chat.endpoints': endpoints,
      'aliada.downloads.mirror': mirror.url,
    };
  }

  function serve(how: Omit<Served, 'bytes'> = {}): void {
    mirror.repository(repository, file, { bytes, ...how });
  }

  const list = (): ReturnType<Scene['workbench']['page']['locator']> =>
    scene.workbench.page.locator('.quick-input-widget:visible');
  const row = (text: string): ReturnType<typeof list> =>
    list().locator('.monaco-list-row').filter({ hasText: text }).first();
  const folder = (): string =>
    path.join(scene.host.workspace, '..', 'data', 'User', 'globalStorage', 'aliada.aliada', 'localModel');
  const written = async (): Promise<Record<string, unknown>> =>
    JSON.parse(
      await readFile(path.join(scene.host.workspace, '..', 'data', 'Machine', 'settings.json'), 'utf8'),
    ) as Record<string, unknown>;

  it('is offered with what it needs, and asks before anything is downloaded', async () => {
    const { workbench } = scene;
    await workbench.runCommand(INSTALL);
    await row(name).waitFor();
    await workbench.screenshot('local-model-offer-es-light');
    assert.equal(mirror.asked.length, 0);
    await workbench.quickPick(name);
    await row('Descargar').waitFor();
    await row(`huggingface.co/${repository}`).waitFor();
    await workbench.screenshot('local-model-consent-es-light');
    assert.equal(mirror.downloads.length, 0);
  });

  it('is downloaded, stopped by the person, gone on with, started and asked', async () => {
    const { workbench, chat } = scene;
    await workbench.page.keyboard.press('Enter');
    const notice = (text: string): ReturnType<typeof list> =>
      workbench.notifications.filter({ hasText: text });
    await notice('Modelo:').waitFor();
    await workbench.screenshot('local-model-progress-es-light');
    await notice('Modelo:').getByRole('button', { name: 'Cancel' }).click();
    await notice('se conserva').waitFor();
    await workbench.screenshot('local-model-stopped-es-light');
    serve();
    await notice('se conserva').getByRole('button', { name: 'Continuar' }).click();
    await notice('aliada.localhost').waitFor({ timeout: 60_000 });
    await workbench.screenshot('local-model-done-es-light');
    assert.match(mirror.downloads.at(-1)?.range ?? '', /^bytes=[1-9]\d*-$/);
    assert.deepEqual((await written())['aliada.chat.endpoints'], [
      { url: 'http://aliada.localhost/v1', model: name },
    ]);
    await workbench.runCommand('Notifications: Clear All Notifications');
    await chat.open();
    await chat.ask('Hola');
    await chat.answer.getByText('Soy el modelo de demostración').waitFor();
    await workbench.screenshot('local-model-answer-es-light');
  });

  it('is in the menu of the status bar, which stops it, and the next question starts it', async () => {
    const { workbench, chat } = scene;
    await workbench.statusItem.click();
    await row('Modelo local: en marcha').waitFor();
    await workbench.screenshot('local-model-menu-es-light');
    await workbench.quickPick('Modelo local');
    await row('Detenerlo').waitFor();
    await workbench.screenshot('local-model-manage-es-light');
    await workbench.quickPick('Detenerlo');
    await list().waitFor({ state: 'hidden' });
    await workbench.statusItem.click();
    await row('Modelo local: detenido').waitFor();
    await workbench.dismiss();
    await chat.ask('¿Otra vez?');
    // The answer to this question, not the one before it.
    await chat.answers.nth(1).getByText('Soy el modelo de demostración').waitFor();
  });

  it('speaks Basque, and is removed with all that belongs to it', async () => {
    const { workbench } = scene;
    const endpoint = { url: 'http://aliada.localhost/v1', model: name };
    await scene.change({ ...settings('eu', 'dark', [endpoint]) });
    await workbench.page.locator('.monaco-workbench.vs-dark').waitFor();
    await workbench.runCommand(INSTALL);
    await row(name).waitFor();
    await workbench.screenshot('local-model-offer-eu-dark');
    await workbench.quickPick(name);
    await row('Deskargatu').waitFor();
    await workbench.screenshot('local-model-consent-eu-dark');
    await workbench.dismiss();
    await workbench.runCommand(MANAGE);
    await row('Kendu').waitFor();
    await workbench.screenshot('local-model-manage-eu-dark');
    assert.ok((await stat(folder())).isDirectory());
    await workbench.quickPick('Kendu');
    await row('Kendu eredu lokala').waitFor();
    await workbench.screenshot('local-model-remove-eu-dark');
    await workbench.quickPick('Kendu eredu lokala');
    await workbench.notifications.filter({ hasText: 'Eredu lokala kendu da' }).waitFor();
    await assert.rejects(stat(folder()));
    assert.deepEqual((await written())['aliada.chat.endpoints'], []);
    await workbench.runCommand('Notifications: Clear All Notifications');
    // Consent goes with it: there is nobody left to allow.
    await workbench.runCommand('Aliada: Manage Consent');
    await workbench.notifications.filter({ hasText: NOBODY }).waitFor();
    await workbench.runCommand('Notifications: Clear All Notifications');
  });

  it('takes a model file of the person’s own, which stays when the model is removed', async () => {
    const { workbench } = scene;
    const own = path.join(scene.host.workspace, 'mine.gguf');
    await writeFile(own, bytes);
    await scene.change(settings('es', 'light'));
    await workbench.runCommand(INSTALL);
    await workbench.quickPick('Un archivo de modelo');
    await list().getByText('mine.gguf').first().waitFor();
    await workbench.answerInput(own);
    await row('Configurarlo').waitFor();
    await workbench.screenshot('local-model-own-es-light');
    await workbench.quickPick('configurarlo');
    const notice = workbench.notifications.filter({ hasText: 'aliada.localhost' });
    await notice.waitFor({ timeout: 60_000 });
    assert.deepEqual((await written())['aliada.chat.endpoints'], [
      { url: 'http://aliada.localhost/v1', model: 'mine' },
    ]);
    await workbench.runCommand('Aliada: Remove the Local Model');
    await row(own).waitFor();
    await workbench.quickPick('Quitar el modelo local');
    await workbench.notifications.filter({ hasText: 'El modelo local se quitó' }).waitFor();
    assert.deepEqual(await readFile(own), bytes);
  });

  it('starts an installed Ollama in a terminal, leads to a model, and then has it in the list', async () => {
    const { workbench } = scene;
    const programs = path.join(scene.host.workspace, '..', 'bin');
    const salamandra = 'salamandra-7b-instruct:latest';
    await mkdir(programs, { recursive: true });
    const ollama = await ollamaProgram();
    await writeFile(path.join(programs, 'ollama'), ollama.text, { mode: 0o755 });
    await workbench.runCommand('Notifications: Clear All Notifications');
    const notice = (text: string): ReturnType<typeof list> =>
      workbench.notifications.filter({ hasText: text });
    try {
      await workbench.runCommand(INSTALL);
      await workbench.quickPick('Iniciar Ollama');
      await ollama.started;
      await notice('Esperando a Ollama').waitFor();
      await workbench.screenshot('local-model-ollama-waits-es-light');
      ollama.list();
      await row('Descargar un modelo con Ollama').waitFor();
      await workbench.screenshot('local-model-ollama-empty-es-light');
      await workbench.quickPick('Descargar un modelo con Ollama');
      await notice('se descarga el modelo').waitFor();
      await workbench.screenshot('local-model-ollama-download-es-light');
      ollama.list(salamandra);
      // By key: the pointer rests on another part of VS Code, whose hover may lie over the button.
      await notice('se descarga el modelo').getByRole('button', { name: 'Volver a mirar' }).press('Enter');
      await row(salamandra).waitFor();
      await workbench.screenshot('local-model-ollama-found-es-light');
      await workbench.quickPick(salamandra);
      await notice('127.0.0.1:11434').waitFor();
      assert.deepEqual((await written())['aliada.chat.endpoints'], [
        { url: 'http://127.0.0.1:11434/v1', model: salamandra },
      ]);
    } finally {
      await ollama.stop();
      await rm(programs, { recursive: true });
      await workbench.runCommand('Terminal: Kill All Terminals');
    }
  });
});
