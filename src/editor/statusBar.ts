import * as vscode from 'vscode';
import type { Disposable } from '../core/disposable';
import { isWanted } from '../core/completion/scope';
import type { Snooze } from '../core/completion/snooze';
import type { Activity, ActivityState } from '../core/endpoint/activity';
import { summarizeError } from '../core/endpoint/describe';
import type { Endpoints } from '../core/endpoint/endpoints';
import { t } from '../core/text';
import type { Refusal } from '../core/privacy/refusal';
import { together } from './disposables';
import { languageIdOf } from './languages/languageIdOf';
import { clock } from './clock';
import type { InterfaceText } from './interfaceText';
import type { Settings } from './settings';

export interface StatusBar extends Disposable {
  /** Shows everything again, in the language of now. */
  refresh(): void;
}

/** Aliada's item in the status bar; a click opens its menu. */
export function createStatusBar(
  activity: Activity,
  settings: Settings,
  endpoints: Endpoints,
  snooze: Snooze,
  text: Pick<InterfaceText, 'interfaceLanguage'>,
): StatusBar {
  const item = vscode.window.createStatusBarItem('aliada.status', vscode.StatusBarAlignment.Right, 100);
  item.command = 'aliada.showMenu';
  const refresh = (): void => {
    const editor = vscode.window.activeTextEditor;
    const languageId = editor && languageIdOf(editor.document);
    const unwanted = languageId !== undefined && !isWanted(settings.completion(), languageId);
    const pause = snooze.until === undefined ? undefined : clock(snooze.until, text.interfaceLanguage);
    item.name = t('Aliada');
    const [standIn] = activity.standIns.values();
    item.text = label(activity.state, { off: unwanted, pause }, standIn?.host);
    const quiet = unwanted
      ? t('Completion is off in this file.')
      : pause === undefined
        ? undefined
        : t('Completion pauses until {0}.', pause);
    item.tooltip = tooltip(activity, quiet, endpoints);
    item.accessibilityInformation = { label: item.tooltip };
    item.backgroundColor =
      activity.state.kind === 'error' ? new vscode.ThemeColor('statusBarItem.warningBackground') : undefined;
  };
  refresh();
  item.show();
  const watchers = together(
    activity.onChange(refresh),
    settings.onChange(refresh),
    snooze.onChange(refresh),
    vscode.window.onDidChangeActiveTextEditor(refresh),
  );
  return { refresh, dispose: () => together(item, watchers).dispose() };
}

/** Why completion is silent. */
interface Silence {
  /** In the language of the file that is open, or in all. */
  readonly off: boolean;
  /** The time at which a pause ends. */
  readonly pause: string | undefined;
}

/** Names the host only where it is not the one that the person expects, and the end of a pause. */
function label(state: ActivityState, silence: Silence, standIn: string | undefined): string {
  const said = standIn ?? (state.kind === 'ready' && !silence.off ? silence.pause : undefined);
  const name = said === undefined ? 'Aliada' : `Aliada: ${said}`;
  const standsIn = standIn !== undefined && state.kind === 'ready' && !silence.off && !silence.pause;
  return `$(${standsIn ? 'arrow-swap' : icon(state, silence)}) ${name}`;
}

function icon(state: ActivityState, { off, pause }: Silence): string {
  switch (state.kind) {
    case 'working':
      return 'loading~spin';
    case 'waiting':
      return 'watch';
    case 'noEndpoint':
      return 'debug-disconnect';
    case 'error':
      return 'warning';
    case 'keptBack':
      return 'shield';
    case 'ready':
      if (off) return 'circle-slash';
      return pause === undefined ? 'comment-discussion-sparkle' : 'bell-slash';
  }
}

function tooltip(activity: Activity, quiet: string | undefined, endpoints: Endpoints): string {
  const lines = [stateWords(activity.state)];
  for (const [use, { host, insteadOf, error }] of activity.standIns) {
    lines.push(
      use === 'chat'
        ? t('Chat: {0} stands in for {1}.', host, insteadOf)
        : t('Completion: {0} stands in for {1}.', host, insteadOf),
      summarizeError(error),
    );
  }
  lines.push(...endpointWords(endpoints));
  if (quiet !== undefined) lines.push(quiet);
  return lines.join('\n');
}

/** Who is asked: one line where chat and completion ask the same. */
function endpointWords(endpoints: Endpoints): readonly string[] {
  const [chat, completion] = (['chat', 'completion'] as const).map((use) => {
    const endpoint = endpoints.first(use);
    return endpoint && [endpoint.model, endpoint.host].filter(Boolean).join(' · ');
  });
  if (chat === completion) return chat === undefined ? [] : [chat];
  return [
    ...(chat === undefined ? [] : [t('Chat: {0}', chat)]),
    ...(completion === undefined ? [] : [t('Completion: {0}', completion)]),
  ];
}

/** What Aliada does now, in a sentence. */
export function stateWords(state: ActivityState): string {
  switch (state.kind) {
    case 'working':
      return t('Aliada: working…');
    case 'waiting':
      return [
        `Aliada: ${summarizeError(state.error)}`,
        t('Aliada waits and asks again by itself. To stop waiting, open this menu.'),
      ].join('\n');
    case 'noEndpoint':
      return t('Aliada: no endpoint set up');
    case 'ready':
      return t('Aliada: ready');
    case 'error':
      return `Aliada: ${summarizeError(state.error)}`;
    case 'keptBack':
      return keptBackWords(state.refusal);
  }
}

function keptBackWords({ reason, host }: Refusal): string {
  switch (reason) {
    case 'noConsent':
      return t('Aliada: sends no code to {0} until you allow it', host);
    case 'denied':
      return t('Aliada: sends no code to {0}, as you chose', host);
    case 'hostNotAllowed':
      return t('Aliada: {0} is not among the allowed hosts', host);
  }
}
