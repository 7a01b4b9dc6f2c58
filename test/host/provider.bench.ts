/**
 * What the provider costs in the real extension host, beside the network: run by tools/bench/provider.mjs, which
 * names the file for the figures. No test: it asserts nothing.
 */
import * as vscode from 'vscode';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Figures } from '../../src/core/completion/figures';
import { Snooze } from '../../src/core/completion/snooze';
import { registerCompletion } from '../../src/editor/completion/register';
import { OutageNotice } from '../../src/editor/outageNotice';
import { desktop } from '../../src/editor/platform/desktop';
import { PrivateFiles } from '../../src/editor/privacy/privateFiles';
import { Settings } from '../../src/editor/settings';
import { sayingEndpoint } from '../support/endpoint';

/** One line that is long enough to be typed along for a while. */
const said = 'total = first_of(alpha, beta) + second_of(gamma, delta) * third_of(epsilon, zeta) - rest(eta)';
const keys = said.length - 10;
const misses = 200;
/** Measured before it counts, so that what is measured is compiled. */
const warm = 40;

interface Row {
  readonly what: 'hit' | 'miss' | 'listeners';
  readonly lines: number;
  readonly editors: number;
  readonly ms: readonly number[];
}

const rows: Row[] = [];
let timed: number[] = [];

describe('the cost of the provider', function () {
  this.timeout(70_000);
  let provider: vscode.InlineCompletionItemProvider;
  let registered: { dispose(): void };
  let folder: string;
  let editors = 0;

  before(async () => {
    folder = path.join(vscode.workspace.workspaceFolders![0]!.uri.fsPath, 'bench');
    await mkdir(folder, { recursive: true });
    ({ provider, registered } = register());
  });
  after(async () => {
    registered.dispose();
    await writeFile(process.env.ALIADA_BENCH_OUT!, JSON.stringify(rows));
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  for (const wanted of [1, 20, 60, 110, 160, 200]) {
    it(`with ${wanted} editors`, async () => {
      for (; editors < wanted; editors += 1) await open(`other${editors}.py`, 200);
    });
    if (![1, 20, 200].includes(wanted)) continue;
    for (const lines of [100, 1_000, 50_000]) {
      it(`with ${wanted} editors, in ${lines} lines`, async () => {
        const editor = await open(`file${wanted}of${lines}.py`, lines);
        await measureMisses(editor, lines, wanted);
        await measureHits(editor, lines, wanted);
        await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
      });
    }
  }

  async function open(name: string, lines: number): Promise<vscode.TextEditor> {
    const file = path.join(folder, name);
    const text = Array.from({ length: lines }, (_, at) => `value_${at} = compute(${at}, "${name}")\n`);
    await writeFile(file, text.join(''));
    const document = await vscode.workspace.openTextDocument(file);
    return vscode.window.showTextDocument(document, { preview: false });
  }

  async function ask(document: vscode.TextDocument, at: vscode.Position): Promise<[number, number]> {
    const context = {
      triggerKind: vscode.InlineCompletionTriggerKind.Automatic,
      selectedCompletionInfo: undefined,
    };
    const source = new vscode.CancellationTokenSource();
    const from = performance.now();
    const items = await provider.provideInlineCompletionItems(document, at, context, source.token);
    const ms = performance.now() - from;
    source.dispose();
    return [ms, (items as readonly unknown[] | undefined)?.length ?? 0];
  }

  async function measureMisses({ document }: vscode.TextEditor, lines: number, count: number): Promise<void> {
    const ms: number[] = [];
    for (let at = 0; at < warm + misses; at += 1) {
      const line = Math.floor((((at * 37) % 97) * (lines - 4)) / 97) + (at % 3);
      // Behind the name, where nothing that was said fits.
      const column = document.lineAt(line).text.indexOf(' ');
      const [took, offered] = await ask(document, new vscode.Position(line, column));
      if (at >= warm && offered > 0) ms.push(took);
      await rest();
    }
    rows.push({ what: 'miss', lines, editors: count, ms });
  }

  async function measureHits(editor: vscode.TextEditor, lines: number, count: number): Promise<void> {
    const ms: number[] = [];
    timed = [];
    for (let round = 0; round < 3; round += 1) {
      const line = Math.floor(lines / 2) + round;
      await editor.edit((edit) => edit.insert(new vscode.Position(line, 0), '\n'));
      editor.selection = new vscode.Selection(line, 0, line, 0);
      await ask(editor.document, editor.selection.active);
      for (let key = 0; key < keys; key += 1) {
        await editor.edit((edit) => edit.insert(editor.selection.active, said.charAt(key)), {
          undoStopBefore: false,
          undoStopAfter: false,
        });
        const at = new vscode.Position(line, key + 1);
        editor.selection = new vscode.Selection(at, at);
        const [took, offered] = await ask(editor.document, at);
        if ((round > 0 || key > warm) && offered > 0) ms.push(took);
      }
    }
    rows.push({ what: 'hit', lines, editors: count, ms });
    rows.push({ what: 'listeners', lines, editors: count, ms: timed.slice(warm) });
  }
});

async function rest(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 2));
}

/** The extension's own registration, with an endpoint that answers at once; its provider is kept for the bench. */
function register(): { provider: vscode.InlineCompletionItemProvider; registered: { dispose(): void } } {
  const settings = new Settings(process.env);
  const endpoint = sayingEndpoint(`${said}\n`, 'more()\n');
  const memory = new Map<string, unknown>();
  let provider: vscode.InlineCompletionItemProvider | undefined;
  const nothing = { dispose: () => undefined };
  const undo = [
    replace(vscode.languages, 'registerInlineCompletionItemProvider', (_selector: unknown, one: unknown) => {
      provider = one as vscode.InlineCompletionItemProvider;
      return nothing;
    }),
    // The command is the real extension's.
    replace(vscode.commands, 'registerCommand', () => nothing),
    ...['onDidChangeTextDocument'].map((name) => timing(vscode.workspace, name)),
    ...['onDidChangeTextEditorSelection'].map((name) => timing(vscode.window, name)),
  ];
  const parts = {
    settings,
    endpoints: { first: () => endpoint },
    finder: { endpoint: () => Promise.resolve(endpoint) },
    files: new PrivateFiles(settings, desktop.ignoreFiles),
    outages: new OutageNotice(),
    firstSteps: { reach: () => undefined },
    snooze: new Snooze(),
    figures: new Figures({ read: () => undefined, write: () => undefined }, () => '2026-01-01'),
    memory: { keys: () => [], get: (key: string) => memory.get(key), update: () => Promise.resolve() },
  };
  const registered = registerCompletion(parts as unknown as Parameters<typeof registerCompletion>[0]);
  for (const back of undo) back();
  return { provider: provider!, registered };
}

function replace(owner: object, name: string, value: unknown): () => void {
  const before = Object.getOwnPropertyDescriptor(owner, name)!;
  Object.defineProperty(owner, name, { configurable: true, writable: true, value });
  return () => Object.defineProperty(owner, name, before);
}

/** Times what is registered for an event of VS Code. */
function timing(owner: object, name: string): () => void {
  type Event = (listener: (event: unknown) => void) => vscode.Disposable;
  const event = (owner as Record<string, Event>)[name]!;
  const timedEvent: Event = (listener) =>
    event((data) => {
      const from = performance.now();
      listener(data);
      timed.push(performance.now() - from);
    });
  return replace(owner, name, timedEvent);
}
