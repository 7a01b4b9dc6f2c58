// What is asked and shown is in Spanish and Basque. cspell:disable
import assert from 'node:assert/strict';
import { answer } from '../support/replies';
import { pictureOfFailure, Scene } from '../support/scene';

const files = {
  'tienda/precios.py': 'def total(precios):\n    return sum(precios)\n',
  'cuentas/suma.py': 'def suma(a, b):\n    return a + b\n',
  'cuentas/.env': 'LUGAR=secreto\n',
};

/** The chat where a window has several folders, and where it has none. */
describe('windows of other kinds', () => {
  let scene: Scene;

  before(async () => {
    scene = await Scene.open({ files, settings: { 'aliada.history.keepDays': 365 } });
  });
  beforeEach(() => scene.server.forget());
  afterEach(async function () {
    await pictureOfFailure.call(this, scene);
  });
  after(() => scene.close());

  it('with several folders: each file is named with its folder, each folder can be attached, and what stays here stays', async () => {
    const { chat, host, server, workbench } = scene;
    await scene.change({ 'aliada.language': 'es', 'aliada.history.keepDays': 365 });
    await workbench.load(await host.urlOfFolders(['tienda', 'cuentas']));
    await workbench.openFile('precios.py');
    await chat.open();
    await chat.composer.pressSequentially('¿Qué suman? #arch');
    await chat.composer.press('Enter');
    await workbench.quickPick('suma.py', 'suma');
    await chat.attached.filter({ hasText: 'cuentas/suma.py:1-2' }).waitFor();
    await chat.composer.pressSequentially('#carp');
    await chat.composer.press('Enter');
    await workbench.quickPick('tienda');
    await chat.attached.filter({ hasText: 'Carpeta: tienda' }).waitFor();
    server.script(answer('Números.'));
    await chat.composer.press('Enter');
    const { text, body } = await server.waitForRequest(({ path }) => path.endsWith('/chat/completions'));
    await chat.waitForAnswer('Números.');
    const asked = body.messages?.at(-1)?.content ?? '';
    assert.match(asked, /`cuentas\/suma\.py`/);
    assert.match(asked, /=== precios\.py ===\ndef total/);
    assert.doesNotMatch(text, /secreto|\.env/);
    await chat.composer.pressSequentially('#carp');
    await chat.composer.press('Enter');
    await workbench.quickPick('cuentas');
    await chat.attached.filter({ hasText: 'Carpeta: cuentas' }).waitFor();
    server.forget();
    await chat.ask('¿Y aquí?');
    const second = await server.waitForRequest(({ path }) => path.endsWith('/chat/completions'));
    assert.match(second.text, /=== suma\.py ===/);
    assert.doesNotMatch(second.text, /secreto|\.env/);
    await chat.waitForRest();
  });

  it('without a folder: it answers, says what there is not, and knows the conversation after a reload', async () => {
    const { chat, host, server, workbench } = scene;
    await scene.change({ 'aliada.language': 'eu', 'aliada.history.keepDays': 365 });
    await workbench.load(host.urlOfNoFolder);
    await chat.open();
    server.script(answer('Zerrenda batek balioak gordetzen ditu.'));
    await chat.ask('Zer da zerrenda bat?');
    await chat.waitForAnswer('balioak gordetzen');
    await chat.waitForRest();
    await chat.composer.pressSequentially('#karp');
    await chat.composer.press('Enter');
    await chat.attached.filter({ hasText: 'Ez dago karpetarik irekita' }).waitFor();
    await workbench.screenshot('no-folder-eu');
    await workbench.load(host.urlOfNoFolder);
    await chat.open();
    await chat.waitForAnswer('balioak gordetzen');
  });
});
