import * as vscode from 'vscode';
import { isWanted } from '../core/completion/scope';
import { describeFigures } from '../core/completion/describeFigures';
import { languageName } from '../core/language/programming/names';
import { t } from '../core/text';
import { languageIdOf } from './languages/languageIdOf';
import type { Parts } from './parts';

/** The menu behind the status bar item. */
export async function showMenu(parts: MenuParts): Promise<void> {
  const local = await parts.localModel.menuEntry();
  const chosen = await vscode.window.showQuickPick(entries(parts, local), { title: 'Aliada' });
  await chosen?.run?.();
}

interface Entry extends vscode.QuickPickItem {
  /** Some entries only tell something. */
  readonly run?: () => unknown;
}

type MenuParts = Pick<Parts, 'settings' | 'activity' | 'snooze' | 'figures' | 'localModel'>;

function entries({ settings, activity, snooze, figures }: MenuParts, local: Entry): readonly Entry[] {
  const { state } = activity;
  const scope = settings.completion();
  const editor = vscode.window.activeTextEditor;
  const languageId = editor && languageIdOf(editor.document);
  const ofLanguage =
    languageId === undefined || !scope.enabled
      ? []
      : [
          {
            label: isWanted(scope, languageId)
              ? t('$(circle-slash) Switch completion off in {0}', languageName(languageId))
              : t('$(check) Switch completion on in {0}', languageName(languageId)),
            run: command('aliada.toggleCompletionForLanguage'),
          },
        ];
  const { short, long } = describeFigures(figures.current);
  return [
    // Taken now: what is waited for may be asked anew while the list is open.
    ...(state.kind === 'waiting' ? [{ label: t('$(debug-stop) Stop waiting'), run: state.stop }] : []),
    { label: t('$(comment-discussion) Open the chat'), run: command('aliada.openChat') },
    {
      label: scope.enabled ? t('$(circle-slash) Switch completion off') : t('$(check) Switch completion on'),
      run: command('aliada.toggleCompletion'),
    },
    ...ofLanguage,
    ...(scope.enabled
      ? [
          {
            label: snooze.isOn
              ? t('$(bell) End the pause')
              : t('$(bell-slash) Pause completion for 10 minutes'),
            run: command('aliada.snoozeCompletion'),
          },
        ]
      : []),
    { label: t('$(plug) Set up endpoint'), run: command('aliada.setUpEndpoint') },
    local,
    { label: t('$(key) Enter API key'), run: command('aliada.setKey') },
    { label: t('$(shield) Manage consent'), run: command('aliada.manageConsent') },
    { label: t('$(eye) Show what was sent'), run: command('aliada.showSent') },
    { label: t('$(pulse) Diagnose endpoint'), run: command('aliada.diagnoseEndpoint') },
    { label: `$(graph) ${short}`, detail: long },
    { label: t('$(gear) Open settings'), run: command('aliada.openSettings') },
    { label: t('$(output) Show log'), run: command('aliada.showLog') },
  ];
}

function command(id: string): () => unknown {
  return () => vscode.commands.executeCommand(id);
}
