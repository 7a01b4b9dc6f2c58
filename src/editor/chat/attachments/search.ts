import * as vscode from 'vscode';
import { searchFiles } from '../../../core/chat/attachments/search';
import { t } from '../../../core/text';
import { tokenOf } from '../../cancellation';
import { allowedOf } from './allowed';
import { pathOf } from './code';
import { nothing, type Given, type SourceParts } from './source';
import { textOf, workspaceFiles } from './workspaceFiles';

/** Beyond so many files the search would take long, and find too much to send. */
const mostFiles = 5_000;

/** Where a text that the person types occurs in the workspace: our own search, since VS Code's is not for extensions. */
export async function search({ files }: SourceParts, signal: AbortSignal): Promise<Given> {
  if ((vscode.workspace.workspaceFolders ?? []).length === 0) {
    return { attachments: [], note: t('No folder is open.') };
  }
  const query = await ask(signal);
  if (query === undefined) return nothing;
  const all = await workspaceFiles(mostFiles, signal);
  const uris = await allowedOf(all, files, signal);
  const searched = uris.map((uri) => ({ path: pathOf(uri), read: () => textOf(uri) }));
  const { text } = await searchFiles(query, searched, signal);
  const bounded =
    all.length < mostFiles ? undefined : t('Only the first {0} files were searched.', mostFiles);
  if (text === '') {
    return { attachments: [], note: bounded ?? t('“{0}” does not occur in the workspace.', query) };
  }
  return { attachments: [{ kind: 'search', name: query, text, languageId: 'plaintext' }], note: bounded };
}

async function ask(signal: AbortSignal): Promise<string | undefined> {
  const options = { title: t('Search in the workspace'), prompt: t('Text to look for') };
  const query = (await vscode.window.showInputBox(options, tokenOf(signal)))?.trim();
  return query === '' ? undefined : query;
}
