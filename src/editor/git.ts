import * as vscode from 'vscode';

/** What Aliada uses of VS Code's own Git extension, its API of version 1 (`extensions/git/src/api/git.d.ts`). */
export interface Repository {
  readonly rootUri: vscode.Uri;
  readonly inputBox: { value: string };
  readonly state: {
    readonly indexChanges: readonly Change[];
    readonly workingTreeChanges: readonly Change[];
    readonly mergeChanges: readonly Change[];
    /** Where `git.untrackedChanges` is `separate`; otherwise they are among those of the working tree. */
    readonly untrackedChanges?: readonly Change[];
  };
  /** Looks at the disk again. */
  status(): Promise<void>;
  /** The changes that are not staged, or with `cached` those that are, as `git diff` prints them. */
  diff(cached?: boolean): Promise<string>;
  log(options?: { readonly maxEntries?: number }): Promise<readonly { readonly message: string }[]>;
}

interface Change {
  readonly uri: vscode.Uri;
  readonly originalUri: vscode.Uri;
  readonly renameUri: vscode.Uri | undefined;
  readonly status: number;
}

/** `Status.UNTRACKED` of that API. */
const untracked = 7;

interface GitExtension {
  readonly enabled: boolean;
  getAPI(version: 1): { readonly repositories: readonly Repository[] };
}

/** The repositories that VS Code has open; `undefined` where its Git extension is missing or switched off. */
export async function openRepositories(): Promise<readonly Repository[] | undefined> {
  const git = await vscode.extensions.getExtension<GitExtension>('vscode.git')?.activate();
  return git?.enabled === true ? git.getAPI(1).repositories : undefined;
}

/** The innermost repository that holds the file in front. */
export function repositoryInFront(all: readonly Repository[]): Repository | undefined {
  const active = vscode.window.activeTextEditor?.document.uri.path ?? '';
  return all
    .filter(({ rootUri }) => active.startsWith(`${rootUri.path}/`))
    .sort((a, b) => b.rootUri.path.length - a.rootUri.path.length)[0];
}

/** The repository that a command was called on, or the one of the active editor, or the only one. */
export async function repositoryOf([named]: readonly unknown[]): Promise<Repository | undefined> {
  const all = (await openRepositories()) ?? [];
  const root = (named as { readonly rootUri?: vscode.Uri } | undefined)?.rootUri?.toString();
  const own = all.find(({ rootUri }) => rootUri.toString() === root);
  if (own !== undefined || all.length < 2) return own ?? all[0];
  return repositoryInFront(all) ?? all[0];
}

/** The files that git does not know yet and does not ignore. */
export async function untrackedFiles(repository: Repository): Promise<readonly vscode.Uri[]> {
  await repository.status();
  const { workingTreeChanges, untrackedChanges = [] } = repository.state;
  return [...workingTreeChanges, ...untrackedChanges]
    .filter(({ status }) => status === untracked)
    .map(({ uri }) => uri);
}
