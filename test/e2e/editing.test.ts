// Instructions and answers are in the languages of the people who write them. cspell:disable
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promptsFor } from '../../src/core/chat/prompts/forLanguage';
import { editWords } from '../../src/core/editing/words';
import { answer } from '../support/replies';
import { pictureOfFailure, Scene } from '../support/scene';

const CODE = [
  'def media(valores):',
  '    total = 0',
  '    for valor in valores:',
  '        total += valor',
  '    return total / len(valores)',
  '',
].join('\n');
const CHANGED = [
  'def media(valores):',
  '    """La media de los valores."""',
  '    total = 0',
  '    for valor in valores:',
  '        total += valor',
  '    return total / max(1, len(valores))',
].join('\n');
const FIRST_ONLY = CODE.replace('    total = 0', '    """La media de los valores."""\n    total = 0');

describe('in the editor, by hand', () => {
  let scene: Scene;

  before(async () => {
    scene = await Scene.open({ settings: { 'git.enabled': true }, files: { 'media.py': CODE } });
    const git = (...args: readonly string[]): unknown =>
      execFileSync('git', ['-c', 'user.name=T', '-c', 'user.email=t@example.org', ...args], {
        cwd: scene.host.workspace,
      });
    git('init', '-q');
    git('add', 'media.py');
    git('commit', '-qm', 'feat(media): primera versión');
    await writeFile(path.join(scene.host.workspace, 'moda.py'), 'x = 1\n');
    git('add', 'moda.py');
    git('commit', '-qm', 'fix(moda): corrige el caso vacío');
    await writeFile(path.join(scene.host.workspace, 'moda.py'), 'x = 2\n');
    git('add', 'moda.py');
  });
  beforeEach(() => scene.server.forget());
  afterEach(async function () {
    await pictureOfFailure.call(this, scene);
  });
  after(() => scene.close());

  /** Selects the function, presses the keys and writes what is wanted. */
  async function edit(instruction: string): Promise<void> {
    const { workbench } = scene;
    await workbench.openFile('media.py');
    await workbench.selectLines(1, 5);
    await workbench.page.keyboard.press('Control+K');
    await workbench.page.keyboard.press('a');
    await workbench.answerInput(instruction);
  }

  it('an instruction in Spanish becomes a diff; once asked for, words are above its changes; one is accepted, the other refused', async () => {
    const { server, workbench } = scene;
    await scene.restart({
      'aliada.language': 'es',
      'workbench.colorTheme': 'Default Light Modern',
      'diffEditor.codeLens': undefined,
    });
    server.script(answer(`Claro:\n\n\`\`\`python\n${CHANGED}\n\`\`\`\n`, { msPerChunk: 5 }));
    await edit('Documenta la función y evita dividir entre cero');
    const lens = workbench.page.locator('.codelens-decoration a');
    const offer = workbench.notifications.filter({ hasText: 'encima de cada cambio' });
    await offer.waitFor();
    assert.equal(await lens.count(), 0, 'nothing changes for all diff editors without a click');
    await offer.getByRole('button', { name: 'Mostrarlas' }).click();
    await lens.filter({ hasText: 'Aceptar los 2' }).waitFor();
    await workbench.screenshot('edit-es-light');
    assert.equal(await readFile(path.join(scene.host.workspace, 'media.py'), 'utf8'), CODE);
    const { body } = await server.waitForRequest();
    const [system, user] = body.messages ?? [];
    assert.ok(system?.content.startsWith(editWords('es').system), system?.content);
    assert.ok(user, 'nothing was asked');
    assert.ok(user.content.includes('Instrucción: Documenta la función y evita dividir entre cero'));
    assert.ok(user.content.includes(CODE.trimEnd()), user.content);
    await lens
      .filter({ hasText: /Aceptar$/ })
      .first()
      .click();
    await lens.filter({ hasText: 'Aceptar los 2' }).waitFor({ state: 'hidden' });
    await lens
      .filter({ hasText: /Rechazar$/ })
      .first()
      .click();
    await workbench.page.locator('.monaco-diff-editor').waitFor({ state: 'detached' });
    await workbench.waitForSaved('media.py', FIRST_ONLY);
    await workbench.page.keyboard.press('Control+Z');
    await workbench.waitForSaved('media.py', CODE);
  });

  it('an instruction in Basque becomes a diff that is accepted from the keyboard', async () => {
    const { server, workbench } = scene;
    await scene.restart({ 'aliada.language': 'eu', 'workbench.colorTheme': 'Default Dark Modern' });
    server.script(answer(`\`\`\`python\n${CHANGED}\n\`\`\``));
    await edit('Gehitu iruzkin bat eta saihestu zeroz zatitzea');
    await workbench.page.locator('.codelens-decoration a').filter({ hasText: 'Onartu guztiak' }).waitFor();
    await workbench.screenshot('edit-eu-dark');
    const { body } = await server.waitForRequest();
    assert.ok(body.messages?.[0]?.content.startsWith(editWords('eu').system));
    await workbench.page.keyboard.press('Control+Enter');
    await workbench.page.locator('.monaco-diff-editor').waitFor({ state: 'detached' });
    await workbench.waitForSaved('media.py', `${CHANGED}\n`);
    await workbench.page.keyboard.press('Control+Z');
    await workbench.waitForSaved('media.py', CODE);
  });

  for (const [language, message] of [
    ['es', 'fix(moda): cambia el valor'],
    ['eu', 'fix(moda): aldatu balioa'],
  ] as const) {
    it(`a commit message is written into Source Control: ${language}`, async () => {
      const { server, workbench } = scene;
      await scene.restart({
        'git.enabled': true,
        'aliada.language': 'es',
        'aliada.commits.language': language,
        'workbench.colorTheme': language === 'es' ? 'Default Light Modern' : 'Default Dark Modern',
      });
      server.script(answer(message));
      // A badge with the number of changes, or that git is at work, lies over the icon.
      await workbench.page
        .locator('.activitybar .action-label[aria-label^="Source Control"]')
        .click({ force: true });
      const box = workbench.page.locator('.scm-editor .monaco-editor');
      await box.waitFor();
      await workbench.page.locator('.scm-view').first().hover();
      await workbench.page
        .locator('.sidebar a.action-label[aria-label^="Write Commit Message"]')
        .first()
        .click();
      await box.getByText(message).waitFor();
      await workbench.screenshot(`commit-${language}`);
      const { body } = await server.waitForRequest();
      const asked = body.messages?.at(-1)?.content ?? '';
      assert.ok(asked.includes('-x = 1\n+x = 2'), asked);
      assert.ok(asked.includes(promptsFor(language).commands.commitMessage), asked);
      assert.ok(asked.includes(editWords(language).conventional), asked);
      assert.ok(!asked.includes('media.py\n'), asked);
    });
  }
});
