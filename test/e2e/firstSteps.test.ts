// What a person reads and gets answered, in five languages. cspell:disable
import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { ownNames, type InterfaceLanguage } from '../../src/core/language/spoken/languages';
import { Pictures } from '../support/pictures';
import { answer } from '../support/replies';
import { pictureOfFailure, Scene } from '../support/scene';
import { MODEL, startScriptedServer, type ScriptedServer } from '../support/scriptedServer';
import { wordsOf, type Words } from '../support/wordsOf';

const themes = { light: 'Default Light Modern', dark: 'Default Dark Modern' } as const;
type Theme = keyof typeof themes;

const explanations: Readonly<Record<InterfaceLanguage, string>> = {
  en: 'This function works out the **average** of a list of numbers:\n\n1. It begins with `total` at zero.\n2. It adds each number of the list.\n3. It divides the sum by how many there are.\n',
  es: 'Esta función calcula la **media** de una lista de números:\n\n1. Empieza con `total` a cero.\n2. Suma cada número de la lista.\n3. Divide la suma entre la cantidad de números.\n',
  ca: "Aquesta funció calcula la **mitjana** d'una llista de nombres:\n\n1. Comença amb `total` a zero.\n2. Suma cada nombre de la llista.\n3. Divideix la suma entre la quantitat de nombres.\n",
  gl: 'Esta función calcula a **media** dunha lista de números:\n\n1. Comeza con `total` a cero.\n2. Suma cada número da lista.\n3. Divide a suma entre a cantidade de números.\n',
  eu: 'Funtzio honek zenbaki-zerrenda baten **batezbestekoa** kalkulatzen du:\n\n1. `total` aldagaia zeroan hasten du.\n2. Zerrendako zenbaki bakoitza batzen dio.\n3. Batura zenbaki kopuruaz zatitzen du.\n',
};

/** With `ALIADA_PICTURES=1` in both themes, and the pictures of the walkthrough are made anew. */
const isPicturing = process.env.ALIADA_PICTURES !== undefined;
const rounds: readonly (readonly [InterfaceLanguage, Theme])[] = !isPicturing
  ? [
      ['eu', 'dark'],
      ['gl', 'light'],
      ['ca', 'dark'],
      ['es', 'light'],
      ['en', 'dark'],
    ]
  : (['eu', 'gl', 'ca', 'es', 'en'] as const).flatMap((language) => [
      [language, 'light'] as const,
      [language, 'dark'] as const,
    ]);

describe('the first steps, by hand, from the language to an answer', () => {
  let scene: Scene;
  let server: ScriptedServer;
  const pictures = new Pictures('walkthrough');

  before(async () => {
    scene = await Scene.open({ settings: { 'aliada.chat.endpoints': [] }, unanswered: true });
  });
  beforeEach(async () => {
    // A new one each time: nobody has allowed it yet.
    server = await startScriptedServer();
  });
  afterEach(async function () {
    await pictureOfFailure.call(this, scene);
    await server.stop();
  });
  after(async () => {
    await pictures.write(scene.workbench.page);
    await scene.close();
  });

  const list = (): Locator => scene.workbench.page.locator('.quick-input-widget:visible');
  const steps = (): Locator => scene.workbench.page.locator('.gettingStartedContainer');

  /** Opens a step and presses its first button. */
  async function take(step: string, words: Words): Promise<void> {
    const title = words.manifest(`walkthrough.${step}.title`);
    const [, button = ''] = /\n\[(.+?)\]/.exec(words.manifest(`walkthrough.${step}.description`)) ?? [];
    const one = steps().locator('.getting-started-step').filter({ hasText: title });
    await press(one, one.locator('.monaco-button', { hasText: button }));
  }

  /** Opens a step unless it is open, and presses a button in it. The walkthrough opens one by itself, late. */
  async function press(step: Locator, button: Locator): Promise<void> {
    const open = async (): Promise<boolean> => {
      if (!(await button.isVisible())) await step.locator('.step-title').click();
      return button.isVisible();
    };
    await scene.workbench.waitUntil(open, Boolean, 'the button of a step');
    await button.click();
  }

  /** Takes a language from the list. The walkthrough takes the focus when it opens, late; the key goes to the list. */
  async function choose(name: string): Promise<void> {
    const { quickInput } = scene.workbench;
    await quickInput.fill(name);
    await list().locator('.monaco-list-row.focused').filter({ hasText: name }).waitFor();
    await quickInput.press('Enter');
    await list().waitFor({ state: 'hidden' });
  }

  async function waitForTick(step: string, language: InterfaceLanguage): Promise<void> {
    const variant = language === 'en' ? 'firstSteps' : `firstSteps.${language}`;
    const id = `aliada.aliada#${variant}#${step}`;
    await steps().locator(`.codicon.complete[data-done-step-id="${id}"]`).waitFor();
  }

  for (const [language, theme] of rounds) {
    it(`in ${language}, ${theme}`, async () => {
      const { workbench, chat } = scene;
      const { page } = workbench;
      const words = await wordsOf(language);
      const cutOff: string[] = [];
      const look = async (name: string): Promise<void> => {
        await page.evaluate(ALL_DRAWN);
        await workbench.screenshot(`first-steps-${language}-${theme}-${name}`);
        cutOff.push(...(await page.evaluate<readonly string[]>(CUT_OFF)));
      };
      server.script(answer(explanations[language]));
      await scene.change({ 'aliada.chat.endpoints': [], 'workbench.colorTheme': themes[theme] });
      await page.locator(`.monaco-workbench.${theme === 'dark' ? 'vs-dark' : 'vs'}`).waitFor();
      await chat.openAnew();
      await workbench.runCommand('Aliada: Show First Steps');
      // In the language of the round before: this is where it changes.
      const first = steps().locator('.getting-started-step').first();
      await press(first, first.locator('.monaco-button').first());
      await choose(ownNames[language]);
      await steps().getByText(words.manifest('walkthrough.title')).first().waitFor();
      await waitForTick('language', language);
      await look('1-language');
      await take('language', words);
      await list().getByText(words.text('Choose language')).waitFor();
      await look('1-list');
      if (isPicturing)
        await pictures.take(list(), { width: 620, height: 380 }, `language.${language}.${theme}`);
      // Not Esc, which would leave the walkthrough as well.
      await choose(ownNames[language]);

      await take('endpoint', words);
      await list().locator('.monaco-list-row').nth(5).waitFor();
      await look('2-routes');
      if (isPicturing)
        await pictures.take(list(), { width: 620, height: 380 }, `endpoint.${language}.${theme}`);
      await workbench.quickPick(words.text('vLLM or TGI'));
      await list().locator('input[placeholder="http://server.example.org:8000"]').waitFor();
      await workbench.answerInput(server.url);
      await list().locator('.quick-input-title').getByText(words.text('Model for the chat')).waitFor();
      await workbench.quickPick(MODEL);
      await list().locator('.quick-input-title').getByText(words.text('Model for completion')).waitFor();
      await workbench.quickPick(MODEL);
      const { host } = new URL(server.url);
      const done = words.text('Aliada now asks {0} at {1}.', MODEL, host);
      await workbench.notifications.filter({ hasText: done }).waitFor();
      await waitForTick('endpoint', language);
      await look('2-done');
      await workbench.runCommand('Notifications: Clear All Notifications');

      await take('ask', words);
      await list().getByText(words.text('$(check) Allow {0}', host).replace('$(check) ', '')).waitFor();
      await look('4-consent');
      await workbench.quickInput.press('Enter');
      await chat.waitForAnswer('total');
      await chat.waitForRest();
      // The chat that was open before speaks the language too.
      await chat.button.getByText(words.text('Send')).waitFor();
      await look('4-answer');
      assert.equal(await workbench.notifications.count(), 0);
      if (isPicturing)
        await pictures.take(
          page.locator('.part.sidebar'),
          { width: 620, height: 560 },
          `ask.${language}.${theme}`,
        );
      await backToSteps(words);
      await waitForTick('ask', language);

      server.script(answer('return sum(numbers) / len(numbers)'));
      await take('complete', words);
      await workbench.waitForGhost('return sum(numbers) / len(numbers)');
      await look('3-ghost');
      if (isPicturing)
        await pictures.take(workbench.editor, { width: 620, height: 220 }, `complete.${language}.${theme}`);
      await backToSteps(words);
      await waitForTick('complete', language);

      await take('privacy', words);
      await page.locator('.tab.active').filter({ hasText: 'Aliada.md' }).waitFor();
      await workbench.editor.getByText(host).first().waitFor();
      await look('5-sent');
      if (isPicturing)
        await pictures.take(workbench.editor, { width: 620, height: 380 }, `privacy.${language}.${theme}`);
      await backToSteps(words);
      await waitForTick('privacy', language);
      await look('6-end');
      assert.deepEqual(cutOff, []);
    });
  }

  /** The tab of the walkthrough, from before the documents of the steps. */
  async function backToSteps(words: Words): Promise<void> {
    await scene.workbench.runCommand('Aliada: Show First Steps');
    await steps().getByText(words.manifest('walkthrough.title')).first().waitFor();
  }
});

/** Waits until what fades in is there. Runs in the page. */
const ALL_DRAWN = `Promise.all(
  document.getAnimations().filter(({ effect }) => effect.getComputedTiming().endTime < Infinity).map(({ finished }) => finished.catch(() => undefined)),
)`;

/** Texts that do not fit into their places: of the list that is open, and of the walkthrough. Runs in the page. */
const CUT_OFF = `[
  ...document.querySelectorAll('.quick-input-title, .quick-input-message, .quick-input-list .label-name, .quick-input-list-label-meta, .gettingStartedContainer .step-title, .gettingStartedContainer .monaco-button, .gettingStartedContainer .category-title, .gettingStartedContainer .step-description-container'),
]
  .filter((place) => place.checkVisibility() && place.clientWidth > 0)
  .filter((place) => place.scrollWidth > place.clientWidth + 1)
  .map((place) => place.textContent)`;
