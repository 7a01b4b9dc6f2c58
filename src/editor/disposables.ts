import type * as vscode from 'vscode';

/** Disposes all of `items`, the last registered first. */
export function together(...items: readonly vscode.Disposable[]): vscode.Disposable {
  return {
    dispose: () => {
      for (const item of [...items].reverse()) item.dispose();
    },
  };
}
