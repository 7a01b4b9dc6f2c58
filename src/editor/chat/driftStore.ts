import type * as vscode from 'vscode';
import type { DriftRow, DriftStore } from '../../core/language/spoken/driftTally';

const key = 'chat.drift';

/** Keeps how often models drifted where VS Code keeps an extension's own things: on this computer. */
export function driftStore(memory: vscode.Memento): DriftStore {
  return {
    read: () => memory.get<unknown>(key),
    write: (rows: readonly DriftRow[]) => void memory.update(key, rows),
  };
}
