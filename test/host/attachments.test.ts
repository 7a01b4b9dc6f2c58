import * as vscode from 'vscode';
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Attachment } from '../../src/core/chat/attachment';
import type { Given, SourceParts } from '../../src/editor/chat/attachments/source';
import { sources } from '../../src/editor/chat/attachments/sources';
import { desktop } from '../../src/editor/platform/desktop';
import { PrivateFiles } from '../../src/editor/privacy/privateFiles';
import { Settings, settingNames } from '../../src/editor/settings';
import { closeEditors, extension, resetSettings, setting } from '../support/extension';
import { forgetLists, lists, take } from '../support/lists';

type SourceName = keyof typeof sources;

/** What can be attached, read in a real VS Code; the lists are answered as the keyboard does. */
describe('attachments in VS Code', () => {
  let files: PrivateFiles;
  let folder: string;
  const root = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? '';
  const undo: { dispose(): unknown }[] = [];

  before(() => extension().activate());
  beforeEach(async () => {
    await resetSettings();
    await setting(settingNames.exclude, ['private/']);
    files = new PrivateFiles(new Settings(process.env), desktop.ignoreFiles);
    folder = path.join(root, 'attached');
    await put(
      'sum.py',
      'def total(prices):\n    return sum(prices)\n\n\ndef mean(prices):\n    return total(prices) / len(prices)\n',
    );
    await put('README.md', '# Prices\n');
    await put('.env', 'TOKEN=abc\n');
    await put('private/plan.py', 'total = 3\n');
    await put('picture.bin', Buffer.from([1, 0, 2, 0]));
    forgetLists();
  });
  afterEach(async () => {
    for (const one of undo.splice(0)) one.dispose();
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    await closeEditors();
    files.dispose();
    await rm(folder, { recursive: true, force: true });
    await resetSettings();
  });

  async function put(name: string, content: string | Buffer): Promise<void> {
    const file = path.join(folder, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, content);
  }

  function open(name: string): Thenable<vscode.TextEditor> {
    const uri = vscode.Uri.file(path.join(folder, name));
    return vscode.window.showTextDocument(uri, { preview: false });
  }

  /** What a source gives, whose lists are answered with the first entry that matches. */
  async function give(name: SourceName, ...wanted: readonly RegExp[]): Promise<Given> {
    const parts: SourceParts = { files, room: () => Promise.resolve(6_000) };
    const given = sources[name](parts, new AbortController().signal);
    for (const entry of wanted) await take(entry);
    return given;
  }

  function only({ attachments }: Given): Attachment {
    assert.equal(attachments.length, 1);
    return attachments[0]!;
  }

  /** Puts a function of our own in the place of one of VS Code's for one test. */
  function instead(name: 'showInputBox' | 'createQuickPick', other: unknown): void {
    const window = vscode.window as unknown as Record<string, unknown>;
    const original = window[name];
    window[name] = other;
    undo.push({ dispose: () => (window[name] = original) });
  }

  it('a file is picked by its name, whole, with its place in the workspace', async () => {
    const one = only(await give('file', /sum\.py/));
    assert.ok(one.kind === 'code');
    assert.deepEqual(
      [one.path, one.languageId, one.firstLine, one.lastLine],
      ['attached/sum.py', 'python', 1, 6],
    );
    assert.match(one.text, /^def total/);
  });

  it('files that stay on this computer are shown last with the reason, and are not given', async () => {
    const given = await give('file', /\$\(lock\) \.env/);
    assert.deepEqual(given.attachments, []);
    assert.match(given.note ?? '', /\.env stays on this computer/);
    const entries = lists().at(-1)?.entries ?? [];
    const lock = entries.findIndex((entry) => entry.includes('$(lock)'));
    assert.ok(lock > entries.findIndex((entry) => entry.includes('README.md')));
    assert.ok(
      entries.some((entry) => /plan\.py.*aliada\.exclude/.test(entry)),
      entries.join('\n'),
    );
  });

  it('a file that is no text says so', async () => {
    const given = await give('file', /picture\.bin/);
    assert.deepEqual(given.attachments, []);
    assert.match(given.note ?? '', /picture\.bin/);
  });

  it('open editors come all at once, without those that stay here', async () => {
    await open('sum.py');
    await open('README.md');
    await open('private/plan.py');
    const given = await give('openEditors');
    assert.deepEqual(
      given.attachments.map((one) => one.kind === 'code' && one.path),
      ['attached/sum.py', 'attached/README.md'],
    );
    assert.match(given.note ?? '', /plan\.py stays/);
    await closeEditors();
    assert.match((await give('openEditors')).note ?? '', /No file/);
  });

  it('a symbol comes with all its lines and no others', async () => {
    undo.push(
      vscode.languages.registerDocumentSymbolProvider(
        { pattern: '**/sum.py' },
        {
          provideDocumentSymbols: (document) =>
            [...document.getText().matchAll(/def (\w+)/g)].map(({ 1: name = '', index }) => {
              const start = document.positionAt(index);
              const range = new vscode.Range(start, document.lineAt(start.line + 1).range.end);
              return new vscode.DocumentSymbol(name, '', vscode.SymbolKind.Function, range, range);
            }),
        },
      ),
    );
    let shown: vscode.QuickPick<vscode.QuickPickItem> | undefined;
    const create = vscode.window.createQuickPick.bind(vscode.window);
    instead('createQuickPick', () => (shown = create()));
    await open('sum.py');
    const given = give('symbol');
    const giveUp = performance.now() + 10_000;
    while (!shown?.items.some(({ label }) => label.includes('mean'))) {
      assert.ok(performance.now() < giveUp, 'the list has no symbols');
      await new Promise((next) => setTimeout(next, 20));
    }
    while (!shown.activeItems[0]?.label.includes('mean')) {
      assert.ok(performance.now() < giveUp, 'the entry cannot be reached');
      const before = shown.activeItems[0];
      await vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
      while (shown.activeItems[0] === before && performance.now() < giveUp) {
        await new Promise((next) => setTimeout(next, 20));
      }
    }
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    const one = only(await given);
    assert.ok(one.kind === 'code');
    assert.deepEqual([one.firstLine, one.lastLine], [5, 6]);
    assert.equal(one.text, 'def mean(prices):\n    return total(prices) / len(prices)');
  });

  it('a symbol of another file is found by its name, whole; one of a file that stays here is not given', async () => {
    const symbol = (file: string, name: string, line: number): vscode.SymbolInformation => {
      const place = new vscode.Location(
        vscode.Uri.file(path.join(folder, file)),
        new vscode.Range(line, 4, line, 9),
      );
      return new vscode.SymbolInformation(name, vscode.SymbolKind.Function, '', place);
    };
    const queries: string[] = [];
    undo.push(
      vscode.languages.registerWorkspaceSymbolProvider({
        provideWorkspaceSymbols: (query) => {
          queries.push(query);
          return [symbol('sum.py', 'total', 0), symbol('private/plan.py', 'plan', 0)];
        },
      }),
      // The workspace's symbols tell where the name stands; how long the function is only the file's own know.
      vscode.languages.registerDocumentSymbolProvider(
        { pattern: '**/sum.py' },
        {
          provideDocumentSymbols: () => {
            const range = new vscode.Range(0, 0, 1, 22);
            return [new vscode.DocumentSymbol('total', '', vscode.SymbolKind.Function, range, range)];
          },
        },
      ),
    );
    await open('README.md');
    const find = async (query: string, label: string): Promise<Given> => {
      let shown: vscode.QuickPick<vscode.QuickPickItem> | undefined;
      const create = vscode.window.createQuickPick.bind(vscode.window);
      instead('createQuickPick', () => (shown = create()));
      const given = give('symbol');
      const giveUp = performance.now() + 10_000;
      const until = async (isSo: () => boolean | undefined, otherwise: string): Promise<void> => {
        while (isSo() !== true) {
          assert.ok(performance.now() < giveUp, otherwise);
          await new Promise((next) => setTimeout(next, 20));
        }
      };
      await until(() => shown !== undefined, 'no list');
      shown!.value = query;
      await until(() => shown?.items.some((one) => one.label.includes(label)), `${label} is not found`);
      await until(() => shown?.activeItems[0]?.label.includes(label), `${label} cannot be reached`);
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return given;
    };
    const one = only(await find('tot', 'total'));
    assert.ok(one.kind === 'code');
    assert.deepEqual(
      [one.path, one.firstLine, one.lastLine, one.text],
      ['attached/sum.py', 1, 2, 'def total(prices):\n    return sum(prices)'],
    );
    assert.ok(queries.includes('tot'), queries.join());
    const kept = await find('plan', 'plan');
    assert.deepEqual(kept.attachments, []);
    assert.match(kept.note ?? '', /plan\.py stays/);
  });

  it('problems are those of the file in front, or of the workspace, as the person says', async () => {
    const found = vscode.languages.createDiagnosticCollection('aliada-test');
    undo.push(found);
    const report = (name: string, message: string): void => {
      const problem = new vscode.Diagnostic(new vscode.Range(1, 4, 1, 10), message);
      problem.source = 'checker';
      found.set(vscode.Uri.file(path.join(folder, name)), [problem]);
    };
    assert.match((await give('problems')).note ?? '', /no problems/);
    report('sum.py', 'sums are wrong');
    await open('sum.py');
    const own = only(await give('problems'));
    assert.ok(own.kind === 'problems');
    assert.equal(own.name, 'attached/sum.py');
    assert.equal(own.text, 'attached/sum.py:2:5: error checker: sums are wrong\n    return sum(prices)');
    report('README.md', 'no such word');
    report('private/plan.py', 'secret problem');
    assert.equal(only(await give('problems', /sum\.py/)).text, own.text);
    const all = await give('problems', /\$\(folder\)/);
    const text = only(all).text;
    assert.match(text, /no such word/);
    assert.doesNotMatch(text, /secret/);
    assert.match(all.note ?? '', /plan\.py stays/);
  });

  it('the selection of a terminal comes, and the clipboard is as before', async () => {
    for (const terminal of vscode.window.terminals) terminal.dispose();
    if (vscode.window.activeTerminal === undefined) {
      assert.match((await give('terminal')).note ?? '', /No terminal/);
    }
    const written = new vscode.EventEmitter<string>();
    const opened = new Promise<void>((resolve) => {
      const pty = { onDidWrite: written.event, open: () => resolve(), close: () => undefined };
      const terminal = vscode.window.createTerminal({ name: 'builds', pty });
      undo.push(terminal);
      terminal.show();
    });
    await opened;
    written.fire('error: it broke\r\n');
    await vscode.env.clipboard.writeText('mine');
    const giveUp = performance.now() + 10_000;
    let given = await give('terminal');
    // The terminal draws what was written when it likes, and until then nothing can be selected.
    while (given.attachments.length === 0) {
      assert.ok(performance.now() < giveUp, given.note);
      await vscode.commands.executeCommand('workbench.action.terminal.selectAll');
      given = await give('terminal');
    }
    const one = only(given);
    assert.ok(one.kind === 'terminal');
    assert.equal(one.name, 'builds');
    assert.match(one.text, /error: it broke/);
    assert.equal(await vscode.env.clipboard.readText(), 'mine');
    await vscode.commands.executeCommand('workbench.action.terminal.clearSelection');
    assert.match((await give('terminal')).note ?? '', /Nothing is selected/);
    assert.equal(await vscode.env.clipboard.readText(), 'mine');
  });

  it('changes of a repository come staged and not, without files that stay here', async () => {
    const git = (...words: string[]): void => {
      const person = ['-c', 'user.name=Test', '-c', 'user.email=test@example.org'];
      execFileSync('git', [...person, ...words], { cwd: folder });
    };
    git('init', '-q');
    git('add', '-f', '.');
    git('commit', '-qm', 'First');
    await put('sum.py', 'def total(prices):\n    return 42\n');
    git('add', 'sum.py');
    await put('README.md', '# Costs\n');
    await put('.env', 'TOKEN=other\n');
    await put('private/plan.py', 'total = 4\n');
    await put('new/mode.py', 'def mode(prices):\n    return max(prices)');
    await put('new/picture.bin', Buffer.from([1, 0, 2, 0]));
    await put('private/secret.py', 'hidden = 1\n');
    interface Git {
      getAPI(version: 1): { openRepository(root: vscode.Uri): Promise<{ status(): Promise<void> } | null> };
    }
    const api = (await vscode.extensions.getExtension<Git>('vscode.git')!.activate()).getAPI(1);
    const repository = await api.openRepository(vscode.Uri.file(folder));
    assert.ok(repository, 'git does not see the repository');
    await open('sum.py');
    const unstaged = await give('diff');
    const text = only(unstaged).text;
    assert.match(text, /^diff --git a\/README\.md b\/README\.md/);
    assert.match(text, /\+# Costs/);
    assert.match(
      text,
      /^diff --git a\/new\/mode\.py b\/new\/mode\.py\nnew file mode 100644\n--- \/dev\/null\n\+\+\+ b\/new\/mode\.py\n@@ -0,0 \+1,2 @@\n\+def mode\(prices\):\n\+ {4}return max\(prices\)\n\\ No newline at end of file\n/m,
    );
    assert.match(text, /^\?\? new\/picture\.bin$/m, 'what is no text goes along by its name');
    assert.doesNotMatch(text, /TOKEN|plan|42|hidden|secret/);
    assert.match(unstaged.note ?? '', /\.env/);
    assert.match(unstaged.note ?? '', /secret\.py/, 'a new file that stays here is named, too');
    const staged = only(await give('stagedDiff'));
    assert.ok(staged.kind === 'stagedDiff');
    assert.deepEqual([staged.name, staged.languageId], ['attached', 'diff']);
    assert.match(staged.text, /\+ {4}return 42/);
    assert.doesNotMatch(staged.text, /README|mode/);
    git('commit', '-qm', 'Second', '--', 'sum.py');
    assert.match((await give('stagedDiff')).note ?? '', /Nothing is staged/);
    // Git's own extension would go on asking git about a repository that is gone.
    await vscode.commands.executeCommand('git.close', vscode.Uri.file(folder));
    await rm(path.join(folder, '.git'), { recursive: true, force: true });
  });

  it('a folder comes with the names of its files and the text of the telling ones', async () => {
    const one = only(await give('folder', /attached$/));
    assert.ok(one.kind === 'folder');
    assert.equal(one.name, 'attached');
    assert.match(one.text, /picture\.bin/);
    assert.match(one.text, /=== README\.md ===\n# Prices/);
    assert.match(one.text, /=== sum\.py ===\ndef total/);
    assert.doesNotMatch(one.text, /\.env|TOKEN|plan/);
    assert.ok(one.text.length <= 6_000 * 0.6);
  });

  it('a search finds what is written, also what is not saved, and nothing of private files', async () => {
    const editor = await open('README.md');
    await editor.edit((edit) => edit.insert(new vscode.Position(1, 0), 'The total is not saved.\n'));
    instead('showInputBox', () => Promise.resolve('total'));
    const one = only(await give('search'));
    assert.ok(one.kind === 'search');
    assert.equal(one.name, 'total');
    assert.match(one.text, /^attached\/sum\.py:1: def total\(prices\):$/m);
    assert.match(one.text, /^attached\/README\.md:2: The total is not saved\.$/m);
    assert.doesNotMatch(one.text, /plan\.py/);
    instead('showInputBox', () => Promise.resolve('no such words anywhere'));
    assert.match((await give('search')).note ?? '', /does not occur/);
  });

  it('a search ends when nobody wants it any more', async () => {
    instead('showInputBox', () => Promise.resolve('total'));
    const abort = new AbortController();
    const parts: SourceParts = { files, room: () => Promise.resolve(6_000) };
    const given = sources.search(parts, abort.signal);
    abort.abort();
    await assert.rejects(given, { name: 'AbortError' });
  });
});
