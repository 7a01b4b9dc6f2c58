import * as vscode from 'vscode';
import { rivalsAmong } from '../../core/completion/rivals';
import { t } from '../../core/text';

/** Under this name VS Code remembers that the notice was shown. */
const shownKey = 'completion.rivalNoticeShown';

/** Says once that another extension offers ghost text as well; two at once hide each other's. */
export async function noticeRivals(memory: vscode.Memento): Promise<void> {
  if (memory.get<boolean>(shownKey) === true) return;
  const active = vscode.extensions.all.filter(({ isActive }) => isActive).map(({ id }) => id);
  const [rival] = rivalsAmong(active);
  if (rival === undefined) return;
  await memory.update(shownKey, true);
  const off = t('Switch Aliada’s completion off');
  const keep = t('Keep both');
  const chosen = await vscode.window.showInformationMessage(
    t(
      '{0} offers completions too. With both on, they hide each other’s. One of the two is better off.',
      rival,
    ),
    off,
    keep,
  );
  if (chosen === off) await vscode.commands.executeCommand('aliada.toggleCompletion');
}
