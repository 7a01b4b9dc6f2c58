import * as vscode from 'vscode';
import { t } from '../../core/text';

/** Under this name VS Code remembers that it was asked. */
const askedKey = 'changes.lensesOffered';

/**
 * Asks once whether words may stand above each proposed change. VS Code shows none in diff editors, and its setting for
 * them holds for all diff editors: so it is changed by a person only.
 */
export async function offerLenses(memory: vscode.Memento): Promise<void> {
  const setting = vscode.workspace.getConfiguration('diffEditor');
  const { globalValue, workspaceValue } = setting.inspect('codeLens') ?? {};
  const isDecided = setting.get('codeLens') === true || globalValue !== undefined;
  if (isDecided || workspaceValue !== undefined || memory.get<boolean>(askedKey) === true) return;
  await memory.update(askedKey, true);
  const show = t('Show them');
  const chosen = await vscode.window.showInformationMessage(
    t(
      'Accept and Refuse can stand above each change. VS Code then shows such words in every diff editor. The keys and the title’s buttons work without them, too.',
    ),
    show,
    t('No'),
  );
  if (chosen === show) await setting.update('codeLens', true, vscode.ConfigurationTarget.Global);
}
