import type * as vscode from 'vscode';
import type { DayFigures, FigureStore } from '../../core/completion/figures';

const key = 'completion.figures';

/** Keeps a day's figures where VS Code keeps an extension's own things: on this computer. */
export function figureStore(memory: vscode.Memento): FigureStore {
  return {
    read: () => memory.get<unknown>(key),
    write: (figures: DayFigures) => void memory.update(key, figures),
  };
}
