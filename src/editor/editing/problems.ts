import * as vscode from 'vscode';
import { pieceOf, type Piece } from './piece';

/** Problems, and the piece of code that they are in. */
export interface Problems {
  readonly piece: Piece;
  readonly problems: readonly vscode.Diagnostic[];
}

/** How many lines go along on either side of a problem that stands in no function. */
const around = 5;

/**
 * The problems at a place.
 * @param args an address and a range, as a light bulb gives them; else the selection of the active editor counts.
 * @returns `undefined` where there are none.
 */
export async function problemsAt(args: readonly unknown[]): Promise<Problems | undefined> {
  const [uri, range] = args;
  const editor = vscode.window.activeTextEditor;
  const named = uri instanceof vscode.Uri && range instanceof vscode.Range;
  const place = named ? { uri, range } : editor && { uri: editor.document.uri, range: editor.selection };
  if (place === undefined) return undefined;
  const all = vscode.languages.getDiagnostics(place.uri);
  const touching = all.filter((one) => one.range.intersection(place.range) !== undefined);
  const inLine = all.filter(({ range: { start } }) => start.line === place.range.start.line);
  const problems = touching.length > 0 ? touching : inLine;
  const [first] = problems;
  if (first === undefined) return undefined;
  const last = problems.reduce((line, one) => Math.max(line, one.range.end.line), 0);
  const one = await pieceOf([place.uri, new vscode.Range(first.range.start, first.range.start)]);
  if (one === undefined) return undefined;
  if (one.range.end.line > one.range.start.line && one.range.end.line >= last)
    return { piece: one, problems };
  const { document } = one;
  const to = Math.min(document.lineCount - 1, last + around);
  const wide = new vscode.Range(
    Math.max(0, first.range.start.line - around),
    0,
    to,
    document.lineAt(to).text.length,
  );
  return { piece: { document, range: wide }, problems };
}
