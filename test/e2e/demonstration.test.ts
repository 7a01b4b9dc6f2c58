import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { identifyMarkdown } from '../../src/core/language/spoken/identifyMarkdown';
import { pictureOfFailure, Scene } from '../support/scene';
import { testSetup } from '../support/testSetup';
import { startDemonstration, type RunningEngine } from '../support/vscodeHost';

// What the view says of itself. cspell:disable
const notes = {
  es: 'Modelo de demostración: explica programas muy pequeños',
  ca: 'Model de demostració: explica programes molt petits',
  gl: 'Modelo de demostración: explica programas moi pequenos',
  eu: 'Erakusketa-eredua: oso programa txikiak azaltzen ditu',
} as const;

/** Functions of the example workspace that are within what the model can do. */
const functions = [
  { file: 'cesta.py', name: 'cuenta_caros', parameters: ['precios', 'limite'] },
  { file: 'notes.js', name: 'suma', parameters: ['notes'] },
] as const;
// cspell:enable

/** A part of the page; its types are only there. */
interface Part {
  textContent: string;
  cloneNode(deep: boolean): Part;
  querySelectorAll(selector: string): Iterable<Part>;
}

/** The model that `npm start` runs, in the real engine. Its words differ between processors: they are not asserted. */
describe('the demonstration model', () => {
  let engine: RunningEngine;
  let scene: Scene;
  const texts: Record<string, string> = {};

  before(async () => {
    for (const { file } of functions) {
      texts[file] = await readFile(path.join(testSetup().root, 'examples', 'workspace', file), 'utf8');
    }
    engine = await startDemonstration();
    scene = await Scene.open({ settings: settings('es'), files: texts });
  });
  afterEach(async function () {
    await pictureOfFailure.call(this, scene);
  });
  after(async () => {
    await scene.close();
    await engine.stop();
  });

  function settings(language: string): Record<string, unknown> {
    return {
      'aliada.chat.endpoints': [{ url: engine.url, model: engine.model }],
      'aliada.language': language,
    };
  }

  async function select({ file, name }: (typeof functions)[number]): Promise<void> {
    const lines = (texts[file] ?? '').split('\n');
    const first = lines.findIndex((line) => line.includes(` ${name}(`)) + 1;
    const last = lines.findIndex((line, index) => index >= first && line.trim() === '');
    await scene.workbench.openFile(file);
    await scene.workbench.selectLines(first, last);
  }

  /** The newest answer, with its code marked as code: names are no words of a language. */
  async function answer(): Promise<string> {
    await scene.chat.answer.locator('.block').first().waitFor();
    await scene.chat.waitForRest();
    return scene.chat.answer.locator('.block').evaluateAll((blocks) =>
      (blocks as unknown as readonly Part[])
        .map((block) => {
          const copy = block.cloneNode(true);
          for (const code of copy.querySelectorAll('code')) code.textContent = `\`${code.textContent}\``;
          return copy.textContent;
        })
        .join('\n\n'),
    );
  }

  for (const language of ['es', 'ca', 'gl', 'eu'] as const) {
    it(`explains the example workspace in "${language}", and the view says what it is`, async () => {
      const { chat, workbench } = scene;
      await scene.change(settings(language));
      for (const one of functions) {
        await chat.openAnew();
        await select(one);
        await workbench.runCommand('Aliada: Explain Selection');
        const text = await answer();
        assert.equal(await chat.failure.count(), 0);
        assert.equal(identifyMarkdown(text).language, language, text);
        for (const name of [one.name, ...one.parameters]) assert.ok(text.includes(`\`${name}\``), text);
      }
      await chat.demonstration.filter({ hasText: notes[language] }).waitFor();
      await workbench.screenshot(`demonstration-${language}`);
    });
  }

  it('leads to a real model', async () => {
    const { chat, workbench } = scene;
    await scene.change(settings('es'));
    await chat.demonstration.getByRole('button', { name: 'Configurar punto de conexión' }).click();
    await workbench.page.locator('.quick-input-widget:visible').getByText('Hugging Face').waitFor();
    await workbench.page.keyboard.press('Escape');
    await chat.demonstration.getByRole('button', { name: 'Instalar un modelo local' }).click();
    await workbench.page.locator('.quick-input-widget:visible').getByText('Salamandra').first().waitFor();
    await workbench.page.keyboard.press('Escape');
  });
});
