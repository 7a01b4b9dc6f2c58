import * as vscode from 'vscode';
import { Exclusions, ignoreFileNames, type Exclusion, type FilePlace } from '../../core/privacy/exclusions';
import type { Disposable } from '../../core/disposable';
import { together } from '../disposables';
import { issueScheme } from '../completion/schemes';
import type { IgnoreFiles, Platform } from '../platform/platform';
import type { Settings } from '../settings';

const notFiles: ReadonlySet<string> = new Set(['untitled', 'vscode-scm', issueScheme]);

/** Which files stay on this computer. Answers are kept until something changes that they rest on. */
export class PrivateFiles implements vscode.Disposable {
  private readonly exclusions: Exclusions;
  private readonly reader: IgnoreFiles;
  private readonly watchers: Disposable;

  constructor(settings: Settings, ignoreFiles: Platform['ignoreFiles']) {
    const forget = (): void => this.exclusions.forget();
    this.reader = ignoreFiles(forget);
    this.exclusions = new Exclusions(this.reader, (id) => settings.exclude(vscode.Uri.parse(id, true)));
    const files = vscode.workspace.createFileSystemWatcher(`**/{${ignoreFileNames.join(',')}}`);
    this.watchers = together(
      files,
      files.onDidCreate(forget),
      files.onDidChange(forget),
      files.onDidDelete(forget),
      settings.onChange(forget),
      vscode.workspace.onDidChangeWorkspaceFolders(forget),
      vscode.workspace.onDidGrantWorkspaceTrust(forget),
      // The same name may by now be a link to another place.
      vscode.workspace.onDidOpenTextDocument(({ uri }) => this.exclusions.forget(uri.toString())),
    );
  }

  /** Why nothing of a document may be sent, or `undefined` where it may. Touches no disk the second time. */
  exclusion(uri: vscode.Uri): Promise<Exclusion | undefined> {
    // What was never saved lies nowhere; the message of a commit and a new issue are no files.
    if (notFiles.has(uri.scheme)) return Promise.resolve(undefined);
    void this.reader.lookAgain();
    return this.exclusions.of(placeOf(uri));
  }

  forget(): void {
    this.exclusions.forget();
  }

  dispose(): void {
    this.watchers.dispose();
  }
}

/** The name of a document's file, without its folders. */
export function nameOf(uri: vscode.Uri): string {
  return uri.path.split('/').at(-1) ?? '';
}

function placeOf(uri: vscode.Uri): FilePlace {
  const folder = folderOf(uri);
  const id = uri.toString();
  if (folder === undefined) return { id, root: undefined, path: uri.path };
  return { id, root: folder.uri.toString(), path: uri.path.slice(folder.uri.path.length) };
}

/** A notebook's cell has the path of its notebook, under a scheme of its own. */
function folderOf(uri: vscode.Uri): vscode.WorkspaceFolder | undefined {
  const folders = vscode.workspace.workspaceFolders ?? [];
  return (
    vscode.workspace.getWorkspaceFolder(uri) ??
    folders.find(
      (folder) => vscode.workspace.getWorkspaceFolder(folder.uri.with({ path: uri.path })) === folder,
    )
  );
}
