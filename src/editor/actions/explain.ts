import * as vscode from 'vscode';
import { t } from '../../core/text';
import { selectedForSending } from '../chat/selectedCode';
import type { Parts } from '../parts';

/** Asks in the chat what the selected code does. */
export async function explainSelection({ chat, privacy }: Parts): Promise<void> {
  const { attachment: code, note } = await selectedForSending(privacy.files);
  if (code === undefined) {
    void vscode.window.showInformationMessage(note ?? t('Select the code that Aliada should explain.'));
    return;
  }
  await chat.run('explain', [code]);
}

/** Puts "Explain with Aliada" under the light bulb of a selection. */
export function registerExplainAction(): vscode.Disposable {
  const kind = vscode.CodeActionKind.Refactor.append('explain');
  return vscode.languages.registerCodeActionsProvider(
    ['file', 'untitled', 'vscode-notebook-cell', 'vscode-remote', 'vscode-vfs'].map((scheme) => ({ scheme })),
    {
      provideCodeActions: (document, range) => {
        if (range.isEmpty || document.getText(range).trim() === '') return [];
        const action = new vscode.CodeAction(t('Explain with Aliada'), kind);
        action.command = { command: 'aliada.explainSelection', title: action.title };
        return [action];
      },
    },
    { providedCodeActionKinds: [kind] },
  );
}
