import * as vscode from 'vscode';
import assert from 'node:assert/strict';
import { settingNames } from '../../src/editor/settings';
import { closeEditors, extension, resetSettings, setting, useEndpoint, write } from '../support/extension';
import { answer } from '../support/replies';
import { startScriptedServer } from '../support/scriptedServer';

describe('the glossary', () => {
  before(() => extension().activate());
  beforeEach(() => resetSettings());
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    await closeEditors();
    await resetSettings();
  });

  /** All that hovers say at the cursor. */
  async function hoverText({ document, selection }: vscode.TextEditor): Promise<string> {
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      selection.active,
    );
    return hovers
      .flatMap(({ contents }) => contents)
      .map((content) => (content instanceof vscode.MarkdownString ? content.value : ''))
      .join('\n');
  }

  it('explains keywords and the terms of comments in the language of the answers, when switched on', async () => {
    await setting(settingNames.language, 'gl');
    const keyword = await write('python', 'wh|ile x:\n    pass\n');
    assert.doesNotMatch(await hoverText(keyword), /bucle/);
    await setting(settingNames.glossaryHover, true);
    assert.match(await hoverText(keyword), /\*\*bucle while\*\*.*while loop\s+Bucle que se repite mentres/);
    const comment = await write('javascript', '/* primeiro\n   unha ár|bore */\n');
    assert.match(await hoverText(comment), /\*\*árbore\*\*.*tree/);
    await setting(settingNames.language, 'eu');
    assert.match(await hoverText(keyword), /while begizta.*\s+Baldintza egia den bitartean/);
    const name = await write('python', 'a.wh|ile\n');
    assert.doesNotMatch(await hoverText(name), /begizta/);
    await setting(settingNames.glossaryHover, false);
    assert.doesNotMatch(await hoverText(keyword), /begizta/);
  });

  it('shows the entry that is taken from the list rendered, and read-only', async () => {
    await setting(settingNames.language, 'ca');
    const shown = new Promise<vscode.Tab>((resolve) => {
      const listener = vscode.window.tabGroups.onDidChangeTabs(({ opened, changed }) => {
        const preview = [...opened, ...changed].find(
          ({ input }) =>
            input instanceof vscode.TabInputWebview && input.viewType.includes('markdown.preview'),
        );
        if (preview === undefined) return;
        listener.dispose();
        resolve(preview);
      });
    });
    await vscode.commands.executeCommand('aliada.glossary');
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    // The first by the Catalan alphabet.
    assert.match((await shown).label, /abstraction\.md$/);
    const document = await vscode.workspace.openTextDocument(
      vscode.Uri.parse('aliada-glossary:/abstraction.md'),
    );
    assert.equal(document.lineAt(0).text, '# abstracció');
    assert.match(document.getText(), /\n## Euskara: abstrakzio\n/);
    assert.equal(vscode.workspace.fs.isWritableFileSystem(document.uri.scheme), false);
  });

  it('says so where a document is of no entry', async () => {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse('aliada-glossary:/nothing.md'));
    assert.match(
      document.getText(),
      /^(?:This term is not in the glossary|Este término no está en el glosario)\.\n$/,
    );
  });

  it('names the terms of a question to the model', async () => {
    const server = await startScriptedServer();
    try {
      await useEndpoint(server);
      await setting(settingNames.language, 'eu');
      server.script(answer('Bai.'));
      await vscode.commands.executeCommand('aliada.explainSelection');
      await write('python', '|# a linked list\nwhile True:\n    pass\n');
      await vscode.commands.executeCommand('editor.action.selectAll');
      await vscode.commands.executeCommand('aliada.explainSelection');
      await server.waitForRequest();
      const { content = '' } = server.asked.at(-1)?.body.messages?.at(-1) ?? {};
      assert.match(content, /\nErabili termino hauek: .*while loop → while begizta.*\.\nErantzun euskaraz/);
    } finally {
      await server.stop();
    }
  });
});
