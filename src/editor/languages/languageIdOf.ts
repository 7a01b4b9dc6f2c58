import type * as vscode from 'vscode';
import { headLength, languageOf } from '../../core/language/programming/languageOf';

/** The language of a document: VS Code's, or a better one where its ending says too little. */
export function languageIdOf(document: vscode.TextDocument): string {
  return languageOf(document.uri.path, document.languageId, () => headOf(document));
}

/** The entry of the 92 that a notebook's cell belongs to beside its language; `undefined` outside of notebooks. */
export function notebookEntryOf({ uri, languageId }: vscode.TextDocument): string | undefined {
  if (uri.scheme !== 'vscode-notebook-cell') return undefined;
  return languageId === 'markdown' ? 'jupyter-text' : 'jupyter-code';
}

function headOf(document: vscode.TextDocument): string {
  let head = '';
  for (let line = 0; line < document.lineCount && head.length < headLength; line += 1) {
    head += `${document.lineAt(line).text}\n`;
  }
  return head.slice(0, headLength);
}
