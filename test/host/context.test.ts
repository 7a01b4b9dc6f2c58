import * as vscode from 'vscode';
import assert from 'node:assert/strict';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { settingNames } from '../../src/editor/settings';
import { closeEditors, extension, resetSettings, setting, trigger, type } from '../support/extension';
import { useEndpoint } from '../support/extension';
import { answer } from '../support/replies';
import { startScriptedServer, type ScriptedServer } from '../support/scriptedServer';

const money = [
  'class Money:',
  '    """An amount in cents."""',
  '    def add(self, other):',
  '        return Money(self.cents + other.cents)',
  '    def percent(self, share):',
  ...Array.from({ length: 20 }, (_, at) => `        step_${at}(share)`),
  '',
].join('\n');
const orders = [
  'def read_orders(connection, customer):',
  '    cursor = connection.cursor()',
  '    cursor.execute(query_orders, customer)',
  '    rows = cursor.fetchall()',
  '    connection.commit()',
  '    return [Order(row) for row in rows]',
  '',
].join('\n');
const readInvoices =
  'def read_invoices(connection, customer):\n    cursor = connection.cursor()\n    rows = cursor.fetchall()\n    |';

describe('the context of a completion in the editor', () => {
  let server: ScriptedServer;
  let folder: string;
  let shops = 0;
  let registered: vscode.Disposable[] = [];

  before(async () => {
    server = await startScriptedServer();
    await extension().activate();
  });
  beforeEach(async () => {
    await resetSettings();
    await useEndpoint(server);
    // A base model is shown the text as it is.
    await setting(settingNames.completionEndpoints, [{ url: server.url, model: 'salamandra-2b' }]);
    server.script(answer(''));
    server.forget();
    // A folder of its own for each test: VS Code keeps a closed document in mind for a while.
    shops += 1;
    folder = path.join(vscode.workspace.workspaceFolders![0]!.uri.fsPath, `shop${shops}`);
    await mkdir(path.join(folder, 'hidden'), { recursive: true });
    await writeFile(path.join(folder, '.gitignore'), 'hidden/\n');
  });
  afterEach(async () => {
    for (const one of registered) one.dispose();
    registered = [];
    await closeEditors();
    await rm(folder, { recursive: true, force: true });
  });
  after(async () => {
    await resetSettings();
    await server.stop();
  });

  /** Opens a file of the workspace with the cursor where `|` stands, or at its end. */
  async function open(name: string, content: string): Promise<vscode.TextEditor> {
    const at = content.indexOf('|');
    const file = path.join(folder, name);
    await writeFile(file, content.replace('|', ''));
    const document = await vscode.workspace.openTextDocument(file);
    const editor = await vscode.window.showTextDocument(document, { preview: false });
    const cursor = document.positionAt(at < 0 ? content.length : at);
    editor.selection = new vscode.Selection(cursor, cursor);
    return editor;
  }

  /** Asks again and again until a prompt has a text: what is not at hand is not waited for. */
  async function untilPromptHas(text: string): Promise<string> {
    const giveUp = performance.now() + 10_000;
    for (;;) {
      // Asked again at the same place, VS Code gives the answer that it has.
      await type('1');
      await trigger();
      const prompt = server.asked.at(-1)?.body.prompt ?? '';
      if (prompt.includes(text)) return prompt;
      assert.ok(performance.now() < giveUp, `never in the prompt: ${text}\n${prompt}`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  function definePython(where: () => vscode.ProviderResult<vscode.Definition>): void {
    const provider = vscode.languages.registerDefinitionProvider(
      { language: 'python' },
      {
        provideDefinition: (document, position) => {
          const name = document.getText(document.getWordRangeAtPosition(position));
          return name === 'Money' ? where() : undefined;
        },
      },
    );
    registered.push(provider);
  }

  it('@quick has a place of another file that was edited lately, before path and text', async () => {
    await open('orders.py', orders.replace('commit()', 'commit(|)'));
    await type('True');
    await open('main.py', 'total = |');
    const prompt = await untilPromptHas('connection.commit(True)');
    assert.match(prompt, /^# shop\d+\/orders\.py:\n# /);
    assert.match(prompt, /\n# shop\d+\/main\.py\ntotal = 1+$/);
  });

  it('has a window of an open file that is like what is being written', async () => {
    await open('orders.py', orders);
    await open('main.py', readInvoices);
    await untilPromptHas('cursor.execute(query_orders, customer)');
  });

  it('has the definition of an imported name, from a file that is not open', async () => {
    await writeFile(path.join(folder, 'money.py'), money);
    const uri = vscode.Uri.file(path.join(folder, 'money.py'));
    definePython(
      () =>
        new vscode.Location(
          vscode.workspace.workspaceFolders![0]!.uri.with({ path: uri.path }),
          new vscode.Position(0, 6),
        ),
    );
    await open('main.py', 'from money import Money\n\ntotal = Money(|');
    const prompt = await untilPromptHas('# class Money:');
    assert.ok(prompt.includes('def percent(self, share):'));
    assert.ok(!prompt.includes('step_1'));
  });

  it('never has anything of a file that an ignore file or the setting names, nor of one of keys', async () => {
    await setting(settingNames.exclude, ['*.local.py']);
    const names = ['hidden/orders.py', 'orders.local.py', '.env.py'];
    for (const [index, name] of names.entries()) {
      await open(name, orders.replaceAll('cursor', `secret_${index}`).replace('commit()', 'commit(|)'));
      await type('secret');
    }
    definePython(
      () =>
        new vscode.Location(
          vscode.Uri.file(path.join(folder, 'hidden', 'money.py')),
          new vscode.Position(0, 6),
        ),
    );
    await writeFile(path.join(folder, 'hidden', 'money.py'), money.replace('percent', 'secret'));
    await open('open.py', orders.replaceAll('cursor', 'pointer').replace('commit()', 'commit(|)'));
    await type('True');
    await open('main.py', `from money import Money\nMoney()\n${readInvoices}`);
    await untilPromptHas('connection.commit(True)');
    // Long enough for everything that is looked for meanwhile.
    for (let round = 0; round < 8; round += 1) {
      await new Promise((resolve) => setTimeout(resolve, 250));
      await type('\n');
      await trigger();
    }
    assert.ok(server.asked.length > 4);
    for (const { text } of server.asked) assert.ok(!text.includes('secret'), text);
  });

  it('takes a file out that is ignored from now on', async () => {
    await open('orders.py', orders.replace('commit()', 'commit(|)'));
    await type('True');
    await open('main.py', 'total = |');
    await untilPromptHas('connection.commit(True)');
    await setting(settingNames.exclude, ['orders.py']);
    server.forget();
    await type('1');
    await trigger();
    await server.waitForRequest();
    for (const { text } of server.asked) assert.ok(!text.includes('commit(True)'), text);
  });

  it('has other cells of the notebook', async () => {
    const code = (text: string): vscode.NotebookCellData =>
      new vscode.NotebookCellData(vscode.NotebookCellKind.Code, text, 'python');
    const data = new vscode.NotebookData([code(orders), code(readInvoices.replace('|', ''))]);
    const notebook = await vscode.workspace.openNotebookDocument('jupyter-notebook', data);
    const shown = await vscode.window.showNotebookDocument(notebook);
    shown.selection = new vscode.NotebookRange(1, 2);
    await vscode.commands.executeCommand('notebook.cell.edit');
    await vscode.commands.executeCommand('cursorBottom');
    await untilPromptHas('cursor.execute(query_orders, customer)');
  });

  it('waits for no provider', async () => {
    let asked = 0;
    definePython(() => {
      asked += 1;
      return new Promise(() => undefined);
    });
    await open('main.py', 'from money import Money\n\ntotal = Money(|');
    for (let count = 0; count < 3; count += 1) {
      server.forget();
      await type('1');
      await trigger();
      await server.waitForRequest();
      await new Promise((resolve) => setTimeout(resolve, 400));
    }
    assert.equal(asked, 1);
  });

  it('has nothing of a file that was closed, of another language, or of what was never opened', async () => {
    await open('orders.py', orders.replace('commit()', 'commit(|)'));
    await type('True');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await open('style.css', 'a { color: |red }');
    await type('dark');
    await open('main.py', 'total = |');
    await trigger();
    await server.waitForRequest();
    assert.match(server.asked.at(-1)?.body.prompt ?? '', /^# shop\d+\/main\.py\ntotal = $/);
  });
});
