import * as vscode from 'vscode';
import { editWords } from '../../core/editing/words';
import { testPlace, type Files, type TestPlace } from '../../core/editing/testPlace';
import { t } from '../../core/text';
import { pathOf } from '../chat/attachments/code';
import { languageIdOf } from '../languages/languageIdOf';
import { nameOf } from '../privacy/privateFiles';
import { sayNothingOpen } from './editCommand';
import { editPiece, mannerOf, mayBeSent, proposeEdit, type EditingParts } from './editing';
import { pieceOf, type Piece } from './piece';
import { taskText } from './tasks';

/** More of a file is not read to find out what a project uses, in bytes. */
const mostRead = 200_000;

/** Writes tests for the selection, or for the function around the cursor: in a new file, or in the one that is there. */
export async function writeTests(parts: EditingParts, args: readonly unknown[]): Promise<void> {
  const piece = await pieceOf(args);
  if (piece === undefined) {
    sayNothingOpen();
    return;
  }
  const { document } = piece;
  const root = rootOf(document.uri);
  if (root === undefined) {
    void vscode.window.showInformationMessage(t('Save the file first: its tests go beside it.'));
    return;
  }
  if (!(await mayBeSent(parts, document.uri))) return;
  const languageId = languageIdOf(document);
  const place = await testPlace(relative(document.uri, root), languageId, filesOf(root));
  const uri = vscode.Uri.joinPath(root, place.path);
  const manner = mannerOf(parts);
  const instruction = taskText(place.exists ? 'moreTests' : 'newTests', manner)
    .replace('{framework}', place.framework ?? editWords(manner.language).usualTests)
    .replace('{path}', place.path);
  const about = {
    path: pathOf(document.uri),
    languageId,
    text: document.getText(piece.range).replace(/\r\n/g, '\n'),
  };
  const title = t('Tests: {0}', nameOf(uri));
  if (place.exists) {
    await editPiece(parts, await placeIn(uri, place), { instruction, manner, title, about });
    return;
  }
  const request = {
    ...{ path: place.path, languageId, piece: '', firstLine: 1, before: '', after: '' },
    ...{ about, instruction, language: manner.language, comments: manner.comments },
  };
  await proposeEdit(parts, request, { uri, title });
}

/** What of a file of tests is given to the model to add to: all of it, or a place at the end of the code itself. */
async function placeIn(uri: vscode.Uri, { framework }: TestPlace): Promise<Piece> {
  const document = await vscode.workspace.openTextDocument(uri);
  const last = document.lineAt(document.lineCount - 1);
  const hasNone = framework?.includes('#[test]') === true && !document.getText().includes('#[cfg(test)]');
  if (hasNone && last.isEmptyOrWhitespace) return { document, range: last.range };
  return { document, range: new vscode.Range(new vscode.Position(0, 0), last.range.end) };
}

/** The folder that a file is looked at from: its workspace folder, or its own where it stands outside. */
function rootOf(uri: vscode.Uri): vscode.Uri | undefined {
  if (uri.scheme === 'untitled' || uri.scheme === 'vscode-notebook-cell') return undefined;
  return vscode.workspace.getWorkspaceFolder(uri)?.uri ?? vscode.Uri.joinPath(uri, '..');
}

function relative(uri: vscode.Uri, root: vscode.Uri): string {
  return uri.path.slice(root.path.replace(/\/$/, '').length + 1);
}

function filesOf(root: vscode.Uri): Files {
  const at = (path: string): vscode.Uri => (path === '' ? root : vscode.Uri.joinPath(root, path));
  return {
    read: (path) =>
      orNothing(async () => {
        const { size } = await vscode.workspace.fs.stat(at(path));
        if (size > mostRead) return '';
        return new TextDecoder().decode(await vscode.workspace.fs.readFile(at(path)));
      }),
    list: (folder) =>
      orNothing(async () => (await vscode.workspace.fs.readDirectory(at(folder))).map(([name]) => name)),
  };
}

/** What is not there, or cannot be read, says nothing. */
async function orNothing<T>(look: () => Promise<T>): Promise<T | undefined> {
  try {
    return await look();
  } catch (error) {
    if (error instanceof vscode.FileSystemError) return undefined;
    throw error;
  }
}
