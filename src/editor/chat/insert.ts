import * as vscode from 'vscode';
import { t } from '../../core/text';

/** Puts code at the cursor of the active editor, in place of what is selected there; one undo takes it back. */
export async function insertAtCursor(text: string): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const inserted =
    editor !== undefined &&
    (await editor.edit((edit) => {
      for (const selection of editor.selections) edit.replace(selection, text);
    }));
  if (inserted) {
    await vscode.window.showTextDocument(editor.document, editor.viewColumn);
    return;
  }
  await vscode.env.clipboard.writeText(text);
  void vscode.window.showInformationMessage(
    t('No editor is open to insert into: the code is on the clipboard.'),
  );
}
