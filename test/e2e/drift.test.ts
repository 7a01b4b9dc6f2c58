// What the view says is in es, ca, gl and eu.
import assert from 'node:assert/strict';
import { pieces } from '../bench/answers/texts';
import { answer } from '../support/replies';
import { pictureOfFailure, Scene } from '../support/scene';

const themes = { light: 'Default Light Modern', dark: 'Default Dark Modern' };
const code = '```python\ndef total(items):\n    return sum(items)\n```';

/** What a person reads, in each language. */
const words = {
  es: {
    asked: 'se pidió de nuevo',
    drifted: 'está en otro idioma',
    translate: 'Traducir',
    original: 'Mostrar el original',
  },
  ca: {
    asked: "s'ha tornat a demanar",
    drifted: 'és en una altra llengua',
    translate: 'Tradueix',
    original: "Mostra l'original",
  },
  gl: {
    asked: 'pediuse de novo',
    drifted: 'está noutra lingua',
    translate: 'Traducir',
    original: 'Mostrar o orixinal',
  },
  eu: {
    asked: 'berriro eskatu da',
    drifted: 'beste hizkuntza batean dago',
    translate: 'Itzuli',
    original: 'Erakutsi jatorrizkoa',
  },
} as const;

/** A server whose model drifts, corrected in the chat view. */
describe('an answer in another language, by hand', () => {
  let scene: Scene;

  before(async () => {
    scene = await Scene.open({ settings: { 'aliada.completion.enabled': false } });
  });
  beforeEach(() => scene.server.forget());
  afterEach(async function () {
    await pictureOfFailure.call(this, scene);
  });
  after(() => scene.close());

  for (const language of ['es', 'ca', 'gl', 'eu'] as const) {
    it(`${language}: is asked for once more, goes on where it was good, is marked and translated`, async () => {
      const { chat, server } = scene;
      const own = pieces[language];
      const foreign = language === 'es' ? pieces.en : pieces.es;
      const said = words[language];
      await scene.change({ 'aliada.language': language, 'aliada.completion.enabled': false });
      await chat.openAnew();

      const right = `${own.openings[0]} ${own.middles[0]}`;
      server.scriptNext(answer(foreign.middles.join('\n\n'), { msPerChunk: 5 }), answer(right));
      await chat.ask('?');
      await chat.aside.filter({ hasText: said.asked }).waitFor();
      await chat.waitForRest();
      const shown = await chat.answer.locator('.markdown').innerText();
      assert.ok(!shown.includes(foreign.middles[0]!.slice(0, 30)), shown);
      assert.ok(shown.includes(own.openings[0]!), shown);
      assert.equal(server.asked.length, 2);

      const good = `${right}\n\n${code}\n\n`;
      server.scriptNext(answer(good + foreign.middles.join('\n\n')), answer(`\n\n${own.middles[1]}`));
      await chat.ask('?');
      await chat.waitForAnswer(own.middles[1]!.slice(-30));
      await chat.aside.filter({ hasText: said.asked }).waitFor();
      assert.equal(await chat.answer.locator('.code').count(), 1);
      assert.deepEqual(server.asked.at(-1)?.body.messages?.at(-1), {
        role: 'assistant',
        content: good.trimEnd(),
      });

      const stubborn = `${foreign.openings[0]} ${foreign.middles[0]}\n\n${code}`;
      server.scriptNext(answer(stubborn), answer(stubborn), answer(right));
      await chat.ask('?');
      await chat.note.filter({ hasText: said.drifted }).waitFor();
      await chat.waitForRest();
      await chat.translationButton(said.translate).click();
      await chat.waitForAnswer(own.openings[0]!);
      await chat.translationButton(said.original).waitFor();
      assert.equal(await chat.answer.locator('.code').count(), 1);
      await chat.translationButton(said.original).click();
      await chat.waitForAnswer(foreign.openings[0]!);
    });
  }

  /** Pictures for people to look at; each stands for a view that was really there. */
  for (const language of ['es', 'eu'] as const) {
    for (const theme of ['light', 'dark'] as const) {
      it(`picture in ${language}, ${theme}`, async () => {
        const { chat, server, workbench } = scene;
        const [own, foreign] = [pieces[language], language === 'es' ? pieces.en : pieces.es];
        const said = words[language];
        await scene.change({
          ...{ 'aliada.language': language, 'aliada.completion.enabled': false },
          'workbench.colorTheme': themes[theme],
        });
        await workbench.page.locator(`.monaco-workbench.${theme === 'dark' ? 'vs-dark' : 'vs'}`).waitFor();
        await chat.openAnew();
        const right = `${own.openings[0]} ${own.middles[0]}`;
        server.scriptNext(answer(foreign.middles.join('\n\n')), answer(right));
        await chat.ask('?');
        await chat.aside.filter({ hasText: said.asked }).waitFor();
        await chat.waitForRest();
        const stubborn = `${foreign.openings[0]} ${foreign.middles[0]}\n\n${code}`;
        server.scriptNext(answer(stubborn), answer(stubborn), answer(right));
        await chat.ask('?');
        await chat.note.filter({ hasText: said.drifted }).waitFor();
        await chat.waitForRest();
        await workbench.screenshot(`drift-marked-${language}-${theme}`);
        await chat.translationButton(said.translate).click();
        await chat.translationButton(said.original).waitFor();
        await workbench.screenshot(`drift-translated-${language}-${theme}`);
      });
    }
  }
});
