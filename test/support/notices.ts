/** Takes note of the notices that the extension shows. Runs inside VS Code, which tells nobody what is on the screen. */
import * as vscode from 'vscode';

const shown: string[] = [];

const window = vscode.window as unknown as Record<string, (message: string, ...rest: unknown[]) => unknown>;
for (const name of ['showInformationMessage', 'showWarningMessage', 'showErrorMessage']) {
  const original = window[name]!;
  window[name] = (message, ...rest) => {
    shown.push(message);
    return original.call(window, message, ...rest);
  };
}

export const notices = {
  shown: shown as readonly string[],
  forget: (): void => {
    shown.length = 0;
  },
};
