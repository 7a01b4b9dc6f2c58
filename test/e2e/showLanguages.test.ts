import { pictureOfFailure, Scene } from '../support/scene';

/** How Aliada says it, and how VS Code's list then reads. */
const words = {
  es: {
    title: 'Lenguajes de programación',
    trained: 'Los modelos se entrenaron con estos: 92',
    assembly: 'Ensamblador',
    on: 'activado',
    off: 'desactivado',
    other: 'activado, sin garantía',
  },
  eu: {
    title: 'Programazio-lengoaiak',
    trained: 'Ereduak hauekin entrenatu ziren: 92',
    assembly: 'Mihiztadura-lengoaia',
    on: 'aktibatuta',
    off: 'desaktibatuta',
    other: 'aktibatuta, bermerik gabe',
  },
} as const;

describe('the list of programming languages, by hand', () => {
  for (const language of ['es', 'eu'] as const) {
    describe(language, () => {
      let scene: Scene;
      const said = words[language];

      before(async () => {
        scene = await Scene.open({
          settings: { 'aliada.language': language },
          files: { 'sum.asm': 'section .text\n' },
        });
      });
      afterEach(async function () {
        await pictureOfFailure.call(this, scene);
      });
      after(() => scene.close());

      it('shows each with its state, and switches one off and on', async () => {
        const { workbench } = scene;
        const { page } = workbench;
        await workbench.openFile('sum.asm');
        await workbench.runCommand('Aliada: Show Programming Languages');
        const list = page.locator('.quick-input-widget:visible');
        await list.locator('.quick-input-title').getByText(said.title).waitFor();
        // The language of the file is the one that Enter would take.
        const current = list.locator('.monaco-list-row.focused');
        await current.getByText(said.assembly).waitFor();
        await current.getByText(said.on, { exact: true }).waitFor();
        await workbench.screenshot(`languages-${language}`);

        await page.keyboard.press('Enter');
        await current.getByText(said.off, { exact: true }).waitFor();
        await current.getByText(said.assembly).waitFor();
        await workbench.screenshot(`languages-off-${language}`);
        await page.keyboard.press('Enter');
        await current.getByText(said.on, { exact: true }).waitFor();

        await page.keyboard.press('Control+Home');
        await list.getByText(said.trained).waitFor();
        await page.keyboard.press('Control+End');
        await current.getByText('XML').waitFor();
        await current.getByText(said.other, { exact: true }).waitFor();
        await workbench.screenshot(`languages-best-effort-${language}`);
        await workbench.dismiss();
      });
    });
  }
});
