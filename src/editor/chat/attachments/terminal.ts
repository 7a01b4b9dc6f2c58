import * as vscode from 'vscode';
import { copiedBy } from '../../../core/chat/attachments/clipboard';
import { t } from '../../../core/text';
import type { Given } from './source';

/**
 * What is selected in the terminal. Extensions cannot read that: VS Code's own command copies it, and the clipboard is
 * put back.
 */
export async function terminal(): Promise<Given> {
  const active = vscode.window.activeTerminal;
  if (active === undefined) return { attachments: [], note: t('No terminal is open.') };
  const text = await copiedBy(
    () => vscode.commands.executeCommand('workbench.action.terminal.copySelection'),
    vscode.env.clipboard,
  );
  if (text.trim() === '') {
    return { attachments: [], note: t('Nothing is selected in the terminal: select its text there first.') };
  }
  const plain = text.replaceAll('\r\n', '\n');
  return { attachments: [{ kind: 'terminal', name: active.name, text: plain, languageId: 'plaintext' }] };
}
