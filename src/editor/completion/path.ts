import * as vscode from 'vscode';
import { nameOf } from '../privacy/privateFiles';

/**
 * A document's path inside its workspace, with `/`: what a model may know of it. Outside of every workspace folder
 * it is the bare name, because folders say who somebody is.
 */
export function pathOf(uri: vscode.Uri): string {
  // A notebook's cell has its notebook's path, under a scheme of its own.
  const folders = vscode.workspace.workspaceFolders ?? [];
  const folder =
    vscode.workspace.getWorkspaceFolder(uri) ??
    folders.find((one) => vscode.workspace.getWorkspaceFolder(one.uri.with({ path: uri.path })) === one);
  return folder === undefined ? nameOf(uri) : uri.path.slice(folder.uri.path.length).replace(/^\//, '');
}
