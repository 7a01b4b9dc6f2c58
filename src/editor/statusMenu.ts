import * as vscode from 'vscode';
import { isWanted } from '../core/completion/scope';
import type { Activity } from '../core/endpoint/activity';
import { languageName } from '../core/language/programming/names';
import { t } from '../core/text';
import type { Settings } from './settings';

/** The menu behind the status bar item. */
export async function showMenu(settings: Settings, activity: Pick<Activity, 'state'>): Promise<void> {
  const chosen = await vscode.window.showQuickPick(entries(settings, activity), { title: 'Aliada' });
  if (chosen !== undefined) await vscode.commands.executeCommand(chosen.command);
}

function entries(
  settings: Settings,
  activity: Pick<Activity, 'state'>,
): (vscode.QuickPickItem & { readonly command: string })[] {
  const scope = settings.completion();
  const languageId = vscode.window.activeTextEditor?.document.languageId;
  const ofLanguage =
    languageId === undefined || !scope.enabled
      ? []
      : [
          {
            label: isWanted(scope, languageId)
              ? t('$(circle-slash) Switch completion off in {0}', languageName(languageId))
              : t('$(check) Switch completion on in {0}', languageName(languageId)),
            command: 'aliada.toggleCompletionForLanguage',
          },
        ];
  return [
    ...(activity.state.kind === 'waiting'
      ? [{ label: t('$(debug-stop) Stop waiting'), command: 'aliada.stop' }]
      : []),
    { label: t('$(comment-discussion) Open the chat'), command: 'aliada.openChat' },
    {
      label: scope.enabled ? t('$(circle-slash) Switch completion off') : t('$(check) Switch completion on'),
      command: 'aliada.toggleCompletion',
    },
    ...ofLanguage,
    { label: t('$(plug) Set up endpoint'), command: 'aliada.setUpEndpoint' },
    { label: t('$(key) Enter API key'), command: 'aliada.setKey' },
    { label: t('$(shield) Manage consent'), command: 'aliada.manageConsent' },
    { label: t('$(eye) Show what was sent'), command: 'aliada.showSent' },
    { label: t('$(pulse) Diagnose endpoint'), command: 'aliada.diagnoseEndpoint' },
    { label: t('$(gear) Open settings'), command: 'aliada.openSettings' },
    { label: t('$(output) Show log'), command: 'aliada.showLog' },
  ];
}
