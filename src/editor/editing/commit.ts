import * as vscode from 'vscode';
import { commitMessage } from '../../core/editing/commitMessage';
import { filesOfDiff } from '../../core/changes/gitDiff';
import { t } from '../../core/text';
import { mannerOf, tell, type EditingParts } from './editing';
import { repositoryOf, type Repository } from '../git';

/** How far back the form of messages is looked for. */
const mostHistory = 20;
const writingKey = 'aliada.writingCommitMessage';

/** Writes commit messages into the input box of Source Control, one at a time. */
export class CommitMessages {
  private writing: AbortController | undefined;
  /** What was written last, by repository: that, and nothing that a person wrote, makes room for the next one. */
  private readonly written = new Map<string, string>();

  constructor(private readonly parts: EditingParts) {}

  async write(args: readonly unknown[]): Promise<void> {
    this.stop();
    const repository = await repositoryOf(args);
    if (repository === undefined) {
      void vscode.window.showInformationMessage(t('There is no Git repository in this window.'));
      return;
    }
    const abort = new AbortController();
    this.writing = abort;
    await vscode.commands.executeCommand('setContext', writingKey, true);
    try {
      await this.into(repository, abort.signal);
    } catch (error) {
      tell(error, this.parts.log);
    } finally {
      if (this.writing === abort) {
        this.writing = undefined;
        await vscode.commands.executeCommand('setContext', writingKey, false);
      }
    }
  }

  /** Ends what is being written; what the person had typed is there again. */
  stop(): void {
    this.writing?.abort();
  }

  private async into(repository: Repository, signal: AbortSignal): Promise<void> {
    const found = await this.changesOf(repository);
    if (found === undefined) return;
    const endpoint = await this.parts.finder.endpoint('chat', signal);
    if (endpoint === undefined) return;
    const { inputBox, rootUri } = repository;
    const id = rootUri.toString();
    const before = inputBox.value;
    const typed = before === this.written.get(id) ? '' : before.trim();
    const history = await historyOf(repository);
    const language = mannerOf(this.parts).commitMessages;
    let shown = before;
    let isWhole = false;
    try {
      for await (const message of commitMessage({ diffs: found, history, language }, endpoint, signal)) {
        // Who writes there meanwhile goes first.
        if (inputBox.value !== shown) return;
        // What the person had typed stays below.
        shown = typed === '' ? message : `${message}\n\n${typed}`;
        inputBox.value = shown;
        // VS Code may give the text back with line ends of its own.
        shown = inputBox.value;
      }
      isWhole = true;
      this.written.set(id, shown);
    } finally {
      if (!isWhole && inputBox.value === shown) inputBox.value = before;
    }
  }

  /** The diffs that may be sent, of what is staged or else of all that has changed; `undefined` where there is nothing. */
  private async changesOf(repository: Repository): Promise<readonly string[] | undefined> {
    const { indexChanges, workingTreeChanges, mergeChanges } = repository.state;
    const isStaged = indexChanges.length > 0;
    const changes = isStaged ? indexChanges : [...workingTreeChanges, ...mergeChanges];
    const diffs = filesOfDiff(await repository.diff(isStaged));
    if (diffs.length === 0) {
      void vscode.window.showInformationMessage(
        t('There are no changes to describe. Stage some files first.'),
      );
      return undefined;
    }
    const allowed = new Set<string>();
    const kept = new Set<string>();
    for (const { uri, originalUri, renameUri } of changes) {
      for (const one of [uri, originalUri, ...(renameUri === undefined ? [] : [renameUri])]) {
        const isKept = (await this.parts.privacy.files.exclusion(one)) !== undefined;
        (isKept ? kept : allowed).add(one.path.slice(repository.rootUri.path.length + 1));
      }
    }
    // What nobody can vouch for stays here too.
    const vouched = diffs.filter(
      ({ paths }) => paths.some((path) => allowed.has(path)) && !paths.some((path) => kept.has(path)),
    );
    if (vouched.length === 0) {
      void vscode.window.showInformationMessage(
        t('All that has changed stays on this computer: nothing was sent.'),
      );
      return undefined;
    }
    if (!isStaged) {
      void vscode.window.setStatusBarMessage(t('Nothing is staged: the message is for all changes.'), 8_000);
    }
    return vouched.map(({ text }) => text.trimEnd());
  }
}

/** The latest messages; a repository without a commit has none. */
async function historyOf(repository: Repository): Promise<readonly string[]> {
  try {
    return (await repository.log({ maxEntries: mostHistory })).map(({ message }) => message);
  } catch {
    return [];
  }
}
