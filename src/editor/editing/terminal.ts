import * as vscode from 'vscode';
import { t } from '../../core/text';
import type { Parts } from '../parts';

/** The end of a longer text says more than its beginning, in characters. */
const most = 20_000;

/** Explains in the chat what is selected in the terminal. */
export async function explainTerminal({ chat }: Parts): Promise<void> {
  const text = (await terminalSelection()).slice(-most);
  if (text.trim() === '') {
    void vscode.window.showInformationMessage(
      t('Select the text in the terminal that Aliada should explain.'),
    );
    return;
  }
  const name = vscode.window.activeTerminal?.name ?? '';
  await chat.run('explainTerminal', [{ kind: 'terminal', name, languageId: 'plaintext', text }]);
}

/** VS Code has no other way to read a selection than to copy it. What was on the clipboard is there again afterwards. */
async function terminalSelection(): Promise<string> {
  const { clipboard } = vscode.env;
  const kept = await clipboard.readText();
  try {
    await clipboard.writeText('');
    await vscode.commands.executeCommand('workbench.action.terminal.copySelection');
    return await clipboard.readText();
  } finally {
    await clipboard.writeText(kept);
  }
}
