import assert from 'node:assert/strict';
import { pictureOfFailure, Scene } from '../support/scene';

const themes = { light: 'Default Light Modern', dark: 'Default Dark Modern' } as const;
/** What is typed, by names of several languages and without accents, and what is found. */
const words = {
  es: {
    title: 'Glosario',
    first: 'abstracción',
    query: 'funcion de orden',
    other: 'ilara',
    found: 'función de orden superior',
    otherFound: 'cola',
    definition: 'Colección de la que sale primero el primer elemento que entró.',
  },
  eu: {
    title: 'Glosarioa',
    first: 'abiarazle',
    query: 'errekurtsio',
    other: 'recursio',
    found: 'errekurtsio',
    otherFound: 'errekurtsio',
    definition: 'Funtzio batek bere buruari deitzeko teknika, arazoaren zati txikiago bat ebazteko.',
  },
} as const;

describe('the glossary, by hand', () => {
  for (const [language, theme] of [
    ['es', 'light'],
    ['eu', 'dark'],
  ] as const) {
    describe(`${language}, ${theme}`, () => {
      let scene: Scene;
      const said = words[language];

      before(async () => {
        scene = await Scene.open({
          settings: {
            'aliada.language': language,
            'aliada.glossary.hover': true,
            'workbench.colorTheme': themes[theme],
          },
          files: { 'sum.py': 'while True:\n    pass\n' },
        });
      });
      afterEach(async function () {
        await pictureOfFailure.call(this, scene);
      });
      after(() => scene.close());

      it('finds terms in any language while typing and shows the one that is taken', async () => {
        const { workbench } = scene;
        const { page } = workbench;
        const list = page.locator('.quick-input-widget:visible');
        await workbench.openFile('sum.py');
        await workbench.runCommand('Aliada: Glossary');
        await list.getByText(said.title, { exact: true }).waitFor();
        await list.getByText(said.first, { exact: true }).waitFor();
        await workbench.screenshot(`glossary-all-${language}-${theme}`);
        await page.keyboard.type(said.query);
        await list.getByText(said.found, { exact: true }).first().waitFor();
        await workbench.screenshot(`glossary-${language}-${theme}`);
        await list.locator('input').fill(said.other);
        await list.getByText(said.definition).waitFor();
        await workbench.screenshot(`glossary-other-${language}-${theme}`);
        await page.keyboard.press('Enter');
        const entry = page.frameLocator('iframe.webview.ready >> visible=true').frameLocator('#active-frame');
        await entry.locator('h1').getByText(said.otherFound, { exact: true }).waitFor();
        await entry.locator('h2').getByText('English', { exact: false }).waitFor();
        await workbench.screenshot(`glossary-entry-${language}-${theme}`);
        assert.equal(await page.locator('.notification-toast').count(), 0);
      });

      it('explains the keyword under the pointer', async () => {
        const { workbench } = scene;
        await workbench.openFile('sum.py');
        await workbench.page.locator('.view-line').getByText('while').first().hover();
        await workbench.page.locator('.monaco-hover:visible').getByText('while loop').waitFor();
        await workbench.screenshot(`glossary-hover-${language}-${theme}`);
      });
    });
  }
});
