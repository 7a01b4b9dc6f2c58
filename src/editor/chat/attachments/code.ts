import * as vscode from 'vscode';
import type { CodeAttachment } from '../../../core/chat/attachment';
import { describeExclusion } from '../../../core/privacy/describeExclusion';
import { t } from '../../../core/text';
import { languageIdOf } from '../../languages/languageIdOf';
import { nameOf, type PrivateFiles } from '../../privacy/privateFiles';
import type { Given } from './source';
import { kindOf } from './workspaceFiles';

/** Lines of a document as an attachment; without a range the whole of it. `undefined` where they hold only blanks. */
export function codeOf(document: vscode.TextDocument, range?: vscode.Range): CodeAttachment | undefined {
  const text = document.getText(range);
  if (text.trim() === '') return undefined;
  const start = range?.start.line ?? 0;
  const end = range?.end ?? document.lineAt(document.lineCount - 1).range.end;
  // What ends at the very start of a line does not include that line.
  const lastLine = end.character === 0 ? end.line - 1 : end.line;
  return {
    kind: 'code',
    path: pathOf(document.uri),
    languageId: languageIdOf(document),
    text: text.replaceAll('\r\n', '\n'),
    firstLine: start + 1,
    lastLine: Math.max(lastLine, start) + 1,
  };
}

/** The path inside the workspace; of a file elsewhere only its name: folders tell who and where somebody is. */
export function pathOf(uri: vscode.Uri): string {
  const isInside = vscode.workspace.getWorkspaceFolder(uri) !== undefined;
  return isInside ? vscode.workspace.asRelativePath(uri) : nameOf(uri);
}

/** A document, or lines of it, where it may be sent; otherwise why not. */
export async function documentForSending(
  document: vscode.TextDocument,
  files: PrivateFiles,
  range?: vscode.Range,
): Promise<Given> {
  const kept = await files.exclusion(document.uri);
  if (kept !== undefined) return { attachments: [], note: describeExclusion(kept, nameOf(document.uri)) };
  const code = codeOf(document, range);
  if (code === undefined) return { attachments: [], note: t('{0} is empty.', nameOf(document.uri)) };
  return { attachments: [code] };
}

/** A file of the disk, or lines of it, where it may be sent and is text; otherwise why not. */
export async function fileForSending(
  uri: vscode.Uri,
  files: PrivateFiles,
  range?: vscode.Range,
): Promise<Given> {
  const kept = await files.exclusion(uri);
  if (kept !== undefined) return { attachments: [], note: describeExclusion(kept, nameOf(uri)) };
  const name = nameOf(uri);
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  if (open !== undefined) return documentForSending(open, files, range);
  try {
    const kind = await kindOf(uri);
    if (kind === 'tooLarge') return { attachments: [], note: t('{0} is too large to attach.', name) };
    if (kind === 'text')
      return await documentForSending(await vscode.workspace.openTextDocument(uri), files, range);
  } catch {
    // It is gone, or VS Code takes it for no text after all; it tells no two reasons apart.
  }
  return { attachments: [], note: t('{0} cannot be read as text.', name) };
}
