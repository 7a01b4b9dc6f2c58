import * as vscode from 'vscode';

/** What Aliada uses of VS Code's own Git extension (`extensions/git/src/api/git.d.ts`). */
export interface Repository {
  readonly rootUri: vscode.Uri;
  readonly inputBox: { value: string };
  readonly state: {
    readonly indexChanges: readonly Change[];
    readonly workingTreeChanges: readonly Change[];
    readonly mergeChanges: readonly Change[];
  };
  diff(cached?: boolean): Promise<string>;
  log(options?: { readonly maxEntries?: number }): Promise<readonly { readonly message: string }[]>;
}

interface Change {
  readonly uri: vscode.Uri;
  readonly originalUri: vscode.Uri;
  readonly renameUri: vscode.Uri | undefined;
}

interface GitExtension {
  readonly enabled: boolean;
  getAPI(version: 1): { readonly repositories: readonly Repository[] };
}

/** The repositories that VS Code has open; none where its Git extension is switched off. */
async function repositories(): Promise<readonly Repository[]> {
  const extension = vscode.extensions.getExtension<GitExtension>('vscode.git');
  if (extension === undefined) return [];
  const git = await extension.activate();
  return git.enabled ? git.getAPI(1).repositories : [];
}

/** The repository that a command was called on, or the one of the active editor, or the only one. */
export async function repositoryOf([named]: readonly unknown[]): Promise<Repository | undefined> {
  const all = await repositories();
  const root = (named as { readonly rootUri?: vscode.Uri } | undefined)?.rootUri?.toString();
  const own = all.find(({ rootUri }) => rootUri.toString() === root);
  if (own !== undefined || all.length < 2) return own ?? all[0];
  const active = vscode.window.activeTextEditor?.document.uri.path ?? '';
  const around = all
    .filter(({ rootUri }) => active.startsWith(`${rootUri.path}/`))
    .sort((a, b) => b.rootUri.path.length - a.rootUri.path.length);
  return around[0] ?? all[0];
}
