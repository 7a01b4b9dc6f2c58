import * as vscode from 'vscode';
import { describeExclusion } from '../../../core/privacy/describeExclusion';
import { t } from '../../../core/text';
import { nameOf } from '../../privacy/privateFiles';
import { fileForSending, pathOf } from './code';
import { nothing, type Given, type SourceParts } from './source';

interface Item extends vscode.QuickPickItem {
  readonly uri: vscode.Uri;
  readonly range: vscode.Range;
  /** True where `range` is all of the symbol, and not its name only. */
  readonly whole: boolean;
}

/** A symbol that the person picks: those of the file in front, and those of the workspace that a typed name finds. */
export async function symbol({ files }: SourceParts, signal: AbortSignal): Promise<Given> {
  const chosen = await pick(signal);
  if (chosen === undefined) return nothing;
  const kept = await files.exclusion(chosen.uri);
  // Before anything of it is opened to find the symbol's end.
  if (kept !== undefined) return { attachments: [], note: describeExclusion(kept, nameOf(chosen.uri)) };
  const range = chosen.whole ? chosen.range : await wholeRange(chosen);
  return fileForSending(chosen.uri, files, range);
}

async function pick(signal: AbortSignal): Promise<Item | undefined> {
  const list = vscode.window.createQuickPick<Item>();
  list.title = t('Attach a symbol');
  list.placeholder = t('Name of a function, a class or another symbol');
  list.matchOnDescription = true;
  list.busy = true;
  const close = (): void => list.hide();
  signal.addEventListener('abort', close, { once: true });
  const own = symbolsOfActiveFile();
  void own.then((items) => {
    list.items = items;
    list.busy = false;
  });
  list.onDidChangeValue((value) => void show(list, value, own));
  const chosen = await new Promise<Item | undefined>((resolve) => {
    list.onDidAccept(() => {
      resolve(list.selectedItems[0]);
      list.hide();
    });
    list.onDidHide(() => resolve(undefined));
    if (signal.aborted) resolve(undefined);
    else list.show();
  });
  signal.removeEventListener('abort', close);
  list.dispose();
  return chosen;
}

/** The symbols of the file, and behind them those of the workspace; the answer to an older value comes too late. */
async function show(list: vscode.QuickPick<Item>, value: string, own: Promise<Item[]>): Promise<void> {
  if (value.trim() === '') {
    list.items = await own;
    return;
  }
  list.busy = true;
  const found = await vscode.commands.executeCommand<vscode.SymbolInformation[] | undefined>(
    'vscode.executeWorkspaceSymbolProvider',
    value,
  );
  const mine = await own;
  if (list.value !== value) return;
  const known = new Set(mine.map((item) => `${item.uri.toString()} ${item.label}`));
  const others = (found ?? [])
    .map((one): Item => ({
      label: labelOf(one.kind, one.name),
      description: [one.containerName, pathOf(one.location.uri)].filter(Boolean).join(' · '),
      uri: one.location.uri,
      range: one.location.range,
      whole: false,
    }))
    .filter((item) => !known.has(`${item.uri.toString()} ${item.label}`));
  list.items = [...mine, ...others];
  list.busy = false;
}

async function symbolsOfActiveFile(): Promise<Item[]> {
  const uri = vscode.window.activeTextEditor?.document.uri;
  if (uri === undefined) return [];
  return (await documentSymbols(uri)).map(({ symbol: { kind, name, range }, container }) => ({
    label: labelOf(kind, name),
    ...(container === '' ? {} : { description: container }),
    ...{ uri, range, whole: true },
  }));
}

interface Placed {
  readonly symbol: Pick<vscode.DocumentSymbol, 'kind' | 'name' | 'range'>;
  readonly container: string;
}

async function documentSymbols(uri: vscode.Uri): Promise<Placed[]> {
  const found = await vscode.commands.executeCommand<
    (vscode.DocumentSymbol | vscode.SymbolInformation)[] | undefined
  >('vscode.executeDocumentSymbolProvider', uri);
  const flat = (symbols: readonly vscode.DocumentSymbol[], container: string): Placed[] =>
    symbols.flatMap((one) => [
      { symbol: one, container },
      ...flat(one.children, container === '' ? one.name : `${container}.${one.name}`),
    ]);
  return (found ?? []).flatMap((one) => {
    if ('children' in one) return flat([one], '');
    const { kind, name, location, containerName } = one;
    return [{ symbol: { kind, name, range: location.range }, container: containerName }];
  });
}

/** A provider for the workspace may only know where the name stands: the smallest symbol around it is meant. */
async function wholeRange({ uri, range }: Item): Promise<vscode.Range> {
  const around = (await documentSymbols(uri))
    .map((one) => one.symbol.range)
    .filter((one) => one.contains(range))
    .sort((a, b) => a.end.line - a.start.line - (b.end.line - b.start.line));
  return around[0] ?? new vscode.Range(range.start.line, 0, range.end.line + 1, 0);
}

function iconOf(kind: vscode.SymbolKind): string {
  switch (kind) {
    case vscode.SymbolKind.Function:
    case vscode.SymbolKind.Method:
    case vscode.SymbolKind.Constructor:
      return 'symbol-method';
    case vscode.SymbolKind.Class:
      return 'symbol-class';
    case vscode.SymbolKind.Interface:
      return 'symbol-interface';
    case vscode.SymbolKind.Enum:
      return 'symbol-enum';
    case vscode.SymbolKind.Variable:
      return 'symbol-variable';
    case vscode.SymbolKind.Constant:
      return 'symbol-constant';
    default:
      return 'symbol-misc';
  }
}

function labelOf(kind: vscode.SymbolKind, name: string): string {
  return `$(${iconOf(kind)}) ${name}`;
}
