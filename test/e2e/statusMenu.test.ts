import assert from 'node:assert/strict';
import { answer } from '../support/replies';
import { pictureOfFailure, Scene } from '../support/scene';

const themes = { light: 'Default Light Modern', dark: 'Default Dark Modern' } as const;
/** How Aliada says it. */
const words = {
  es: {
    figures: 'Sugerencias de hoy: 1',
    taken: 'Aceptadas enteras: 1',
    pause: 'Pausar el autocompletado',
    paused: /El autocompletado está en pausa/,
    resume: 'Terminar la pausa',
  },
  eu: {
    figures: 'Gaurko iradokizunak: 1',
    taken: 'Osorik onartuta: 1',
    pause: 'Pausatu osatze automatikoa',
    paused: /Osatze automatikoa pausatuta dago/,
    resume: 'Amaitu osatze automatikoaren pausa',
  },
} as const;

describe('the status bar menu and completion, by hand', () => {
  for (const [language, theme] of [
    ['es', 'light'],
    ['eu', 'dark'],
  ] as const) {
    describe(`${language}, ${theme}`, () => {
      let scene: Scene;
      const said = words[language];

      before(async () => {
        scene = await Scene.open({
          settings: { 'aliada.language': language, 'workbench.colorTheme': themes[theme] },
          files: { 'sum.py': 'def sum_of(a, b):\n    r\n', 'off.py': 'x = \n' },
        });
      });
      afterEach(async function () {
        await pictureOfFailure.call(this, scene);
      });
      after(() => scene.close());

      it('shows the figures of the day', async () => {
        const { workbench, server } = scene;
        server.script(answer('turn a + b'));
        await workbench.openFile('sum.py');
        await workbench.goToEndOf(2);
        // One key: between two, a slow machine shows a suggestion for the first, and counts it.
        await workbench.type('e');
        await workbench.waitForGhost('turn a + b');
        await workbench.page.keyboard.press('Tab');
        await workbench.waitForSaved('sum.py', 'def sum_of(a, b):\n    return a + b\n');
        await workbench.statusItem.click();
        await workbench.page.locator('.quick-input-widget:visible').getByText(said.figures).waitFor();
        await workbench.page.locator('.quick-input-widget:visible').getByText(said.taken).waitFor();
        await workbench.screenshot(`status-menu-${language}-${theme}`);
        await workbench.dismiss();
      });

      it('pauses completion, says so, and ends the pause', async () => {
        const { workbench, server } = scene;
        server.script(answer('10'));
        await workbench.openFile('off.py');
        await workbench.statusItem.click();
        await workbench.quickPick(said.pause);
        await workbench.waitForStatus(said.paused);
        await workbench.statusItem.getByText(/Aliada: \d{1,2}:\d{2}/).waitFor();
        server.forget();
        await workbench.goToEndOf(1);
        await workbench.type('1');
        await workbench.statusItem.click();
        await workbench.quickPick(said.resume);
        await workbench.waitForStatus(/^(?!.*(pausa|pausatuta))/s);
        await workbench.goToEndOf(1);
        await workbench.type('2');
        await workbench.waitForGhost('10');
        assert.ok(server.asked.every(({ body }) => JSON.stringify(body).includes('12')));
      });
    });
  }
});
