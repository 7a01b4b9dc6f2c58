import * as vscode from 'vscode';
import { describeSettingProblem } from '../../core/endpoint/describe';
import { t } from '../../core/text';
import { settingNames, type Settings } from '../settings';

/** Says what is wrong in the lists of endpoints: once per fault, when it appears. */
export class SettingNotices {
  private told = new Set<string>();

  constructor(private readonly settings: Settings) {}

  /** Shows what is new since the last call. */
  check(): void {
    const now = new Set([
      ...this.faults('chat', settingNames.chatEndpoints),
      ...this.faults('completion', settingNames.completionEndpoints),
    ]);
    for (const fault of now) if (!this.told.has(fault)) void this.tell(fault);
    this.told = now;
  }

  private faults(use: 'chat' | 'completion', name: string): readonly string[] {
    return this.settings
      .endpoints(use)
      .problems.map((problem) => describeSettingProblem(`aliada.${name}`, problem));
  }

  private async tell(fault: string): Promise<void> {
    const open = t('Open settings');
    if ((await vscode.window.showWarningMessage(fault, open)) === open) {
      await vscode.commands.executeCommand('aliada.openSettings');
    }
  }
}
