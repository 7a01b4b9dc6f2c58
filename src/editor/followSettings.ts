import type * as vscode from 'vscode';
import type { Parts } from './parts';
import { SettingNotices } from './setup/settingNotices';
import type { StatusBar } from './statusBar';

/** Keeps the status bar, the chat and the language of Aliada's words in step with the settings. */
export function followSettings(parts: Parts, statusBar: StatusBar): vscode.Disposable {
  const { settings, activity, endpoints, outages, text, chat } = parts;
  const notices = new SettingNotices(settings);
  const follow = async (): Promise<void> => {
    await text.load();
    activity.settingsChanged(
      endpoints.first('chat') !== undefined || endpoints.first('completion') !== undefined,
    );
    outages.forget();
    notices.check();
    statusBar.refresh();
    chat.refresh();
  };
  void follow();
  return settings.onChange(() => void follow());
}
