import * as vscode from 'vscode';
import { filesOfDiff, type FileDiff } from '../../../core/changes/gitDiff';
import { describeUntracked } from '../../../core/chat/attachments/untracked';
import { t } from '../../../core/text';
import { tokenOf } from '../../cancellation';
import { openRepositories, repositoryInFront, untrackedFiles, type Repository } from '../../git';
import { nameOf, type PrivateFiles } from '../../privacy/privateFiles';
import { allowedOf } from './allowed';
import { nothing, type Given, type Source, type SourceParts } from './source';
import { textOf } from './workspaceFiles';

/** Of the room for a question, the files that git does not know yet take so much. */
const share = 0.4;

/** Changes of a repository that are not staged, and the files that git does not know yet. */
export const diff: Source = (parts, signal) => changes('diff', parts, signal);
/** Changes of a repository that are staged. */
export const stagedDiff: Source = (parts, signal) => changes('stagedDiff', parts, signal);

async function changes(kind: 'diff' | 'stagedDiff', parts: SourceParts, signal: AbortSignal): Promise<Given> {
  const repositories = await openRepositories();
  if (repositories === undefined) return { attachments: [], note: t('Git is not available here.') };
  if (repositories.length === 0) return { attachments: [], note: t('No git repository is open.') };
  const repository = await pick(repositories, signal);
  if (repository === undefined) return nothing;
  const all = filesOfDiff(await repository.diff(kind === 'stagedDiff'));
  const allowed: FileDiff[] = [];
  const kept = new Set<string>();
  for (const one of all) {
    if (await mayBeSent(one, repository, parts.files)) allowed.push(one);
    else kept.add(one.paths[0]?.replace(/^.*\//, '') ?? '?');
  }
  const added = kind === 'diff' ? await newFiles(repository, parts, signal) : { text: '', kept: [] };
  for (const name of added.kept) kept.add(name);
  const note = kept.size === 0 ? undefined : t('Stays on this computer: {0}', [...kept].join(', '));
  if (allowed.length === 0 && added.text === '') {
    const none = kind === 'diff' ? t('There are no unstaged changes.') : t('Nothing is staged.');
    return { attachments: [], note: note ?? none };
  }
  const text = allowed.map((one) => one.text).join('') + added.text;
  return { attachments: [{ kind, name: nameOf(repository.rootUri), text, languageId: 'diff' }], note };
}

/** The files that git does not know yet, and the names of those that stay here. */
async function newFiles(
  repository: Repository,
  { files, room }: SourceParts,
  signal: AbortSignal,
): Promise<{ readonly text: string; readonly kept: readonly string[] }> {
  const all = await untrackedFiles(repository);
  const allowed = await allowedOf(all, files, signal);
  const kept = all.filter((uri) => !allowed.includes(uri)).map(nameOf);
  if (allowed.length === 0) return { text: '', kept };
  const from = repository.rootUri.path.length + 1;
  const found = allowed.map((uri) => ({ path: uri.path.slice(from), read: () => textOf(uri) }));
  return { text: await describeUntracked(found, Math.floor((await room(signal)) * share), signal), kept };
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

/** The one that holds the file in front, or the only one; otherwise the person says which. */
async function pick(
  repositories: readonly Repository[],
  signal: AbortSignal,
): Promise<Repository | undefined> {
  const inFront = repositoryInFront(repositories);
  if (inFront !== undefined || repositories.length === 1) return inFront ?? repositories[0];
  const items = repositories.map((repository) => ({
    label: `$(repo) ${nameOf(repository.rootUri)}`,
    repository,
  }));
  const options = { title: t('Attach changes'), placeHolder: t('Of which repository?') };
  return (await vscode.window.showQuickPick(items, options, tokenOf(signal)))?.repository;
}
