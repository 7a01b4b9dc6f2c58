import type * as vscode from 'vscode';
import type { Parts } from './parts';
import { RenamedNotice } from './setup/renamedNotice';
import { SettingNotices } from './setup/settingNotices';
import type { StatusBar } from './statusBar';

/** Keeps the status bar, the chat and the language of Aliada's words in step with the settings. */
export function followSettings(
  parts: Parts,
  statusBar: StatusBar,
  memory: vscode.Memento,
): vscode.Disposable {
  const { settings, activity, endpoints, outages, text, chat, firstSteps } = parts;
  const notices = new SettingNotices(settings);
  const renamed = new RenamedNotice(settings, memory);
  const follow = async (): Promise<void> => {
    await text.load();
    const hasEndpoint = endpoints.first('chat') !== undefined || endpoints.first('completion') !== undefined;
    activity.settingsChanged(hasEndpoint);
    outages.forget();
    // One notice at a time: a new name is not urgent, and is told of when nothing is wrong.
    if (!notices.check()) void renamed.check();
    statusBar.refresh();
    chat.refresh();
    if (hasEndpoint) firstSteps.reach('hasEndpoint');
    await firstSteps.follow();
  };
  void follow();
  return settings.onChange(() => void follow());
}
