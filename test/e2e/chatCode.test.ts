// What is shown here is in Spanish and Basque. cspell:disable
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { answer } from '../support/replies';
import { pictureOfFailure, Scene } from '../support/scene';

const original = 'def suma(a, b):\n    return a\n\n\ndef resta(a, b):\n    return a - b\n';
const fence = '```';
const reply = `Así:

${fence}python
def suma(a, b):
    return a + b
${fence}

Y para probarlo:

${fence}bash
python3 suma.py\u200b
${fence}

Más en [la guía](https://docs.python.org/es/3/).
`;
/** What the two interfaces say where a person looks for it. */
const words = {
  es: { accept: 'Aceptar', unseen: 'caracteres que no se ven' },
  eu: { accept: 'Onartu', unseen: 'ikusten ez diren karaktereak' },
} as const;

describe('code of an answer, by hand', () => {
  let scene: Scene;

  before(async () => {
    scene = await Scene.open({
      settings: { 'aliada.language': 'es', 'aliada.completion.enabled': false },
      files: { 'suma.py': original },
    });
  });
  afterEach(async function () {
    await pictureOfFailure.call(this, scene);
  });
  after(() => scene.close());

  for (const language of ['es', 'eu'] as const) {
    it(`is looked at as a change before it is in the file, and one undo takes it back (${language})`, async () => {
      const { chat, server, workbench, host } = scene;
      if (language !== 'es') {
        await scene.restart({
          ...{ 'aliada.language': language, 'aliada.completion.enabled': false },
          'workbench.colorTheme': 'Default Light Modern',
        });
      }
      const { page } = workbench;
      server.script(answer(reply));
      await workbench.openFile('suma.py');
      await workbench.selectLines(1, 2);
      await workbench.runCommand('Aliada: Explain Selection');
      await chat.waitForRest();
      await chat.answer.locator('.tok-keyword').first().waitFor();
      await chat.answer.getByText(words[language].unseen).waitFor();
      await chat.codeButton('apply').first().click();
      const lens = page.locator('.codelens-decoration a').filter({ hasText: words[language].accept }).first();
      await lens.waitFor();
      const file = path.join(host.workspace, 'suma.py');
      assert.equal(await readFile(file, 'utf8'), original, 'nothing is changed before a person accepts it');
      await workbench.screenshot(`chat-apply-${language}`);
      await lens.click();
      await page.locator('.monaco-diff-editor').waitFor({ state: 'detached' });
      await workbench.waitForSaved('suma.py', original.replace('return a\n', 'return a + b\n'));
      await workbench.goToEndOf(1);
      await page.keyboard.press('Control+Z');
      await page.locator('.tab.active.dirty[data-resource-name="suma.py"]').waitFor();
      await workbench.waitForSaved('suma.py', original);
    });

    it(`opens as a new file, and a command stands in a terminal and does not run (${language})`, async () => {
      const { chat, workbench } = scene;
      const { page } = workbench;
      await chat.codeButton('newFile').first().click();
      await page.locator('.tab.active', { hasText: 'Untitled' }).waitFor();
      await page.locator('.statusbar-item', { hasText: 'Python' }).first().waitFor();
      await chat.codeButton('terminal').click();
      await page.locator('.terminal-wrapper.active .xterm').waitFor();
      await workbench.screenshot(`chat-terminal-${language}`);
      await workbench.runCommand('Terminal: Kill All Terminals');
      await page.locator('.terminal-wrapper.active').waitFor({ state: 'detached' });
    });

    it(`has links whose address is seen before they open (${language})`, async () => {
      const { chat, workbench } = scene;
      const { page } = workbench;
      const pages = page.context().pages().length;
      await chat.answer.locator('a').click();
      const dialog = page.locator('.monaco-dialog-box');
      await dialog.getByText('https://docs.python.org/es/3/', { exact: false }).first().waitFor();
      await workbench.screenshot(`chat-link-${language}`);
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
      assert.equal(page.context().pages().length, pages);
    });
  }
});
