import * as vscode from 'vscode';
import type { Disposable } from '../core/disposable';
import { isWanted } from '../core/completion/scope';
import type { Activity, ActivityState } from '../core/endpoint/activity';
import { summarizeError } from '../core/endpoint/describe';
import type { Endpoints } from '../core/endpoint/endpoints';
import { t } from '../core/text';
import { together } from './disposables';
import type { Settings } from './settings';

export interface StatusBar extends Disposable {
  /** Shows everything again, in the language of now. */
  refresh(): void;
}

/** Aliada's item in the status bar; a click opens its menu. */
export function createStatusBar(activity: Activity, settings: Settings, endpoints: Endpoints): StatusBar {
  const item = vscode.window.createStatusBarItem('aliada.status', vscode.StatusBarAlignment.Right, 100);
  item.command = 'aliada.showMenu';
  const refresh = (): void => {
    const languageId = vscode.window.activeTextEditor?.document.languageId;
    const off = languageId !== undefined && !isWanted(settings.completion(), languageId);
    item.name = t('Aliada');
    item.text = `$(${icon(activity.state, off)}) Aliada`;
    item.tooltip = tooltip(activity.state, off, endpoints);
    item.accessibilityInformation = { label: item.tooltip };
    item.backgroundColor =
      activity.state.kind === 'error' ? new vscode.ThemeColor('statusBarItem.warningBackground') : undefined;
  };
  refresh();
  item.show();
  const watchers = together(
    activity.onChange(refresh),
    settings.onChange(refresh),
    vscode.window.onDidChangeActiveTextEditor(refresh),
  );
  return { refresh, dispose: () => together(item, watchers).dispose() };
}

function icon(state: ActivityState, off: boolean): string {
  switch (state.kind) {
    case 'working':
      return 'loading~spin';
    case 'waiting':
      return 'watch';
    case 'noEndpoint':
      return 'debug-disconnect';
    case 'error':
      return 'warning';
    case 'ready':
      return off ? 'circle-slash' : 'comment-discussion-sparkle';
  }
}

function tooltip(state: ActivityState, off: boolean, endpoints: Endpoints): string {
  const endpoint = endpoints.first('chat');
  const lines = [stateWords(state)];
  if (endpoint !== undefined) lines.push([endpoint.model, endpoint.host].filter(Boolean).join(' · '));
  if (off) lines.push(t('Completion is off in this file.'));
  return lines.join('\n');
}

function stateWords(state: ActivityState): string {
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
  }
}
