import * as vscode from 'vscode';
import type { HistoryFiles } from '../../core/chat/history/historyFiles';
import { sharedStorage } from '../../core/chat/history/sharedFolder';

/**
 * The folder of a workspace's conversations in the extension's own storage, the same for all windows on it; without a
 * workspace, one for all windows.
 */
export function historyFolder({ storageUri, globalStorageUri }: StorageUris): vscode.Uri {
  const storage = storageUri?.with({ path: sharedStorage(storageUri.path) });
  return vscode.Uri.joinPath(storage ?? globalStorageUri, 'conversations');
}

export type StorageUris = Pick<vscode.ExtensionContext, 'storageUri' | 'globalStorageUri'>;

/** A folder through VS Code's file system, so that it may be wherever VS Code keeps such things. */
export function historyFiles(folder: vscode.Uri): HistoryFiles {
  const { fs } = vscode.workspace;
  const at = (name: string): vscode.Uri => vscode.Uri.joinPath(folder, name);
  const decoder = new TextDecoder();
  const encoder = new TextEncoder();
  let made: Thenable<void> | undefined;
  return {
    list: () =>
      orMissing(
        fs
          .readDirectory(folder)
          .then((entries) =>
            entries.filter(([, type]) => type === vscode.FileType.File).map(([name]) => name),
          ),
        [],
      ),
    read: (name) =>
      orMissing<string | undefined>(
        fs.readFile(at(name)).then((bytes) => decoder.decode(bytes)),
        undefined,
      ),
    write: async (name, text) => {
      await (made ??= fs.createDirectory(folder));
      await fs.writeFile(at(name), encoder.encode(text));
    },
    rename: async (from, to) => fs.rename(at(from), at(to), { overwrite: true }),
    has: (name) =>
      orMissing(
        fs.stat(at(name)).then(() => true),
        false,
      ),
    remove: (name) => orMissing(fs.delete(at(name), { useTrash: false }), undefined),
  };
}

/** What is not there is no failure. */
async function orMissing<T>(work: Thenable<T>, missing: T): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return missing;
    throw error;
  }
}
