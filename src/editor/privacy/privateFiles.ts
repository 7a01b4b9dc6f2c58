import { realpath } from 'node:fs/promises';
import { sep } from 'node:path';
import * as vscode from 'vscode';
import {
  Exclusions,
  ignoreFileNames,
  type Exclusion,
  type FilePlace,
  type IgnoreReader,
} from '../../core/privacy/exclusions';
import type { Disposable } from '../../core/disposable';
import { together } from '../disposables';
import type { Settings } from '../settings';

/** Which files stay on this computer. Answers are kept until something changes that they rest on. */
export class PrivateFiles implements vscode.Disposable {
  private readonly exclusions: Exclusions;
  private readonly watchers: Disposable;

  constructor(settings: Settings) {
    this.exclusions = new Exclusions(reader, (id) => settings.exclude(vscode.Uri.parse(id, true)));
    const forget = (): void => this.exclusions.forget();
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
    // What was never saved lies nowhere; the message of a commit is no file.
    if (uri.scheme === 'untitled' || uri.scheme === 'vscode-scm') return Promise.resolve(undefined);
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

const reader: IgnoreReader = {
  async read(root, path) {
    try {
      const file = vscode.Uri.joinPath(vscode.Uri.parse(root, true), path);
      return new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
    } catch (error) {
      const code = error instanceof vscode.FileSystemError ? error.code : '';
      if (['FileNotFound', 'FileIsADirectory', 'FileNotADirectory'].includes(code)) return undefined;
      throw error;
    }
  },
  async resolve(place) {
    const uri = vscode.Uri.parse(place.id, true);
    if (uri.scheme !== 'file' && uri.scheme !== 'vscode-notebook-cell') return place;
    const real = await realPath(uri.fsPath);
    const root = place.root === undefined ? undefined : vscode.Uri.parse(place.root, true);
    const realRoot = root === undefined ? undefined : await realPath(root.fsPath);
    if (realRoot !== undefined && (real === realRoot || real.startsWith(realRoot + sep))) {
      return { ...place, path: slashes(real.slice(realRoot.length)) };
    }
    return { ...place, root: undefined, path: slashes(real) };
  },
};

/** Where a file really lies; one that is not there yet lies where it says. */
async function realPath(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return path;
    throw error;
  }
}

function slashes(path: string): string {
  return path.replaceAll('\\', '/');
}
