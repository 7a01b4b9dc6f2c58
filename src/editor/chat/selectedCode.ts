import * as vscode from 'vscode';
import type { Attachment } from '../../core/chat/attachment';
import { describeExclusion } from '../../core/privacy/describeExclusion';
import { nameOf, type PrivateFiles } from '../privacy/privateFiles';
import { codeOf } from './attachments/code';

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
  return editor === undefined || editor.selection.isEmpty
    ? undefined
    : codeOf(editor.document, editor.selection);
}
