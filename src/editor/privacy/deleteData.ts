import * as vscode from 'vscode';
import { clearStores, type PersonalStore } from '../../core/privacy/stores';
import { t } from '../../core/text';

/** Removes all that Aliada keeps of the person's, after a question, and says what is gone. */
export async function deleteMyData(stores: readonly PersonalStore[]): Promise<void> {
  const names = stores.map((store) => store.label());
  const remove = {
    label: t('$(trash) Delete all of it'),
    detail: names.join(' · '),
  };
  const keep = { label: t('$(close) Keep it'), detail: t('Nothing changes.') };
  const chosen = await vscode.window.showQuickPick([remove, keep], {
    title: t('Delete what Aliada keeps of yours?'),
    placeHolder: t('Settings stay as they are. This cannot be undone.'),
    ignoreFocusOut: true,
  });
  if (chosen !== remove) return;
  const { removed, failed } = await clearStores(stores);
  if (removed.length > 0) {
    void vscode.window.showInformationMessage(t('Deleted: {0}', removed.join(' · ')));
  }
  if (failed.length > 0) {
    void vscode.window.showWarningMessage(t('Could not be deleted: {0}', failed.join(' · ')));
  }
}
