import * as vscode from 'vscode';
import { describeSettingProblem } from '../../core/endpoint/describe';
import type { SettingProblem } from '../../core/endpoint/settings';
import { t } from '../../core/text';
import { settingNames, type Settings } from '../settings';

/** Says what is wrong in the settings of endpoints and network: once per fault, when it appears, in one notice. */
export class SettingNotices {
  private told = new Set<string>();

  constructor(private readonly settings: Settings) {}

  /**
   * Shows what is new since the last call.
   * @returns whether there was anything.
   */
  check(): boolean {
    const { caFileProblems, certificateProblems } = this.settings.network();
    const now = new Set([
      ...faults(settingNames.chatEndpoints, this.settings.endpoints('chat').problems),
      ...faults(settingNames.completionEndpoints, this.settings.endpoints('completion').problems),
      ...faults(settingNames.translationEndpoints, this.settings.endpoints('translation').problems),
      ...faults(settingNames.caFile, caFileProblems),
      ...faults(settingNames.clientCertificates, certificateProblems),
    ]);
    const fresh = [...now].filter((fault) => !this.told.has(fault));
    this.told = now;
    if (fresh.length > 0) void this.tell(fresh.join(' '));
    return fresh.length > 0;
  }

  private async tell(faults: string): Promise<void> {
    const open = t('Open settings');
    if ((await vscode.window.showWarningMessage(faults, open)) === open) {
      await vscode.commands.executeCommand('aliada.openSettings');
    }
  }
}

function faults(name: string, problems: readonly SettingProblem[]): readonly string[] {
  return problems.map((problem) => describeSettingProblem(`aliada.${name}`, problem));
}
