import * as vscode from 'vscode';
import { t } from '../../core/text';
import type { Settings } from '../settings';

/** Under this name VS Code remembers which old names a person was told of. */
const toldKey = 'settings.renamedTold';

/** Says once of each setting that it has another name now, and moves its value where the person wants it. */
export class RenamedNotice {
  constructor(
    private readonly settings: Pick<Settings, 'underOldNames' | 'moveRenamed'>,
    private readonly memory: vscode.Memento,
  ) {}

  async check(): Promise<void> {
    const told = this.memory.get<readonly string[]>(toldKey, []);
    const renamed = this.settings
      .underOldNames()
      .map(({ setting }) => setting)
      .filter(({ from }) => !told.includes(from));
    if (renamed.length === 0) return;
    await this.memory.update(toldKey, [...told, ...renamed.map(({ from }) => from)]);
    const move = t('Rename in the settings');
    const names = renamed.map(({ from, to }) => `aliada.${from} → aliada.${to}`).join(', ');
    const chosen = await vscode.window.showInformationMessage(
      t('Settings of yours have new names: {0}. Their values count as before.', names),
      move,
    );
    if (chosen === move) await this.settings.moveRenamed();
  }
}
