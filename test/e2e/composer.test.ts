// What is asked and shown is in Spanish and Basque. cspell:disable
import assert from 'node:assert/strict';
import { attachmentLabel, renderAttachment, type CodeAttachment } from '../../src/core/chat/attachment';
import { promptsFor } from '../../src/core/chat/prompts/forLanguage';
import type { AnswerLanguage } from '../../src/core/language/spoken/languages';
import { answer } from '../support/replies';
import { pictureOfFailure, Scene } from '../support/scene';

const sum = 'def suma(a, b):\n    return a + b\n';
const prices = 'def total(precios):\n    return sum(precios)\n';
const files = { 'suma.py': sum, 'precios.py': prices, '.env': 'TOTAL_TOKEN=abc\n' };
const themes = { light: 'Default Light Modern', dark: 'Default Dark Modern' };

function whole(path: string, text: string): CodeAttachment {
  const lines = text.split('\n').length;
  return { kind: 'code', path, languageId: 'python', text, firstLine: 1, lastLine: lines - 1 };
}

/** The composer in a real VS Code: commands and attachments, and what of it reaches the server. */
describe('the composer', () => {
  let scene: Scene;

  before(async () => {
    scene = await Scene.open({ files });
  });
  beforeEach(() => scene.server.forget());
  afterEach(async function () {
    await pictureOfFailure.call(this, scene);
  });
  after(() => scene.close());

  /** What the model was asked last, without what closes every question. */
  async function asked(language: AnswerLanguage): Promise<string> {
    const { body } = await scene.server.waitForRequest(({ path }) => path.endsWith('/chat/completions'));
    await scene.chat.waitForRest();
    const { reminder, system } = promptsFor(language);
    assert.ok(body.messages?.[0]?.content.startsWith(system));
    const last = body.messages?.at(-1)?.content ?? '';
    assert.ok(last.endsWith(reminder), last);
    scene.server.forget();
    return last;
  }

  async function start(language: AnswerLanguage, theme: keyof typeof themes): Promise<void> {
    await scene.restart({ 'aliada.language': language, 'workbench.colorTheme': themes[theme] });
    await scene.workbench.openFile('suma.py');
    // The conversation of before is there again.
    await scene.chat.openAnew();
    scene.server.script(answer('Vale.'));
  }

  it('takes a command from the list, with words behind it, about the file that is open', async () => {
    const { chat, workbench } = scene;
    await start('es', 'light');
    await chat.starter('Explicar suma.py').waitFor();
    await workbench.screenshot('composer-empty-es-light');
    await chat.composer.pressSequentially('/rev');
    await chat.option('/revisa').waitFor();
    await workbench.screenshot('composer-commands-es-light');
    await chat.composer.press('Tab');
    await chat.composer.pressSequentially('con calma');
    await chat.composer.press('Enter');
    const { commands } = promptsFor('es');
    const said = await asked('es');
    assert.ok(
      said.startsWith(
        `${renderAttachment(whole('suma.py', sum), promptsFor('es'))}\n\n${commands.review}\n\ncon calma`,
      ),
      said,
    );
    await chat.composer.press('ArrowUp');
    assert.equal(await chat.composer.inputValue(), '/revisa con calma');
    await chat.composer.press('ArrowDown');
    assert.equal(await chat.composer.inputValue(), '');
  });

  it('attaches a file and what is selected in the terminal, once, and leaves the clipboard alone', async () => {
    const { chat, workbench } = scene;
    const { page } = workbench;
    await workbench.runCommand('Terminal: Create New Terminal');
    await page.locator('.terminal-wrapper.active .xterm-screen').waitFor();
    await page.keyboard.type('echo roto; exit 0 #');
    await workbench.runCommand('Terminal: Select All');
    await page.evaluate('navigator.clipboard.writeText("mío")');
    await chat.composer.click();
    await chat.composer.pressSequentially('¿Qué falla? #termi');
    await chat.composer.press('Enter');
    await chat.attached.filter({ hasText: 'Terminal: ' }).waitFor();
    assert.equal(await page.evaluate('navigator.clipboard.readText()'), 'mío');
    await chat.composer.pressSequentially('#arch');
    await chat.composer.press('Enter');
    await workbench.quickPick('precios.py', 'precios');
    const file = whole('precios.py', prices);
    await chat.attached.filter({ hasText: attachmentLabel(file) }).waitFor();
    assert.match((await chat.attached.textContent()) ?? '', /≈ \d+ de [\d.]+ tokens/);
    await workbench.screenshot('composer-attached-es-light');
    assert.equal(await chat.composer.inputValue(), '¿Qué falla? ');
    await chat.composer.press('Enter');
    const said = await asked('es');
    assert.ok(said.includes(renderAttachment(file, promptsFor('es'))), said);
    assert.match(said, /Texto copiado del terminal `/);
    assert.ok(said.includes('¿Qué falla?'));
    await chat.chips.waitFor({ state: 'detached' });
  });

  it('tells what it can do without asking anybody', async () => {
    const { chat, server } = scene;
    await chat.ask('/ayuda');
    await chat.waitForAnswer('/explica');
    await chat.waitForAnswer('#archivo');
    assert.equal(await chat.composer.inputValue(), '');
    assert.equal(server.asked.length, 0);
  });

  it('speaks Basque: a command by its name, a search of the workspace, and English all the same', async () => {
    const { chat, workbench } = scene;
    await start('eu', 'dark');
    await chat.starter('Azaldu suma.py').waitFor();
    await workbench.screenshot('composer-empty-eu-dark');
    await chat.composer.pressSequentially('/konp');
    await chat.composer.press('Enter');
    assert.equal(await chat.composer.inputValue(), '/konpondu ');
    await chat.composer.press('Enter');
    assert.ok((await asked('eu')).includes(`\n\n${promptsFor('eu').commands.fix}\n\n`));
    await chat.composer.pressSequentially('#');
    await chat.option('#bilatu').waitFor();
    await workbench.screenshot('composer-sources-eu-dark');
    await chat.composer.pressSequentially('sear');
    await chat.option('#bilatu').waitFor();
    await chat.composer.press('Enter');
    await workbench.answerInput('total');
    await chat.attached.filter({ hasText: 'Bilaketa: total' }).waitFor();
    await chat.composer.pressSequentially('Non dago?');
    await workbench.screenshot('composer-attached-eu-dark');
    await chat.composer.press('Enter');
    const said = await asked('eu');
    const { textAttachments } = promptsFor('eu');
    assert.ok(
      said.startsWith(
        `${textAttachments.search('total')}\n\`\`\`\nprecios.py:1: def total(precios):\n\`\`\``,
      ),
      said,
    );
    assert.ok(!said.includes('TOTAL_TOKEN'));
    await chat.ask('/explain zergatik?');
    const explained = await asked('eu');
    assert.ok(explained.includes(`${promptsFor('eu').commands.explain}\n\nzergatik?`), explained);
  });

  it('takes an attachment out with the keyboard, and sends nothing of it', async () => {
    const { chat, workbench } = scene;
    await workbench.focusEditor();
    await workbench.selectLines(1, 2);
    await chat.composer.click();
    await chat.chips.filter({ hasText: 'suma.py:1-2' }).waitFor();
    await chat.composer.press('Shift+Tab');
    await chat.focused.press('Delete');
    await chat.chips.waitFor({ state: 'detached' });
    await chat.composer.and(chat.focused).waitFor();
    await chat.ask('Kaixo');
    assert.ok((await asked('eu')).startsWith('Kaixo'));
  });
});
