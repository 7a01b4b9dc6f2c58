import * as vscode from 'vscode';

/** Whole lines of a document that something is to be done with. */
export interface Piece {
  readonly document: vscode.TextDocument;
  /** From the start of its first line to the end of its last. */
  readonly range: vscode.Range;
}

/** A symbol that is longer than this is no piece to change at once, in lines. */
const mostLines = 400;
/** How long a language's own list of symbols is waited for, in milliseconds. */
const patience = 2_000;

function isCall(kind: vscode.SymbolKind): boolean {
  const { Function, Method, Constructor } = vscode.SymbolKind;
  return [Function, Method, Constructor].includes(kind);
}

function isType(kind: vscode.SymbolKind): boolean {
  const { Class, Interface, Enum, Struct, Module, Namespace } = vscode.SymbolKind;
  return [Class, Interface, Enum, Struct, Module, Namespace].includes(kind);
}

/**
 * What a command is about: the range that it was given, or the selection of the active editor, or else the function or
 * type around the cursor, or else its line.
 * @param args what VS Code gave the command: an address and a range, or nothing of use.
 * @returns `undefined` where no document is open.
 */
export async function pieceOf(args: readonly unknown[]): Promise<Piece | undefined> {
  const [uri, range] = args;
  if (uri instanceof vscode.Uri && range instanceof vscode.Range) {
    const document = await vscode.workspace.openTextDocument(uri);
    return range.isEmpty ? around(document, range.start) : { document, range: wholeLines(document, range) };
  }
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) return undefined;
  const { document, selection } = editor;
  if (!selection.isEmpty) return { document, range: wholeLines(document, selection) };
  return around(document, selection.active);
}

/** The functions and methods of a document, from the language's own extension; none where it does not answer in time. */
export async function functionsOf(document: vscode.TextDocument): Promise<readonly vscode.DocumentSymbol[]> {
  return flat(await symbolsOf(document)).filter(({ kind }) => isCall(kind));
}

async function around(document: vscode.TextDocument, position: vscode.Position): Promise<Piece> {
  const line = document.lineAt(position.line);
  // A blank line is where something new is to be.
  if (line.isEmptyOrWhitespace) return { document, range: line.range };
  const there = flat(await symbolsOf(document)).filter(
    ({ kind, range }) =>
      (isCall(kind) || isType(kind)) &&
      range.contains(position) &&
      range.end.line - range.start.line < mostLines,
  );
  const innermost = there.reduce<vscode.DocumentSymbol | undefined>(
    (best, one) => (best === undefined || best.range.contains(one.range) ? one : best),
    undefined,
  );
  return { document, range: wholeLines(document, innermost?.range ?? line.range) };
}

/** A selection that ends at the very start of a line does not include that line. */
function wholeLines(document: vscode.TextDocument, { start, end }: vscode.Range): vscode.Range {
  const last = end.character === 0 && end.line > start.line ? end.line - 1 : end.line;
  return new vscode.Range(start.line, 0, last, document.lineAt(last).text.length);
}

async function symbolsOf({ uri }: vscode.TextDocument): Promise<readonly vscode.DocumentSymbol[]> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), patience);
  });
  const found = vscode.commands.executeCommand<unknown[] | undefined>(
    'vscode.executeDocumentSymbolProvider',
    uri,
  );
  const symbols = await Promise.race([found, late]);
  clearTimeout(timer);
  // Older extensions give a flat list without the whole range of a symbol: of no use here.
  return (symbols ?? []).filter(
    (symbol): symbol is vscode.DocumentSymbol => 'children' in (symbol as object),
  );
}

function flat(symbols: readonly vscode.DocumentSymbol[]): readonly vscode.DocumentSymbol[] {
  return symbols.flatMap((symbol) => [symbol, ...flat(symbol.children)]);
}
