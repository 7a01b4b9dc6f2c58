import * as vscode from 'vscode';
import { filesOfDiff, type FileDiff } from '../../../core/chat/attachments/diff';
import { t } from '../../../core/text';
import { tokenOf } from '../../cancellation';
import { nameOf, type PrivateFiles } from '../../privacy/privateFiles';
import { nothing, type Given, type Source } from './source';

/** What is used of the built-in git extension's API, version 1 (`extensions/git/src/api/git.d.ts` of VS Code). */
interface GitExtension {
  readonly enabled: boolean;
  getAPI(version: 1): { readonly repositories: readonly Repository[] };
}

interface Repository {
  readonly rootUri: vscode.Uri;
  /** The changes that are not staged, or with `cached` those that are, as `git diff` prints them. */
  diff(cached?: boolean): Promise<string>;
}

/** Changes of a repository that are not staged. */
export const diff: Source = (parts, signal) => changes('diff', parts.files, signal);
/** Changes of a repository that are staged. */
export const stagedDiff: Source = (parts, signal) => changes('stagedDiff', parts.files, signal);

async function changes(
  kind: 'diff' | 'stagedDiff',
  files: PrivateFiles,
  signal: AbortSignal,
): Promise<Given> {
  const repositories = await openRepositories();
  if (repositories === undefined) return { attachments: [], note: t('Git is not available here.') };
  if (repositories.length === 0) return { attachments: [], note: t('No git repository is open.') };
  const repository = await pick(repositories, signal);
  if (repository === undefined) return nothing;
  const all = filesOfDiff(await repository.diff(kind === 'stagedDiff'));
  const allowed: FileDiff[] = [];
  const kept = new Set<string>();
  for (const one of all) {
    if (await mayBeSent(one, repository, files)) allowed.push(one);
    else kept.add(one.paths[0]?.replace(/^.*\//, '') ?? '?');
  }
  const note = kept.size === 0 ? undefined : t('Stays on this computer: {0}', [...kept].join(', '));
  if (allowed.length === 0) {
    const none = kind === 'diff' ? t('There are no unstaged changes.') : t('Nothing is staged.');
    return { attachments: [], note: note ?? none };
  }
  const text = allowed.map((one) => one.text).join('');
  return { attachments: [{ kind, name: nameOf(repository.rootUri), text, languageId: 'diff' }], note };
}

/** Of a file whose path nobody can read out of the diff nothing is sent. */
async function mayBeSent(
  { paths }: FileDiff,
  { rootUri }: Repository,
  files: PrivateFiles,
): Promise<boolean> {
  const reasons = await Promise.all(paths.map((path) => files.exclusion(vscode.Uri.joinPath(rootUri, path))));
  return paths.length > 0 && reasons.every((reason) => reason === undefined);
}

async function openRepositories(): Promise<readonly Repository[] | undefined> {
  const extension = vscode.extensions.getExtension<GitExtension>('vscode.git');
  const git = await extension?.activate();
  return git?.enabled === true ? git.getAPI(1).repositories : undefined;
}

/** The one that holds the file in front, or the only one; otherwise the person says which. */
async function pick(
  repositories: readonly Repository[],
  signal: AbortSignal,
): Promise<Repository | undefined> {
  const active = vscode.window.activeTextEditor?.document.uri.path ?? '';
  const around = repositories
    .filter(({ rootUri }) => active.startsWith(`${rootUri.path}/`))
    .sort((a, b) => b.rootUri.path.length - a.rootUri.path.length);
  if (around[0] !== undefined) return around[0];
  if (repositories.length === 1) return repositories[0];
  const items = repositories.map((repository) => ({
    label: `$(repo) ${nameOf(repository.rootUri)}`,
    repository,
  }));
  const options = { title: t('Attach changes'), placeHolder: t('Of which repository?') };
  return (await vscode.window.showQuickPick(items, options, tokenOf(signal)))?.repository;
}
