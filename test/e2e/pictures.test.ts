import { answer } from '../support/replies';
import { pictureOfFailure, Scene } from '../support/scene';

const answers = {
  es: 'Esta función **suma** dos números:\n\n```python\ndef suma(a, b):\n    return a + b\n```\n\n- `a` y `b` son números.\n',
  eu: 'Funtzio honek bi zenbaki **batzen** ditu:\n\n```python\ndef suma(a, b):\n    return a + b\n```\n\n- `a` eta `b` zenbakiak dira.\n',
};
const themes = { light: 'Default Light Modern', dark: 'Default Dark Modern' };

/** Pictures for people to look at, kept as artifacts of the run; each stands for a view that was really there. */
describe('pictures', () => {
  let scene: Scene;

  before(async () => {
    scene = await Scene.open({ files: { 'suma.py': 'def suma(a, b):\n    return a + b\n' } });
  });
  afterEach(async function () {
    await pictureOfFailure.call(this, scene);
  });
  after(() => scene.close());

  for (const language of ['es', 'eu'] as const) {
    for (const theme of ['light', 'dark'] as const) {
      it(`of an explanation in ${language}, ${theme}`, async () => {
        const { chat, server, workbench } = scene;
        await scene.change({ 'aliada.language': language, 'workbench.colorTheme': themes[theme] });
        await workbench.page.locator(`.monaco-workbench.${theme === 'dark' ? 'vs-dark' : 'vs'}`).waitFor();
        server.script(answer(answers[language]));
        await chat.openAnew();
        await workbench.openFile('suma.py');
        await workbench.selectLines(1, 2);
        await workbench.runCommand('Aliada: Explain Selection');
        await chat.answer.locator('.code').waitFor();
        await chat.waitForRest();
        await workbench.screenshot(`chat-${language}-${theme}`);
      });
    }
  }
});
