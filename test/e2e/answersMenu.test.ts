// What is asked and shown is in Spanish, Basque and Catalan. cspell:disable
import assert from 'node:assert/strict';
import { promptsFor } from '../../src/core/chat/prompts/forLanguage';
import type { AnswerLanguage } from '../../src/core/language/spoken/languages';
import { answer, endlessAnswer } from '../support/replies';
import { pictureOfFailure, Scene } from '../support/scene';

const basque =
  'Ez dut ulertzen zertarako erabiltzen den funtzio hau, eta zergatik ez duen zerrenda osoa itzultzen egiten badugu.';
const themes = { light: 'Default Light Modern', dark: 'Default Dark Modern' };

/** The chip with the language of the answers, in a real VS Code, with keyboard and mouse. */
describe('the language of answers, chosen in the chat', () => {
  let scene: Scene;

  before(async () => {
    scene = await Scene.open({ files: { 'suma.py': 'def suma(a, b):\n    return a + b\n' } });
  });
  beforeEach(() => scene.server.forget());
  afterEach(async function () {
    await pictureOfFailure.call(this, scene);
  });
  after(() => scene.close());

  async function assertAnswersIn(
    language: AnswerLanguage,
    level: 'standard' | 'brief' = 'standard',
  ): Promise<void> {
    const { body } = await scene.server.waitForRequest(({ path }) => path.endsWith('/chat/completions'));
    const { system, levels, reminder } = promptsFor(language);
    const [first, last] = [body.messages?.[0]?.content, body.messages?.at(-1)?.content];
    assert.ok(first?.startsWith(`${system}\n${levels[level]}\n`), first);
    assert.ok(last?.endsWith(reminder), last);
    await scene.chat.waitForRest();
    scene.server.forget();
  }

  it('follows a clear question, and says so in the chip', async () => {
    const { chat, server } = scene;
    await scene.change({ 'aliada.language': 'auto' });
    await chat.openAnew();
    server.script(answer('Ados.'));
    await chat.ask(basque);
    await assertAnswersIn('eu');
    await chat.answersChip.filter({ hasText: 'Euskara' }).waitFor();
    assert.match((await chat.answersChip.getAttribute('aria-label')) ?? '', /Euskara.*your question/);
  });

  it('is changed for one conversation with the keyboard alone, and a new one forgets it', async () => {
    const { chat, server, workbench } = scene;
    await scene.change({ 'aliada.language': 'en' });
    await chat.openAnew();
    server.script(answer('Fet.'));
    const { keyboard } = workbench.page;
    await chat.composer.press('Tab');
    await chat.answersChip.and(chat.focused).waitFor();
    await keyboard.press('Enter');
    await chat.answersOption('English').and(chat.focused).waitFor();
    for (const name of ['Aranés', 'Euskara', 'Galego', 'Valencià', 'Català']) {
      await keyboard.press('ArrowUp');
      await chat.answersOption(name).and(chat.focused).waitFor();
    }
    await keyboard.press('Enter');
    await chat.answersChip.and(chat.focused).filter({ hasText: 'Català' }).waitFor();
    assert.match((await chat.status.textContent()) ?? '', /Català.*this conversation/);
    await chat.ask('What is this?');
    await assertAnswersIn('ca');
    await workbench.runCommand('Aliada: New Chat');
    await chat.answersChip.filter({ hasText: 'English' }).waitFor();
  });

  it('Escape closes the menu and leaves the answer alone that is being written', async () => {
    const { chat, server, workbench } = scene;
    server.script(endlessAnswer('word '));
    await chat.ask('Go on for ever');
    await chat.waitForAnswer('word word');
    await chat.answersChip.click();
    await chat.answersMenu.waitFor();
    await workbench.page.keyboard.press('Escape');
    await chat.answersMenu.waitFor({ state: 'hidden' });
    await chat.stopButton.waitFor();
    await chat.stopButton.click();
    await chat.waitForRest();
  });

  it('is changed for good with the mouse: language and level are in the settings, and Aliada’s own words stay', async () => {
    const { chat, server, workbench } = scene;
    await scene.change({ 'aliada.language': 'en' });
    await chat.openAnew();
    await chat.answersChip.click();
    await chat.answersOption('For good').click();
    await chat.answersOption('Brief').click();
    await chat.answersChip.filter({ hasText: 'Brief' }).waitFor();
    await chat.answersChip.click();
    await chat.answersOption('For good').click();
    await chat.answersOption('Galego').click();
    await chat.answersChip.filter({ hasText: 'Galego' }).filter({ hasText: 'Brief' }).waitFor();
    await workbench.reload();
    await chat.open();
    await chat.answersChip.filter({ hasText: 'Galego' }).filter({ hasText: 'Brief' }).waitFor();
    server.script(answer('Feito.'));
    await chat.ask('What is this?');
    await assertAnswersIn('gl', 'brief');
    await workbench.screenshot('answers-chip-gl');
  });

  for (const language of ['es', 'eu'] as const) {
    for (const theme of ['light', 'dark'] as const) {
      it(`looks right in ${language}, ${theme}`, async () => {
        const { chat, workbench } = scene;
        await scene.change({ 'aliada.language': language, 'workbench.colorTheme': themes[theme] });
        await workbench.page.locator(`.monaco-workbench.${theme === 'dark' ? 'vs-dark' : 'vs'}`).waitFor();
        await chat.openAnew();
        await chat.answersChip.click();
        await chat.answersMenu.waitFor();
        await workbench.screenshot(`answers-menu-${language}-${theme}`);
      });
    }
  }
});
