// Instructions and answers are in the languages of the people who write them. cspell:disable
import * as vscode from 'vscode';
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { promptsFor } from '../../src/core/chat/prompts/forLanguage';
import { editWords } from '../../src/core/editing/words';
import { settingNames } from '../../src/editor/settings';
import {
  closeEditors,
  extension,
  resetSettings,
  setting,
  useEndpoint,
  write,
  speak,
} from '../support/extension';
import { choose, forgetLists } from '../support/lists';
import { notices } from '../support/notices';
import { answer, beginning } from '../support/replies';
import { startScriptedServer, type ScriptedServer } from '../support/scriptedServer';

const run = promisify(execFile);

/** Every input box that the extension has shown. */
const boxes: vscode.InputBox[] = [];
const createInputBox = vscode.window.createInputBox.bind(vscode.window);
(vscode.window as { createInputBox: () => vscode.InputBox }).createInputBox = () => {
  const box = createInputBox();
  boxes.push(box);
  return box;
};

async function until<T>(look: () => T | undefined | false, otherwise: () => string): Promise<T> {
  const giveUp = performance.now() + 10_000;
  for (;;) {
    const found = look();
    if (found !== undefined && found !== false) return found;
    assert.ok(performance.now() < giveUp, otherwise());
    await new Promise((next) => setTimeout(next, 20));
  }
}

function fenced(code: string): string {
  return `Aquí está:\n\`\`\`python\n${code}\n\`\`\`\nListo.`;
}

describe('in the editor', () => {
  let server: ScriptedServer;
  let folder: string;

  before(async () => {
    await extension().activate();
    folder = vscode.workspace.workspaceFolders![0]!.uri.fsPath;
  });
  beforeEach(async () => {
    server = await startScriptedServer();
    await resetSettings();
    await useEndpoint(server);
    await speak('es');
    forgetLists();
    notices.forget();
    boxes.length = 0;
    server.forget();
  });
  afterEach(async () => {
    await vscode.commands.executeCommand('aliada.refuseChanges');
    await vscode.commands.executeCommand('aliada.newChat');
    await vscode.commands.executeCommand('notifications.clearAll');
    await closeEditors();
    await resetSettings();
    await server.stop();
  });

  /** The proposal, once it is whole: there is something to accept. */
  async function proposed(text?: string): Promise<vscode.TextDocument> {
    const isShown = (): vscode.TextDocument | undefined =>
      vscode.window.visibleTextEditors.find(
        // A file that does not exist yet is beside an empty document of ours.
        ({ document: { uri } }) => uri.scheme === 'aliada-change' && !uri.path.startsWith('/0/'),
      )?.document;
    const document = await until(isShown, () => `no change; notices: ${notices.shown.join(' | ')}`);
    const giveUp = performance.now() + 10_000;
    for (;;) {
      const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        'vscode.executeCodeLensProvider',
        document.uri,
      );
      if (lenses.some(({ command }) => command?.command === 'aliada.acceptChange')) {
        const stands = (): boolean => text === undefined || document.getText() === text;
        await until(stands, () => JSON.stringify(document.getText()));
        return document;
      }
      assert.ok(performance.now() < giveUp, 'nothing to accept');
      await new Promise((next) => setTimeout(next, 20));
    }
  }

  /** Runs `aliada.edit` and answers its input box. */
  async function edit(instruction: string): Promise<void> {
    const before = boxes.length;
    void vscode.commands.executeCommand('aliada.edit');
    const box = await until(
      () => boxes[before],
      () => 'no input box',
    );
    const taken: true[] = [];
    box.onDidAccept(() => taken.push(true));
    box.value = instruction;
    // Nobody tells when VS Code has drawn the box.
    while (taken.length === 0) {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      await new Promise((next) => setTimeout(next, 20));
    }
  }

  function asked(): readonly [system: string, user: string] {
    const messages = server.asked.at(-1)?.body.messages ?? [];
    return [messages[0]?.content ?? '', messages.find(({ role }) => role === 'user')?.content ?? ''];
  }

  async function file(name: string, text: string): Promise<vscode.TextDocument> {
    const full = path.join(folder, name);
    await mkdir(path.dirname(full), { recursive: true });
    await writeFile(full, text);
    const document = await vscode.workspace.openTextDocument(full);
    await vscode.window.showTextDocument(document);
    return document;
  }

  it('an instruction changes the selection, by a diff, in one step that one undo takes back', async () => {
    const text = 'a = 1\ndef doble(x):\n    return x\n\nb = 2\n';
    const editor = await write('python', `|${text}`);
    editor.selection = new vscode.Selection(1, 0, 3, 0);
    server.script(answer(fenced('def doble(x):\n    return x * 2')));
    await edit('Devuelve el doble del número');
    await proposed(text.replace('return x', 'return x * 2'));
    assert.equal(editor.document.getText(), text);
    const [system, user] = asked();
    assert.ok(system.startsWith(editWords('es').system), system);
    assert.ok(user.includes('Instrucción: Devuelve el doble del número'), user);
    assert.ok(user.includes('```python\ndef doble(x):\n    return x\n```'), user);
    await vscode.commands.executeCommand('aliada.acceptChanges');
    await until(
      () => editor.document.getText() !== text,
      () => 'not changed',
    );
    assert.equal(editor.document.getText(), text.replace('return x', 'return x * 2'));
    await until(
      () => vscode.window.activeTextEditor?.document === editor.document,
      () => 'not back',
    );
    await vscode.commands.executeCommand('undo');
    assert.equal(editor.document.getText(), text);
  });

  it('an instruction in Basque is answered in Basque, and comes back with the arrow keys', async () => {
    await speak('auto');
    const editor = await write('python', '|x = 1\n');
    server.script(answer('```python\nx = 2\n```'));
    await edit('Aldatu balio hau eta jarri bi zenbakia bat zenbakiaren ordez');
    await proposed();
    assert.ok(asked()[0].startsWith(editWords('eu').system), asked()[0]);
    await vscode.commands.executeCommand('aliada.refuseChanges');
    await until(
      () => vscode.window.activeTextEditor?.document === editor.document,
      () => 'not back',
    );
    assert.equal(editor.document.getText(), 'x = 1\n');
    void vscode.commands.executeCommand('aliada.edit');
    const box = await until(
      () => boxes[1],
      () => 'no input box',
    );
    await vscode.commands.executeCommand('aliada.earlierInstruction');
    assert.match(box.value, /^Aldatu balio hau/);
    await vscode.commands.executeCommand('aliada.laterInstruction');
    assert.equal(box.value, '');
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
  });

  it('a model that sees nothing to change, or answers in words, is said; nothing changes', async () => {
    const editor = await write('python', '|x = 1\n');
    server.script(answer('```python\nx = 1\n```'));
    await edit('Mejora esto');
    await until(
      () => notices.shown.some((one) => one.includes('nada que cambiar')),
      () => notices.shown.join('\n'),
    );
    server.script(answer('No sé qué quieres que haga con esta línea.'));
    await edit('Mejora esto');
    await until(
      () => notices.shown.some((one) => /(?:con palabras|in words).*No sé/.test(one)),
      () => notices.shown.join('\n'),
    );
    assert.equal(editor.document.getText(), 'x = 1\n');
  });

  it('nothing of a file that stays here is asked about', async () => {
    await file('.env', 'KEY=1\n');
    await vscode.commands.executeCommand('aliada.edit');
    await vscode.commands.executeCommand('aliada.document');
    await vscode.commands.executeCommand('aliada.explainSelection');
    assert.equal(boxes.length, 0);
    assert.equal(server.asked.length, 0);
    assert.equal(notices.shown.length, 3);
  });

  it('what is selected is reviewed in the chat, and nothing in the file changes', async () => {
    const editor = await write('python', '|def suma(a, b):\n    return a - b\n\n\nx = 1\n');
    editor.selection = new vscode.Selection(0, 0, 1, 16);
    const before = editor.document.getText();
    server.script(answer('Resta en vez de sumar.'));
    await vscode.commands.executeCommand('aliada.review');
    const user = asked()[1];
    assert.ok(user.includes(promptsFor('es').commands.review), user);
    assert.ok(user.includes('def suma(a, b):\n    return a - b'), user);
    assert.ok(!user.includes('x = 1'), user);
    assert.equal(editor.document.getText(), before);
  });

  it('a cell is explained in the chat with what it printed, or with its error', async () => {
    const cellOf = (text: string, item: vscode.NotebookCellOutputItem): vscode.NotebookCellData => {
      const cell = new vscode.NotebookCellData(vscode.NotebookCellKind.Code, text, 'python');
      cell.outputs = [new vscode.NotebookCellOutput([item])];
      return cell;
    };
    const error = { name: 'NameError', message: "name 'x' is not defined", stack: '' };
    const notebook = await vscode.workspace.openNotebookDocument(
      'jupyter-notebook',
      new vscode.NotebookData([
        cellOf('print(6 * 7)', vscode.NotebookCellOutputItem.stdout('42\n')),
        cellOf('print(x)', vscode.NotebookCellOutputItem.error(error)),
      ]),
    );
    const editor = await vscode.window.showNotebookDocument(notebook);
    server.script(answer('Imprime 42.'));
    editor.selection = new vscode.NotebookRange(0, 1);
    await vscode.commands.executeCommand('aliada.explainCell');
    const first = asked()[1];
    assert.ok(first.includes(promptsFor('es').commands.explain), first);
    assert.ok(first.includes('print(6 * 7)') && first.includes('42'), first);
    assert.ok(!first.includes('NameError'), first);
    server.forget();
    server.script(answer('x no existe.'));
    // Called on a cell, as its own menu does.
    await vscode.commands.executeCommand('aliada.explainCell', notebook.cellAt(1));
    const second = server.asked.at(-1)?.body.messages?.at(-1)?.content ?? '';
    assert.ok(second.includes(promptsFor('es').commands.explainProblem), second);
    assert.ok(second.includes("NameError: name 'x' is not defined"), second);
    await vscode.commands.executeCommand('aliada.newChat');
  });

  it('problems are explained in the chat and fixed by a diff, from the light bulb', async () => {
    const { document } = await write('python', '|def f():\n    return y\n');
    const list = vscode.languages.createDiagnosticCollection('test');
    try {
      list.set(document.uri, [new vscode.Diagnostic(new vscode.Range(1, 11, 1, 12), 'y is not defined')]);
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        new vscode.Range(1, 11, 1, 12),
      );
      const named = (title: string): vscode.Command => {
        const found = actions.find((one) => one.title === title)?.command;
        assert.ok(found, actions.map((one) => one.title).join(', '));
        return found;
      };
      server.script(answer(fenced('def f():\n    return 0')));
      const fix = named('Corregir este problema con Aliada');
      void vscode.commands.executeCommand(fix.command, ...(fix.arguments as unknown[]));
      await proposed('def f():\n    return 0\n');
      assert.ok(asked()[1].includes('- Línea 2: y is not defined'), asked()[1]);
      await vscode.commands.executeCommand('aliada.refuseChanges');
      server.script(answer('La variable no existe.'));
      const explain = named('Explicar este problema con Aliada');
      await vscode.commands.executeCommand(explain.command, ...(explain.arguments as unknown[]));
      const [, user] = asked();
      assert.ok(user.includes(promptsFor('es').commands.explainProblem), user);
      assert.ok(user.includes('2:12 y is not defined'), user);
      assert.equal(document.getText(), 'def f():\n    return y\n');
    } finally {
      list.dispose();
    }
  });

  it('the light bulb of a selection offers what Aliada does, and asks nobody', async () => {
    const { document } = await write('javascript', '|const a = 1;\n');
    const titles = async (range: vscode.Range): Promise<readonly string[]> => {
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        range,
      );
      return actions.map(({ title }) => title).filter((title) => title.includes('Aliada'));
    };
    assert.deepEqual((await titles(new vscode.Range(0, 0, 0, 12))).toSorted(), [
      'Documentar con Aliada',
      'Escribir pruebas con Aliada',
      'Explicar con Aliada',
      'Refactorizar con Aliada…',
    ]);
    assert.equal(server.asked.length, 0);
  });

  it('comments are written in the form of the file and the language of comments', async () => {
    await setting(settingNames.commentsLanguage, 'ca');
    const editor = await write(
      'python',
      '|def a(x):\n    """A.\n\n    Args:\n        x: n\n    """\n\ndef b(x):\n    return x\n',
    );
    editor.selection = new vscode.Selection(7, 0, 8, 12);
    server.script(answer(fenced('def b(x):\n    """B."""\n    return x')));
    void vscode.commands.executeCommand('aliada.document');
    await proposed();
    const [, user] = asked();
    assert.match(user, /Escribe en catalán los comentarios .* en la forma de Google style docstrings/);
  });

  it('refactoring asks what, and keeps to it', async () => {
    const { document } = await write('python', '|x = 1 + 0\n');
    server.script(answer(fenced('x = 1')));
    const done = vscode.commands.executeCommand('aliada.refactor');
    await choose(Promise.resolve(), /^Simplificar/);
    await proposed();
    assert.ok(asked()[1].includes(editWords('es').tasks.simplify));
    await vscode.commands.executeCommand('aliada.acceptChanges');
    await done;
    assert.equal(document.getText(), 'x = 1\n');
  });

  it('tests go into a new file, with the framework of the project', async () => {
    try {
      await writeFile(path.join(folder, 'package.json'), '{"devDependencies": {"vitest": "3"}}');
      const document = await file('src/suma.ts', 'export const suma = (a: number, b: number) => a + b;\n');
      const name = path.join(folder, 'src', 'suma.test.ts');
      server.script(answer("```typescript\nimport { it } from 'vitest';\n```"));
      void vscode.commands.executeCommand('aliada.writeTests', document.uri, new vscode.Range(0, 0, 0, 10));
      await proposed("import { it } from 'vitest';\n");
      assert.ok(
        asked()[1].includes('Escribe el archivo de pruebas `src/suma.test.ts` con Vitest'),
        asked()[1],
      );
      await assert.rejects(readFile(name), /ENOENT/);
      await vscode.commands.executeCommand('aliada.acceptChanges');
      assert.equal(await readFile(name, 'utf8'), "import { it } from 'vitest';\n");
    } finally {
      await closeEditors();
      await rm(path.join(folder, 'src'), { recursive: true });
      await rm(path.join(folder, 'package.json'));
    }
  });

  it('a cell that failed is fixed by a diff of the cell', async () => {
    const cell = new vscode.NotebookCellData(vscode.NotebookCellKind.Code, 'print(x)\n', 'python');
    const error = { name: 'NameError', message: "name 'x' is not defined", stack: '' };
    cell.outputs = [new vscode.NotebookCellOutput([vscode.NotebookCellOutputItem.error({ ...error })])];
    const notebook = await vscode.workspace.openNotebookDocument(
      'jupyter-notebook',
      new vscode.NotebookData([cell]),
    );
    await vscode.window.showNotebookDocument(notebook);
    server.script(answer(fenced('x = 1\nprint(x)')));
    const failed: unknown[] = [];
    const fixing = vscode.commands.executeCommand('aliada.fixCell');
    fixing.then(undefined, (error: unknown) => failed.push(error));
    await until(
      () => server.asked.length > 0,
      () => `not asked: ${failed.map(String).join()}`,
    );
    await proposed();
    assert.ok(asked()[1].includes("NameError: name 'x' is not defined"), asked()[1]);
    await vscode.commands.executeCommand('aliada.acceptChanges');
    const { document } = notebook.cellAt(0);
    await until(
      () => document.getText() === 'x = 1\nprint(x)\n',
      () => JSON.stringify(document.getText()),
    );
  });

  it('what is selected in a terminal is explained in the chat, and the clipboard is as it was', async () => {
    const written = new vscode.EventEmitter<string>();
    const terminal = vscode.window.createTerminal({
      name: 'prueba',
      pty: {
        onDidWrite: written.event,
        open: () => written.fire('$ rm -rf build\r\n'),
        close: () => undefined,
      },
    });
    try {
      terminal.show();
      await vscode.env.clipboard.writeText('lo que había');
      server.script(answer('Borra la carpeta.'));
      const giveUp = performance.now() + 10_000;
      // Nobody tells when a terminal has drawn what it was given.
      while (server.asked.length === 0) {
        assert.ok(performance.now() < giveUp, 'nothing was asked');
        await vscode.commands.executeCommand('workbench.action.terminal.selectAll');
        await vscode.commands.executeCommand('aliada.explainTerminal');
      }
      const [, user] = asked();
      assert.ok(user.includes('$ rm -rf build'), user);
      assert.ok(user.includes(promptsFor('es').commands.explainTerminal), user);
      assert.equal(await vscode.env.clipboard.readText(), 'lo que había');
    } finally {
      terminal.dispose();
      written.dispose();
    }
  });

  it('words stand above functions only where they are wanted', async () => {
    const { document } = await write('aliada-functions', '|f\n');
    const symbols = vscode.languages.registerDocumentSymbolProvider(
      { scheme: 'untitled' },
      {
        provideDocumentSymbols: () => [
          new vscode.DocumentSymbol(
            'f',
            '',
            vscode.SymbolKind.Function,
            new vscode.Range(0, 0, 0, 1),
            new vscode.Range(0, 0, 0, 1),
          ),
        ],
      },
    );
    const titles = async (): Promise<readonly unknown[]> => {
      const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        'vscode.executeCodeLensProvider',
        document.uri,
      );
      return lenses.map(({ command }) => command?.title);
    };
    try {
      assert.deepEqual(await titles(), []);
      await setting(settingNames.codeLens, true);
      assert.deepEqual(await titles(), ['Explicar', 'Documentar', 'Añadir pruebas']);
    } finally {
      symbols.dispose();
    }
  });

  it('no key is taken that VS Code itself uses there', async () => {
    const uri = vscode.Uri.parse('vscode://defaultsettings/keybindings.json');
    const text = (await vscode.workspace.openTextDocument(uri)).getText();
    const defaults = JSON.parse(text.replace(/^\s*\/\/.*$/gm, '').replace(/,(\s*\])/g, '$1')) as readonly {
      readonly key: string;
      readonly command: string;
      readonly when?: string;
    }[];
    const own = (
      extension().packageJSON as { contributes: { keybindings: readonly { key: string; when: string }[] } }
    ).contributes.keybindings;
    assert.ok(defaults.length > 500, String(defaults.length));
    for (const { key, when } of own) {
      assert.doesNotMatch(key, /ctrl\+alt|alt\+ctrl/, 'AltGr on Spanish keyboards');
      // In our own diff editor and input box, which only read, the keys are ours.
      if (when.includes('aliada')) continue;
      const clashes = defaults.filter(
        (one) =>
          (one.key === key || one.key === key.split(' ')[0]) &&
          one.when !== 'false' &&
          !one.command.startsWith('aliada.'),
      );
      assert.deepEqual(clashes, [], key);
    }
  });
});

describe('commit messages', () => {
  let server: ScriptedServer;
  let root: string;
  let repository: Repo;

  interface Repo {
    readonly rootUri: vscode.Uri;
    readonly inputBox: { value: string };
    readonly state: {
      readonly indexChanges: readonly unknown[];
      readonly workingTreeChanges: readonly unknown[];
    };
    status(): Promise<void>;
  }
  interface Git {
    getAPI(version: 1): { openRepository(uri: vscode.Uri): Promise<Repo | null> };
  }

  const git = (...args: readonly string[]): Promise<unknown> =>
    run('git', ['-c', 'user.name=T', '-c', 'user.email=t@example.org', ...args], { cwd: root });

  before(async () => {
    await extension().activate();
    root = path.join(vscode.workspace.workspaceFolders![0]!.uri.fsPath, 'repo');
    await mkdir(root);
    await git('init', '-q');
    await writeFile(path.join(root, 'nif.py'), 'x = 1\n');
    await git('add', '.');
    await git('commit', '-qm', 'feat(nif): calcula la letra');
    await writeFile(path.join(root, 'a.py'), '');
    await git('add', '.');
    await git('commit', '-qm', 'fix: corrige el caso vacío');
    const found = vscode.extensions.getExtension<Git>('vscode.git');
    assert.ok(found, 'no Git extension');
    const opened = await (await found.activate()).getAPI(1).openRepository(vscode.Uri.file(root));
    assert.ok(opened, 'no repository');
    repository = opened;
  });
  beforeEach(async () => {
    server = await startScriptedServer();
    await resetSettings();
    await useEndpoint(server);
    await speak('es');
    server.forget();
    notices.forget();
    repository.inputBox.value = '';
  });
  afterEach(async () => {
    await git('reset', '-q', '--hard');
    await git('clean', '-qfd');
    await resetSettings();
    await server.stop();
  });
  after(async () => {
    // Git's own extension would go on asking git about a repository that is gone.
    await vscode.commands.executeCommand('git.close', vscode.Uri.file(root));
    await rm(root, { recursive: true });
  });

  async function stage(files: Readonly<Record<string, string>>): Promise<void> {
    for (const [name, text] of Object.entries(files)) await writeFile(path.join(root, name), text);
    await git('add', '-f', '.');
    await repository.status();
    await until(
      () => repository.state.indexChanges.length === Object.keys(files).length,
      () => 'not staged',
    );
  }

  function asked(): string {
    return server.asked.at(-1)?.body.messages?.at(-1)?.content ?? '';
  }

  it('are written from what is staged, in their language and in the form of the history', async () => {
    await setting(settingNames.commitsLanguage, 'eu');
    await stage({ 'nif.py': 'x = 2\n' });
    server.script(answer('feat(nif): kalkulatu hizkia'));
    await vscode.commands.executeCommand('aliada.writeCommitMessage', { rootUri: repository.rootUri });
    assert.equal(repository.inputBox.value, 'feat(nif): kalkulatu hizkia');
    const words = asked();
    assert.ok(words.includes('-x = 1\n+x = 2'), words);
    assert.ok(words.includes(promptsFor('eu').commands.commitMessage), words);
    assert.ok(words.includes(editWords('eu').conventional), words);
    assert.ok(words.includes('- fix: corrige el caso vacío'), words);
  });

  it('leave out files that stay here', async () => {
    await stage({ 'nif.py': 'x = 3\n', '.env': 'CLAVE=abcdef\n' });
    server.script(answer('fix: cambia x'));
    await vscode.commands.executeCommand('aliada.writeCommitMessage', { rootUri: repository.rootUri });
    assert.ok(asked().includes('+x = 3'));
    assert.ok(!asked().includes('CLAVE') && !asked().includes('.env'), asked());
  });

  it('lose nothing that a person typed, and replace only what was written before', async () => {
    await stage({ 'nif.py': 'x = 4\n' });
    repository.inputBox.value = 'Refs #7';
    server.script(answer('fix: uno'));
    await vscode.commands.executeCommand('aliada.writeCommitMessage', { rootUri: repository.rootUri });
    assert.equal(repository.inputBox.value, 'fix: uno\n\nRefs #7');
    repository.inputBox.value = '';
    await vscode.commands.executeCommand('aliada.writeCommitMessage', { rootUri: repository.rootUri });
    server.script(answer('fix: dos'));
    await vscode.commands.executeCommand('aliada.writeCommitMessage', { rootUri: repository.rootUri });
    assert.equal(repository.inputBox.value, 'fix: dos');
  });

  it('are stopped with what was typed as it was', async () => {
    await stage({ 'nif.py': 'x = 5\n' });
    repository.inputBox.value = 'Refs #8';
    server.script(beginning('fix: ', [{ do: 'hang' }]));
    const writing = vscode.commands.executeCommand('aliada.writeCommitMessage', {
      rootUri: repository.rootUri,
    });
    await until(
      () => repository.inputBox.value.startsWith('fix:'),
      () => repository.inputBox.value,
    );
    await vscode.commands.executeCommand('aliada.stopCommitMessage');
    await writing;
    assert.equal(repository.inputBox.value, 'Refs #8');
    assert.deepEqual(notices.shown, []);
  });

  it('are for all changes where nothing is staged, and for none where there are none', async () => {
    await vscode.commands.executeCommand('aliada.writeCommitMessage', { rootUri: repository.rootUri });
    assert.match(notices.shown.at(-1) ?? '', /No hay cambios|There are no changes/);
    await writeFile(path.join(root, 'nif.py'), 'x = 6\n');
    await repository.status();
    await until(
      () => repository.state.workingTreeChanges.length === 1,
      () => 'no change',
    );
    server.script(answer('fix: seis'));
    await vscode.commands.executeCommand('aliada.writeCommitMessage', { rootUri: repository.rootUri });
    assert.equal(repository.inputBox.value, 'fix: seis');
  });
});
