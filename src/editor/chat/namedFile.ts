import * as vscode from 'vscode';
import { readFileLink } from '../../core/chat/code/links';

/** The file that answers and attachments name: below a folder of the workspace, or open in an editor under that name. */
export async function namedFile(path: string): Promise<vscode.Uri | undefined> {
  const parts = readFileLink(path)?.parts;
  if (parts === undefined) return undefined;
  const open = vscode.workspace.textDocuments.find(
    ({ uri }) =>
      uri.scheme !== 'output' &&
      (vscode.workspace.asRelativePath(uri) === path || (isOutside(uri) && uri.path.endsWith(`/${path}`))),
  );
  if (open) return open.uri;
  for (const uri of candidates(parts)) if (await isFile(uri)) return uri;
  return undefined;
}

function isOutside(uri: vscode.Uri): boolean {
  return vscode.workspace.getWorkspaceFolder(uri) === undefined;
}

/** With several folders, a path may begin with the name of one. */
function candidates(parts: readonly string[]): vscode.Uri[] {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const [first, ...rest] = parts;
  return [
    ...folders
      .filter(({ name }) => name === first && rest.length > 0)
      .map(({ uri }) => vscode.Uri.joinPath(uri, ...rest)),
    ...folders.map(({ uri }) => vscode.Uri.joinPath(uri, ...parts)),
  ];
}

async function isFile(uri: vscode.Uri): Promise<boolean> {
  try {
    return ((await vscode.workspace.fs.stat(uri)).type & vscode.FileType.File) !== 0;
  } catch (error) {
    if (error instanceof vscode.FileSystemError) return false;
    throw error;
  }
}
