import * as vscode from 'vscode';
import { shortModelName } from '../core/models/shortName';
import { isWanted } from '../core/completion/scope';
import { describeFigures } from '../core/completion/describeFigures';
import type { ActivityState } from '../core/endpoint/activity';
import { languageName } from '../core/language/programming/names';
import { t } from '../core/text';
import { clock } from './clock';
import { languageIdOf } from './languages/languageIdOf';
import type { Parts } from './parts';
import { stateWords } from './statusBar';

/** The menu behind the status bar item. */
export async function showMenu(parts: MenuParts): Promise<void> {
  const local = await parts.localModel.menuEntry();
  const chosen = await vscode.window.showQuickPick(entries(parts, local), {
    title: 'Aliada',
    matchOnDescription: true,
  });
  await chosen?.run?.();
}

interface Entry extends vscode.QuickPickItem {
  /** Some entries only tell something. */
  readonly run?: () => unknown;
}

type MenuParts = Pick<
  Parts,
  'settings' | 'activity' | 'snooze' | 'figures' | 'endpoints' | 'models' | 'text' | 'localModel'
>;

function entries(parts: MenuParts, local: Entry): readonly Entry[] {
  const { state } = parts.activity;
  const { short, long } = describeFigures(parts.figures.current);
  return [
    // Taken now: what is waited for may be asked anew while the list is open.
    ...(state.kind === 'waiting' ? [{ label: t('$(debug-stop) Stop waiting'), run: state.stop }] : []),
    { label: t('$(comment-discussion) Open the chat'), run: command('aliada.openChat') },
    heading(t('Completion')),
    ...completion(parts),
    { label: `$(graph) ${short}`, detail: long },
    heading(t('Model and endpoint')),
    ...model(parts),
    { label: `$(info) ${stateWords(state).split('\n', 1)[0]}`, run: remedy(state) },
    { label: t('$(plug) Set up endpoint'), run: command('aliada.setUpEndpoint') },
    local,
    { label: t('$(key) Enter API key'), run: command('aliada.setKey') },
    { label: t('$(pulse) Diagnose endpoint'), run: command('aliada.diagnoseEndpoint') },
    heading(t('Privacy')),
    { label: t('$(shield) Manage consent'), run: command('aliada.manageConsent') },
    { label: t('$(eye) Show what was sent'), run: command('aliada.showSent') },
    heading('Aliada'),
    { label: t('$(globe) Choose language'), run: command('aliada.chooseLanguage') },
    { label: t('$(compass) First steps'), run: command('aliada.showFirstSteps') },
    { label: t('$(gear) Open settings'), run: command('aliada.openSettings') },
    { label: t('$(output) Show log'), run: command('aliada.showLog') },
  ];
}

/** On and off, for now, for this language and for all. */
function completion({ settings, snooze, text }: MenuParts): readonly Entry[] {
  const scope = settings.completion();
  const all = {
    label: scope.enabled ? t('$(circle-slash) Switch completion off') : t('$(check) Switch completion on'),
    run: command('aliada.toggleCompletion'),
  };
  if (!scope.enabled) return [all];
  const editor = vscode.window.activeTextEditor;
  const languageId = editor && languageIdOf(editor.document);
  const pause =
    snooze.until === undefined
      ? { label: t('$(bell-slash) Pause completion for 10 minutes') }
      : {
          label: t('$(bell) End the pause'),
          description: t('until {0}', clock(snooze.until, text.interfaceLanguage)),
        };
  return [
    all,
    { ...pause, run: command('aliada.snoozeCompletion') },
    ...(languageId === undefined
      ? []
      : [
          {
            label: isWanted(scope, languageId)
              ? t('$(circle-slash) Switch completion off in {0}', languageName(languageId))
              : t('$(check) Switch completion on in {0}', languageName(languageId)),
            run: command('aliada.toggleCompletionForLanguage'),
          },
        ]),
  ];
}

/** Which model answers, and the one that completes where it is another. A click chooses among those of the chat. */
function model({ models, endpoints }: MenuParts): readonly Entry[] {
  const [chat] = models.list;
  if (chat === undefined) return [];
  const completing = endpoints.first('completion');
  const own = chat.model ?? t('The one that the server serves');
  const isOther = completing?.model !== undefined && completing.model !== chat.model;
  return [
    {
      label: t('$(hubot) Model: {0}', shortModelName(own)),
      description: chat.address.host,
      ...(isOther ? { detail: t('Completion: {0}', `${completing.model} · ${completing.host}`) } : {}),
      run: command('aliada.chooseModel'),
    },
  ];
}

/** What a person can do about the state: nothing where all is well, but look closer. */
function remedy(state: ActivityState): () => unknown {
  switch (state.kind) {
    case 'noEndpoint':
      return command('aliada.setUpEndpoint');
    case 'keptBack':
      return command('aliada.manageConsent');
    case 'ready':
    case 'working':
    case 'waiting':
    case 'error':
      return command('aliada.diagnoseEndpoint');
  }
}

function heading(label: string): Entry {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}

function command(id: string): () => unknown {
  return () => vscode.commands.executeCommand(id);
}
