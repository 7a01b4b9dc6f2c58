import * as vscode from 'vscode';
import { isSameAttachment, type Attachment } from '../../core/chat/attachment';
import { t } from '../../core/text';
import type { PrivateFiles } from '../privacy/privateFiles';
import { fileForSending } from './attachments/code';
import type { Given } from './attachments/source';

/** Most references of one question: each file is opened. */
const most = 20;

/**
 * What a person added to a question in VS Code's own chat, as attachments: files, places in files and texts. Each file
 * passes the gate; what stays here, or is no text, is named in the note.
 */
export async function referencesForSending(
  references: readonly vscode.ChatPromptReference[],
  files: PrivateFiles,
): Promise<Given> {
  const attachments: Attachment[] = [];
  const notes: string[] = [];
  for (const reference of references.slice(0, most)) {
    const given = await read(reference, files);
    for (const one of given.attachments) {
      if (!attachments.some((other) => isSameAttachment(one, other))) attachments.push(one);
    }
    if (given.note !== undefined && !notes.includes(given.note)) notes.push(given.note);
  }
  if (references.length > most) notes.push(t('Only the first {0} attachments went along.', most));
  return { attachments, note: notes.length === 0 ? undefined : notes.join(' ') };
}

async function read(reference: vscode.ChatPromptReference, files: PrivateFiles): Promise<Given> {
  const { value, modelDescription, id } = reference;
  if (value instanceof vscode.Location) return fileForSending(value.uri, files, value.range);
  if (value instanceof vscode.Uri)
    return (await isFolder(value)) ? folder(value) : fileForSending(value, files);
  if (typeof value === 'string' && value.trim() !== '') {
    const name = modelDescription ?? id;
    return { attachments: [{ kind: 'text', name, text: value, languageId: 'plaintext' }] };
  }
  return { attachments: [], note: t('One of the attachments is of a kind that Aliada cannot read.') };
}

function folder(uri: vscode.Uri): Given {
  const name = vscode.workspace.asRelativePath(uri);
  return { attachments: [], note: t('The folder {0} does not go along; attach its files.', name) };
}

async function isFolder(uri: vscode.Uri): Promise<boolean> {
  try {
    return ((await vscode.workspace.fs.stat(uri)).type & vscode.FileType.Directory) !== 0;
  } catch {
    // Not saved, or gone: reading it says so.
    return false;
  }
}
