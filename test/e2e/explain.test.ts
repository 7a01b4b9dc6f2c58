import assert from 'node:assert/strict';
import { promptsFor } from '../../src/core/chat/prompts/forLanguage';
import { answer } from '../support/replies';
import { pictureOfFailure, Scene } from '../support/scene';
import type { RecordedRequest } from '../support/recordedRequest';

const CODE = 'def mitjana(valors):\n    return sum(valors) / len(valors)';

describe('explain, by hand', () => {
  let scene: Scene;

  before(async () => {
    scene = await Scene.open({ files: { 'mitjana.py': `import math\n\n${CODE}\n` } });
  });
  beforeEach(() => scene.server.forget());
  afterEach(async function () {
    await pictureOfFailure.call(this, scene);
  });
  after(() => scene.close());

  async function select(): Promise<void> {
    await scene.workbench.openFile('mitjana.py');
    await scene.workbench.selectLines(3, 4);
  }

  /** The prompt is in the language: its system text, its question and, last, its reminder; with the code and no more. */
  function assertPromptIn(language: 'ca' | 'eu', { body }: RecordedRequest): void {
    const { system, commands, levels, reminder } = promptsFor(language);
    const [first, last] = [body.messages?.[0], body.messages?.at(-1)];
    assert.equal(first?.role, 'system');
    assert.ok(first.content.startsWith(`${system}\n${levels.standard}\n`), first.content);
    assert.equal(last?.role, 'user');
    assert.ok(last.content.includes(CODE), last.content);
    assert.ok(last.content.includes(commands.explain), last.content);
    assert.ok(last.content.endsWith(reminder), last.content);
    assert.ok(!last.content.includes('import math'));
  }

  it('in Catalan, from the palette', async () => {
    const { server, workbench, chat } = scene;
    await scene.change({ 'aliada.language': 'ca' });
    await chat.openAnew();
    server.script(answer('Aquesta funció calcula la **mitjana** dels valors.'));
    await select();
    await workbench.runCommand('Aliada: Explain Selection');
    const request = await server.waitForRequest(({ path }) => path.endsWith('/chat/completions'));
    assertPromptIn('ca', request);
    await chat.waitForAnswer('Aquesta funció calcula la mitjana dels valors.');
    await chat.questions.filter({ hasText: 'Explica què fa aquest codi.' }).waitFor();
    await workbench.screenshot('explain-ca');
  });

  it('in Basque, from the light bulb', async () => {
    const { server, workbench, chat } = scene;
    await scene.change({ 'aliada.language': 'eu' });
    await chat.openAnew();
    server.script(answer('Funtzio honek balioen **batez bestekoa** kalkulatzen du.'));
    await select();
    await workbench.page.keyboard.press('Control+.');
    await workbench.page.locator('.action-widget').getByText('Azaldu Aliadarekin').click();
    const request = await server.waitForRequest(({ path }) => path.endsWith('/chat/completions'));
    assertPromptIn('eu', request);
    await chat.waitForAnswer('Funtzio honek balioen batez bestekoa kalkulatzen du.');
    await workbench.screenshot('explain-eu');
  });

  it('from the menu of the editor', async () => {
    const { server, workbench, chat } = scene;
    await scene.change({ 'aliada.language': 'gl' });
    await chat.openAnew();
    server.script(answer('Calcula a media.'));
    await select();
    await workbench.page.keyboard.press('Shift+F10');
    await workbench.menuPick('Aliada');
    const inner = workbench.page.locator('.monaco-submenu .action-label');
    // VS Code passes over clicks just after a menu has opened.
    await inner.filter({ hasText: /^Explain Selection$/ }).hover();
    await workbench.page.keyboard.press('Enter');
    await chat.waitForAnswer('Calcula a media.');
    const { body } = await server.waitForRequest();
    assert.ok(body.messages?.[0]?.content.startsWith(promptsFor('gl').system));
  });
});
