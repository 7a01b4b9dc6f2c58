import * as vscode from 'vscode';
import type { Attachment } from '../../core/chat/attachment';

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
    path: vscode.workspace.asRelativePath(document.uri),
    languageId: document.languageId,
    text: text.replaceAll('\r\n', '\n'),
    firstLine: selection.start.line + 1,
    lastLine: Math.max(lastLine, selection.start.line) + 1,
  };
}
