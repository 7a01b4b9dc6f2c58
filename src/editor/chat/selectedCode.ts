import * as vscode from 'vscode';
import type { Attachment } from '../../core/chat/attachment';

/** The place that is selected in the active editor, where it holds more than blanks. */
export function selectedPlace(): vscode.Location | undefined {
  const editor = vscode.window.activeTextEditor;
  return selectedCode() === undefined || editor === undefined
    ? undefined
    : new vscode.Location(editor.document.uri, editor.selection);
}

/** The code that is selected in the active editor, or `undefined` where nothing but blanks is. */
export function selectedCode(): Attachment | undefined {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) return undefined;
  const { document, selection } = editor;
  const text = document.getText(selection);
  if (text.trim() === '') return undefined;
  // A selection that ends at the very start of a line does not include that line.
  const lastLine = selection.end.character === 0 ? selection.end.line - 1 : selection.end.line;
  return {
    path: pathOf(document.uri),
    languageId: document.languageId,
    text: text.replaceAll('\r\n', '\n'),
    firstLine: selection.start.line + 1,
    lastLine: Math.max(lastLine, selection.start.line) + 1,
  };
}

/** The path inside the workspace; of a file elsewhere only its name: folders tell who and where somebody is. */
function pathOf(uri: vscode.Uri): string {
  const isInside = vscode.workspace.getWorkspaceFolder(uri) !== undefined;
  return isInside ? vscode.workspace.asRelativePath(uri) : (uri.path.split('/').at(-1) ?? '');
}
