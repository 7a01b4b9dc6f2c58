import assert from 'node:assert/strict';
import { answer, endlessAnswer } from '../support/replies';
import { pictureOfFailure, Scene } from '../support/scene';
import { MODEL } from '../support/scriptedServer';

/** How the browser's page is not let in, in the two languages that are looked at. */
const words = {
  es: /no permite que la página http:\/\/127\.0\.0\.1:\d+ lea sus respuestas \(CORS\)/,
  eu: /zerbitzariak ez dio http:\/\/127\.0\.0\.1:\d+ orriari bere erantzunak irakurtzen uzten \(CORS\)/,
} as const;

const themes = { es: 'Default Dark Modern', eu: 'Default Light Modern' } as const;

describe('Aliada in a browser, without a Node of its own, by hand', () => {
  let scene: Scene;

  before(async function () {
    this.timeout(120_000);
    scene = await Scene.open({
      inBrowser: true,
      settings: { 'aliada.language': 'es', 'aliada.history.keepDays': 30 },
      files: {
        'add.py': 'def add(a, b):\n    \n',
        '.aliadaignore': 'kept.py\n',
        'kept.py': 'kept = \n',
        'sent.py': 'sent = \n',
      },
    });
  });
  beforeEach(() => {
    scene.server.cors = true;
    scene.server.forget();
  });
  afterEach(async function () {
    await pictureOfFailure.call(this, scene);
  });
  after(() => scene.close());

  it('completes code, asked by the page itself', async () => {
    const { workbench, server } = scene;
    server.script(answer('turn a + b'));
    await workbench.openFile('add.py');
    await workbench.goToEndOf(2);
    await workbench.type('re');
    await workbench.waitForGhost('turn a + b');
    const { headers } = server.asked[0]!;
    assert.match(headers['user-agent'] ?? '', /Chrome/);
    assert.equal(headers.origin, new URL(workbench.page.url()).origin);
    assert.equal(headers.cookie, undefined);
    await workbench.page.keyboard.press('Tab');
    await workbench.waitForSaved('add.py', 'def add(a, b):\n    return a + b\n');
  });

  it('explains a selection, streams, and closes the connection on Stop', async () => {
    const { workbench, chat, server } = scene;
    server.script(answer('Suma **dos** números y devuelve el resultado.', { chunkSize: 5 }));
    await workbench.selectLines(1, 2);
    await workbench.runCommand('Aliada: Explain Selection');
    await chat.waitForAnswer('Suma dos números');
    await chat.waitForRest();
    const last = server.asked.at(-1)!;
    assert.match(last.text, /return a \+ b/);
    assert.match(last.text, /español/i);
    await workbench.screenshot('web-answer-es');

    server.script(endlessAnswer('sigue '));
    await chat.ask('¿Y después?');
    await chat.waitForAnswer('sigue sigue');
    await chat.stopButton.click();
    assert.equal(await server.asked.at(-1)!.closed, 'closedByClient');
  });

  it('keeps the conversation over a reload', async () => {
    await scene.workbench.reload();
    await scene.chat.open();
    await scene.chat.answers.filter({ hasText: 'Suma dos números' }).waitFor();
  });

  it('sends nothing of a file that stays here', async () => {
    const { workbench, server } = scene;
    server.script(answer('2'));
    await workbench.openFile('kept.py');
    await workbench.goToEndOf(1);
    await workbench.type('1');
    await workbench.openFile('sent.py');
    await workbench.goToEndOf(1);
    await workbench.type('1');
    await workbench.waitForGhost('2');
    assert.deepEqual(
      server.asked.map(({ text }) => /\b[a-z]+ = 1/.exec(text)?.[0]),
      ['sent = 1'],
    );
  });

  for (const language of ['es', 'eu'] as const) {
    it(`says in ${language} that the server does not let the page in, and how to go on`, async () => {
      const { workbench, chat, server } = scene;
      server.cors = false;
      await scene.change({ 'aliada.language': language, 'workbench.colorTheme': themes[language] });
      await chat.openAnew();
      await chat.ask(language === 'es' ? '¿Qué hace esto?' : 'Zer egiten du honek?');
      await chat.failure.filter({ hasText: words[language] }).waitFor();
      await workbench.screenshot(`web-cors-${language}`);
      // The browser asked first whether it may, and got no leave: no question left it.
      assert.deepEqual(server.asked, []);
      server.cors = true;
      server.script(answer(language === 'es' ? 'Suma dos números.' : 'Bi zenbaki batzen ditu.'));
      await chat.failure.getByRole('button').first().click();
      await chat.waitForAnswer(language === 'es' ? 'Suma dos números.' : 'Bi zenbaki batzen ditu.');
    });
  }

  it('says that a browser starts no programs, to whoever wants a local model', async () => {
    const { workbench } = scene;
    await workbench.runCommand('Aliada: Install a Local Model');
    await workbench.notifications
      .filter({ hasText: 'Nabigatzaileak ez du programarik abiarazten' })
      .waitFor();
  });

  it('says at once that http elsewhere, own certificates and variables do nothing here', async () => {
    const { workbench, chat } = scene;
    const url = 'http://gpu.example.org:8000/v1';
    await scene.change({
      'aliada.language': 'es',
      'aliada.chat.endpoints': [{ url, model: MODEL }],
      'aliada.network.caFile': '~/ca.pem',
    });
    const told = (setting: string, words: string): Promise<void> =>
      workbench.notifications.filter({ hasText: setting }).filter({ hasText: words }).waitFor();
    await told('aliada.chat.endpoints[0]', 'solo se conecta por http:// a este mismo equipo');
    await told('aliada.network.caFile', 'cuentan los certificados del propio navegador');
    await scene.allow(url);
    await chat.openAnew();
    await chat.ask('¿Qué hace esto?');
    await chat.failure
      .filter({ hasText: 'El navegador solo se conecta a gpu.example.org:8000 por https://' })
      .waitFor();
    await workbench.screenshot('web-http-es');
  });
});
