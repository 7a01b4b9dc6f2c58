import * as vscode from 'vscode';
import { describeFolder } from '../../../core/chat/attachments/folder';
import { t } from '../../../core/text';
import { tokenOf } from '../../cancellation';
import { nothing, type Given, type SourceParts } from './source';
import { allowedOf } from './allowed';
import { textOf, workspaceFiles } from './workspaceFiles';

const mostFiles = 5_000;

/** Of the room for a question a folder takes so much: the question is about more than its files. */
const share = 0.6;

/** A folder that the person picks: its files by name, and the text of those that tell the most. */
export async function folder({ files, room }: SourceParts, signal: AbortSignal): Promise<Given> {
  if ((vscode.workspace.workspaceFolders ?? []).length === 0) {
    return { attachments: [], note: t('No folder is open.') };
  }
  const chosen = await pick(signal);
  if (chosen === undefined) return nothing;
  const found = await workspaceFiles(mostFiles, signal, chosen.uri);
  const allowed = await allowedOf(found, files, signal);
  if (allowed.length === 0) {
    return { attachments: [], note: t('{0} has no files that may be sent.', chosen.path) };
  }
  const from = chosen.uri.path.length + 1;
  const described = allowed.map((uri) => ({ path: uri.path.slice(from), read: () => textOf(uri) }));
  const text = await describeFolder(described, Math.floor((await room(signal)) * share), signal);
  return { attachments: [{ kind: 'folder', name: chosen.path, text, languageId: 'plaintext' }] };
}

interface Folder {
  readonly uri: vscode.Uri;
  readonly path: string;
}

async function pick(signal: AbortSignal): Promise<Folder | undefined> {
  const options = { title: t('Attach a folder'), placeHolder: t('Name of the folder') };
  const items = folders(signal).then((all) =>
    all.map((one) => ({ label: `$(folder) ${one.path}`, folder: one })),
  );
  return (await vscode.window.showQuickPick(items, options, tokenOf(signal)))?.folder;
}

/** The workspace's folders and all below them that hold files. */
async function folders(signal: AbortSignal): Promise<readonly Folder[]> {
  const roots = vscode.workspace.workspaceFolders ?? [];
  const found = new Map<string, Folder>();
  for (const root of roots) found.set(root.uri.toString(), { uri: root.uri, path: root.name });
  for (const file of await workspaceFiles(mostFiles, signal)) {
    const root = vscode.workspace.getWorkspaceFolder(file);
    if (root === undefined) continue;
    const parts = file.path.slice(root.uri.path.length + 1).split('/');
    for (let depth = 1; depth < parts.length; depth += 1) {
      const below = parts.slice(0, depth).join('/');
      const uri = vscode.Uri.joinPath(root.uri, below);
      const path = roots.length > 1 ? `${root.name}/${below}` : below;
      found.set(uri.toString(), { uri, path });
    }
  }
  return [...found.values()].sort((a, b) => a.path.localeCompare(b.path));
}
