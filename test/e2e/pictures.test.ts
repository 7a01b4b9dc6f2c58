import { pictureTexts } from '../support/pictureTexts';
import { answer } from '../support/replies';
import { pictureOfFailure, Scene } from '../support/scene';

const themes = { light: 'Default Light Modern', dark: 'Default Dark Modern' };
/** What would only take room in a small picture. */
const plain = {
  'editor.minimap.enabled': false,
  'editor.fontSize': 13,
  'breadcrumbs.enabled': false,
  'aliada.completion.enabled': false,
  'aliada.history.keepDays': 365,
  'workbench.colorTheme': themes.light,
};

/**
 * The pictures of the read-me files and of the handbook, from views that were really there; the answers are scripted.
 * They are artifacts of the run, and `npm run pictures` puts them into `docs/images`.
 */
describe('pictures', () => {
  let scene: Scene;

  afterEach(async function () {
    await pictureOfFailure.call(this, scene);
  });

  async function open(languages: readonly (keyof typeof pictureTexts)[]): Promise<void> {
    const files = Object.fromEntries(
      languages.map((one) => [pictureTexts[one].file, pictureTexts[one].code]),
    );
    scene = await Scene.open({
      settings: { ...plain, 'aliada.language': languages[0] },
      files,
    });
    await scene.workbench.resize(1140, 700);
    await scene.chat.open();
    await scene.workbench.widenSideBar(420);
  }

  /** Has the file explained, as far as a person sees the buttons below the code. */
  async function explain(language: keyof typeof pictureTexts): Promise<void> {
    const { chat, server, workbench } = scene;
    const { file, answer: text } = pictureTexts[language];
    server.script(answer(text));
    await chat.openAnew();
    await workbench.openFile(file);
    await workbench.selectLines(4, 9);
    await workbench.runCommand('Aliada: Explain Selection');
    await chat.answer.locator('.tok-keyword').first().waitFor();
    await chat.waitForRest();
    await chat.followUp('').first().waitFor();
  }

  for (const language of ['es', 'eu'] as const) {
    describe(`in ${language}`, () => {
      before(() => open([language]));
      after(() => scene.close());

      it('of an explanation, and of what can be done with its code', async () => {
        const { chat, workbench } = scene;
        await explain(language);
        await workbench.picture(`answer-${language}`, workbench.sideBar);
        await chat.questions.last().scrollIntoViewIfNeeded();
        await workbench.picture(`explain-${language}`);
        await scene.change({ ...plain, 'aliada.language': language, 'workbench.colorTheme': themes.dark });
        await workbench.page.locator('.monaco-workbench.vs-dark').waitFor();
        await workbench.screenshot(`explain-${language}-dark`);
        await scene.change({ ...plain, 'aliada.language': language });
        await workbench.page.locator('.monaco-workbench.vs').waitFor();
      });

      it('of a proposed change with two hunks', async () => {
        const { chat, workbench } = scene;
        const { page } = workbench;
        await chat.codeButton('apply').click();
        await page.locator('.codelens-decoration a').nth(3).waitFor();
        await workbench.picture(`change-${language}`);
        await workbench.runCommand('Aliada: Refuse All Changes');
        await page.locator('.monaco-diff-editor').waitFor({ state: 'detached' });
        await workbench.focusEditor();
      });

      it('of the lists behind / and #', async () => {
        const { chat, workbench } = scene;
        const { command, source } = pictureTexts[language];
        await chat.openAnew();
        for (const [name, typed] of [
          ['commands', command],
          ['attachments', source],
        ] as const) {
          await chat.composer.pressSequentially(typed);
          await chat.option(typed).first().waitFor();
          await workbench.picture(`${name}-${language}`, workbench.sideBar);
          await chat.composer.press('Escape');
          await chat.composer.fill('');
        }
      });

      it('of the conversations that are kept', async () => {
        const { chat, server, workbench } = scene;
        for (const [question, text] of pictureTexts[language].earlier) {
          await chat.openAnew();
          server.script(answer(text));
          await chat.ask(question);
          await chat.waitForAnswer(text);
          await chat.waitForRest();
        }
        await chat.historyButton.click();
        await chat.historyRows.nth(3).waitFor();
        await workbench.picture(`conversations-${language}`, workbench.sideBar);
      });
    });
  }

  describe('in Catalan and Galician', () => {
    before(() => open(['ca', 'gl']));
    after(() => scene.close());

    for (const language of ['ca', 'gl'] as const) {
      it(`of an explanation, ${language}`, async () => {
        await scene.change({ ...plain, 'aliada.language': language });
        await explain(language);
        await scene.chat.questions.last().scrollIntoViewIfNeeded();
        // The one in Catalan is the English read-me's too, and the only one that is packaged.
        await scene.workbench.picture(language === 'ca' ? 'explain' : `explain-${language}`);
      });
    }
  });
});
