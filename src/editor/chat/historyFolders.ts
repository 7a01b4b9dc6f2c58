import * as vscode from 'vscode';
import { historyFolder, type StorageUris } from './historyFiles';

/**
 * Which folders hold conversations, one small file for each workspace, so that all of them can be deleted from any
 * window: VS Code tells an extension only of the workspace that is open.
 */
export class HistoryFolders {
  constructor(private readonly uris: StorageUris) {}

  /** Takes note of this window's folder. */
  async note(): Promise<void> {
    const { storageUri } = this.uris;
    if (storageUri === undefined) return;
    const name = storageUri.path
      .split('/')
      .slice(-2)
      .join('.')
      .replace(/[^\w.-]/g, '_');
    await vscode.workspace.fs.createDirectory(this.notes);
    const uri = historyFolder(this.uris).toString();
    await vscode.workspace.fs.writeFile(
      vscode.Uri.joinPath(this.notes, `${name}.txt`),
      new TextEncoder().encode(uri),
    );
  }

  /** Deletes the conversations of all other workspaces, and of windows without one. */
  async deleteOthers(): Promise<void> {
    const { fs } = vscode.workspace;
    const own = historyFolder(this.uris).toString();
    const { globalStorageUri } = this.uris;
    const folders = new Set([historyFolder({ storageUri: undefined, globalStorageUri }).toString()]);
    for (const file of await entriesOf(this.notes)) {
      folders.add(new TextDecoder().decode(await fs.readFile(file)));
    }
    folders.delete(own);
    const ours = `/${globalStorageUri.path.split('/').at(-1) ?? ''}/conversations`;
    for (const folder of folders) {
      const uri = vscode.Uri.parse(folder, true);
      // Only a folder of ours is deleted, whatever stands in a note.
      if (uri.path.endsWith(ours)) await deleteFolder(uri);
    }
    await deleteFolder(this.notes);
  }

  private get notes(): vscode.Uri {
    return vscode.Uri.joinPath(this.uris.globalStorageUri, 'historyFolders');
  }
}

async function entriesOf(folder: vscode.Uri): Promise<readonly vscode.Uri[]> {
  try {
    const entries = await vscode.workspace.fs.readDirectory(folder);
    return entries.map(([name]) => vscode.Uri.joinPath(folder, name));
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

async function deleteFolder(folder: vscode.Uri): Promise<void> {
  try {
    await vscode.workspace.fs.delete(folder, { recursive: true, useTrash: false });
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof vscode.FileSystemError && error.code === 'FileNotFound';
}
