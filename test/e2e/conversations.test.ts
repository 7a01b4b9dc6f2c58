// What is asked and shown is in Spanish and Basque. cspell:disable
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { ChatPane } from '../support/chatPane';
import { answer, endlessAnswer } from '../support/replies';
import { pictureOfFailure, Scene } from '../support/scene';

const kept = { 'aliada.history.keepDays': 365 };
const dark = { 'workbench.colorTheme': 'Default Dark Modern' };

/** Conversations that are kept, and what can be done with an answer, in a real VS Code in Spanish and Basque. */
describe('conversations', () => {
  let scene: Scene;

  before(async () => {
    scene = await Scene.open({
      settings: { ...kept, 'aliada.language': 'es' },
      files: { 'suma.py': 'def suma(a, b):\n    return a + b\n' },
    });
  });
  beforeEach(() => scene.server.forget());
  afterEach(async function () {
    await pictureOfFailure.call(this, scene);
  });
  after(() => scene.close());

  it('are there again after the window is loaded anew, and know what was said', async () => {
    const { chat, server, workbench } = scene;
    await chat.open();
    server.script(answer('Un bucle repite instrucciones.'));
    await chat.ask('¿Qué es un bucle?');
    await chat.waitForAnswer('repite instrucciones');
    await chat.waitForRest();
    // The file is written when the answer has ended; a window that closes before that has lost its end.
    await workbench.waitUntil(
      () => keptText(scene.host.workspace),
      (text) => text.includes('repite instrucciones'),
      'the answer in a file',
    );
    await workbench.reload();
    await chat.open();
    await chat.waitForAnswer('repite instrucciones');
    assert.match(await chat.questions.last().innerText(), /¿Qué es un bucle\?/);
    server.forget();
    server.script(answer('Sí, también.'));
    await chat.ask('¿También en Lua?');
    const { body } = await server.waitForRequest();
    assert.equal(body.messages?.[2]?.content, 'Un bucle repite instrucciones.');
    await chat.waitForAnswer('Sí, también.');
    await chat.waitForRest();
  });

  it('an answer that was being written when the window closed is there as far as it came, and is gone on with', async () => {
    const { chat, server, workbench } = scene;
    await workbench.runCommand('Aliada: New Chat');
    await chat.answers.first().waitFor({ state: 'detached' });
    server.script(endlessAnswer('palabra '));
    await chat.ask('Cuenta sin parar');
    // Some seconds long, so that some of it is kept however VS Code closes the window.
    await chat.waitForAnswer('palabra '.repeat(1_000).trim());
    await workbench.reload();
    await chat.open();
    await chat.note.filter({ hasText: 'La ventana se cerró' }).waitFor();
    await chat.waitForAnswer('palabra palabra');
    server.forget();
    server.script(answer('y fin.'));
    await chat.action('Continuar').click();
    await chat.waitForAnswer('palabra y fin.');
    await chat.waitForRest();
    assert.equal(await chat.answers.count(), 1);
  });

  it('a question is edited, an answer asked for again, and each version is one step away', async () => {
    const { chat, server } = scene;
    server.script(answer('Otra respuesta.'));
    await chat.action('Responder otra vez').click();
    await chat.waitForAnswer('Otra respuesta.');
    await chat.waitForRest();
    await chat.answer.locator('.alternatives', { hasText: '2/2' }).waitFor();
    await chat.questions.last().hover();
    server.script(answer('Cuento hasta tres.'));
    await chat.action('Editar la pregunta', chat.questions.last()).click();
    await chat.editor.fill('Cuenta hasta tres');
    await chat.editor.press('Enter');
    await chat.waitForAnswer('Cuento hasta tres.');
    await chat.waitForRest();
    await scene.workbench.screenshot('conversation-actions-es');
    await chat.action('Versión anterior', chat.questions.last()).click();
    await chat.waitForAnswer('Otra respuesta.');
    await chat.action('Versión anterior', chat.answer).click();
    await chat.waitForAnswer('y fin.');
  });

  it('an answer is copied as Markdown', async () => {
    const { chat, server, workbench } = scene;
    const markdown = 'Así:\n\n```python\nprint(1)\n```\n\n- **uno**';
    server.script(answer(markdown));
    await chat.ask('¿Cómo imprimo?');
    await chat.waitForAnswer('uno');
    await chat.waitForRest();
    await chat.action('Copiar la respuesta').click();
    const read = (): Promise<string> => workbench.page.evaluate<string>('navigator.clipboard.readText()');
    await workbench.waitUntil(read, (text) => text === markdown, 'the answer on the clipboard');
  });

  it('are searched, renamed, deleted and got back, exported', async () => {
    const { chat, workbench } = scene;
    await chat.historyButton.click();
    await chat.historyRow('¿Qué es un bucle?').waitFor();
    assert.equal(await chat.historyRows.count(), 2);
    await workbench.screenshot('conversations-es');
    await chat.historySearch.fill('instrucciones');
    await chat.historyRows.filter({ hasText: 'Cuenta' }).waitFor({ state: 'detached' });
    await chat.historyRow('¿Qué es un bucle?').filter({ hasText: 'repite instrucciones' }).waitFor();
    const { keyboard } = workbench.page;
    await keyboard.press('ArrowDown');
    await keyboard.press('F2');
    await chat.historyName.fill('Los bucles');
    await keyboard.press('Enter');
    await chat.historyRow('Los bucles').waitFor();
    await keyboard.press('Delete');
    await chat.historyRow('Eliminada: Los bucles').waitFor();
    await keyboard.press('Enter');
    await chat.historyRow('Los bucles').locator('[data-row="open"]').waitFor();
    await chat.historyRow('Los bucles').hover();
    await chat.historyRow('Los bucles').locator('[data-row="export"]').click();
    await workbench.page.locator('.tab.active', { hasText: 'Untitled-1' }).waitFor();
    await workbench.editor.locator('.view-line', { hasText: '# Los bucles' }).waitFor();
    await workbench.editor
      .locator('.view-line', { hasText: /Español.*salamandra.*@127\.0\.0\.1/ })
      .first()
      .waitFor();
    await chat.historyRow('Los bucles').locator('[data-row="open"]').click();
    await chat.waitForAnswer('Sí, también.');
    await chat.title.filter({ hasText: 'Los bucles' }).waitFor();
    await workbench.waitUntil(
      () => keptText(scene.host.workspace, true),
      (text) => text.includes('Los bucles'),
      'a note of what is open',
    );
  });

  it('two windows on one conversation: what is said in one is soon in the other', async () => {
    const { chat, server, workbench } = scene;
    await workbench.runCommand('Aliada: New Chat');
    await chat.answers.first().waitFor({ state: 'detached' });
    server.script(answer('Una lista guarda valores.'));
    await chat.ask('¿Qué es una lista?');
    await chat.waitForAnswer('guarda valores');
    await chat.waitForRest();
    await workbench.waitUntil(
      () => keptText(scene.host.workspace, true),
      (text) => text.includes('guarda valores'),
      'the answer in a file',
    );
    const second = await workbench.openBeside();
    try {
      const other = new ChatPane(second);
      await other.open();
      await other.waitForAnswer('guarda valores');
      server.script(answer('Una tupla no cambia.'));
      await other.ask('¿Y una tupla?');
      await other.waitForAnswer('no cambia');
      await chat.waitForAnswer('no cambia');
      server.script(answer('Un conjunto no repite.'));
      await chat.ask('¿Y un conjunto?');
      await chat.waitForAnswer('no repite');
      await other.waitForAnswer('no repite');
      assert.equal(await other.answers.count(), 3);
      await other.action('Editar la pregunta', other.questions.last()).waitFor({ state: 'attached' });
      await chat.historyButton.click();
      await chat.historyRow('¿Qué es una lista?').hover();
      await chat.historyRow('¿Qué es una lista?').locator('[data-row="delete"]').click();
      await other.answers.first().waitFor({ state: 'detached' });
      await workbench.page.keyboard.press('Escape');
    } finally {
      await second.page.close();
    }
    await chat.historyButton.click();
    await chat.historyRow('Los bucles').locator('[data-row="open"]').click();
    await chat.title.filter({ hasText: 'Los bucles' }).waitFor();
    await workbench.waitUntil(
      () => keptText(scene.host.workspace, true),
      (text) => text.includes('Los bucles'),
      'a note of what is open',
    );
  });

  it('in Basque and dark: what is offered after an answer is asked in its language; all are deleted after a question', async () => {
    const { chat, server, workbench } = scene;
    await scene.restart({ ...kept, ...dark, 'aliada.language': 'eu' });
    await chat.open();
    await chat.title.filter({ hasText: 'Los bucles' }).waitFor();
    await workbench.runCommand('Aliada: New Chat');
    await chat.answers.first().waitFor({ state: 'detached' });
    server.script(answer('Begizta batek aginduak errepikatzen ditu.'));
    await chat.ask('Zer da begizta bat?');
    await chat.waitForAnswer('errepikatzen');
    await chat.waitForRest();
    await chat.followUp('Jarri erabilera-adibide bat').waitFor();
    await workbench.screenshot('conversation-actions-eu-dark');
    server.forget();
    server.script(answer('Adibidez, for.'));
    await chat.followUp('Azaldu hitz errazagoekin').click();
    const { body } = await server.waitForRequest();
    assert.match(body.messages?.at(-1)?.content ?? '', /^Azaldu hitz errazagoekin\n/);
    await chat.waitForAnswer('Adibidez, for.');
    await chat.waitForRest();
    await workbench.runCommand('Aliada: Show Conversations');
    await chat.historyRow('Zer da begizta bat?').hover();
    await workbench.screenshot('conversations-eu-dark');
    await chat.historyButtonNamed('Ezabatu guztiak').click();
    await workbench.page.locator('.monaco-dialog-box .monaco-button', { hasText: 'Ezabatu guztiak' }).click();
    await chat.historyEmpty.filter({ hasText: 'Oraindik ez dago elkarrizketarik' }).waitFor();
    await workbench.page.keyboard.press('Escape');
    await chat.answers.first().waitFor({ state: 'detached' });
  });
});

/** All that is written of the conversations of this VS Code, or of the one that is noted as open. */
async function keptText(workspace: string, onlyOpen = false): Promise<string> {
  const storage = path.join(path.dirname(workspace), 'data', 'User', 'workspaceStorage');
  const names = await readdir(storage, { recursive: true });
  // One that a newer one takes the place of may be gone meanwhile.
  const read = (name: string): Promise<string> => readFile(path.join(storage, name), 'utf8').catch(() => '');
  const all = names.filter((name) => name.includes('conversations') && name.endsWith('.json'));
  const isNote = (name: string): boolean => path.basename(name) === 'open.json';
  const notes = (await Promise.all(all.filter(isNote).map(read))).join('\n');
  const files = all.filter((name) => {
    const [conversation = ''] = path.basename(name).split('.');
    return !isNote(name) && (!onlyOpen || notes.includes(conversation));
  });
  return (await Promise.all(files.map(read))).join('\n');
}
