import * as vscode from 'vscode';
import type { Attachment } from '../../core/chat/attachment';
import { describeExclusion } from '../../core/privacy/describeExclusion';
import { languageIdOf } from '../languages/languageIdOf';
import { nameOf, type PrivateFiles } from '../privacy/privateFiles';

/** The selection as it may be sent. */
export interface Selected {
  /** `undefined` where nothing is selected, or the file stays here. */
  readonly attachment: Attachment | undefined;
  /** Why the selection does not go along, in words. */
  readonly note: string | undefined;
}

/** What goes along with a question: nothing of a file that stays on this computer. */
export async function selectedForSending(files: PrivateFiles): Promise<Selected> {
  const uri = vscode.window.activeTextEditor?.document.uri;
  const attachment = selectedCode();
  if (attachment === undefined || uri === undefined) return { attachment: undefined, note: undefined };
  const kept = await files.exclusion(uri);
  return kept === undefined
    ? { attachment, note: undefined }
    : { attachment: undefined, note: describeExclusion(kept, nameOf(uri)) };
}

/** The place that is selected in the active editor, where it holds more than blanks. */
export function selectedPlace(): vscode.Location | undefined {
  const editor = vscode.window.activeTextEditor;
  return selectedCode() === undefined || editor === undefined
    ? undefined
    : new vscode.Location(editor.document.uri, editor.selection);
}

/** The code that is selected in the active editor, or `undefined` where nothing but blanks is. */
function selectedCode(): Attachment | undefined {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) return undefined;
  const { document, selection } = editor;
  const text = document.getText(selection);
  if (text.trim() === '') return undefined;
  // A selection that ends at the very start of a line does not include that line.
  const lastLine = selection.end.character === 0 ? selection.end.line - 1 : selection.end.line;
  return {
    kind: 'code',
    path: pathOf(document.uri),
    languageId: languageIdOf(document),
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
