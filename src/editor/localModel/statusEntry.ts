import * as vscode from 'vscode';
import { t } from '../../core/text';
import { statusWords, type LocalModel } from './localModel';
import type { LocalModelEntry } from './part';

/** The local model's entry in the menu of the status bar. */
export async function localModelEntry(localModel: LocalModel): Promise<LocalModelEntry> {
  const status = await localModel.server.status();
  if (status === 'missing') {
    return {
      label: t('$(desktop-download) Install a local model'),
      run: () => vscode.commands.executeCommand('aliada.installLocalModel'),
    };
  }
  return {
    label: t('$(server-process) Local model: {0}', statusWords(status)),
    run: () => vscode.commands.executeCommand('aliada.manageLocalModel'),
  };
}
