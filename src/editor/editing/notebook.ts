import * as vscode from 'vscode';
import type { Attachment } from '../../core/chat/attachment';
import { outputText } from '../../core/editing/cellOutput';
import { t } from '../../core/text';
import { nameOf } from '../privacy/privateFiles';
import type { Parts } from '../parts';
import { attached } from './ask';
import { editPiece, mannerOf, mayBeSent } from './editing';
import type { Piece } from './piece';
import { taskText } from './tasks';

/** Explains in the chat a cell and what came of it. */
export async function explainCell(parts: Parts, args: readonly unknown[]): Promise<void> {
  const cell = cellOf(args);
  if (cell === undefined) {
    sayNoCell();
    return;
  }
  if (!(await mayBeSent(parts, cell.document.uri))) return;
  const { text, isError } = outputOf(cell);
  const output: Attachment = { kind: 'text', name: t('Output'), languageId: 'plaintext', text };
  await parts.chat.run(isError ? 'explainProblem' : 'explain', [
    attached(pieceOfCell(cell)),
    ...(text === '' ? [] : [output]),
  ]);
}

/** Proposes a change of a cell that failed. */
export async function fixCell(parts: Parts, args: readonly unknown[]): Promise<void> {
  const cell = cellOf(args);
  if (cell === undefined) {
    sayNoCell();
    return;
  }
  const { text, isError } = outputOf(cell);
  if (!isError) {
    void vscode.window.showInformationMessage(t('This cell shows no error. Run it first.'));
    return;
  }
  const manner = mannerOf(parts);
  await editPiece(parts, pieceOfCell(cell), {
    instruction: `${taskText('fixCell', manner)}\n${text}`,
    manner,
    title: t('Fix: {0}', nameOf(cell.notebook.uri)),
  });
}

/** The cell that a command was called on, or the selected one. */
function cellOf([named]: readonly unknown[]): vscode.NotebookCell | undefined {
  if (typeof named === 'object' && named !== null && 'notebook' in named && 'document' in named) {
    return named as vscode.NotebookCell;
  }
  const editor = vscode.window.activeNotebookEditor;
  return editor?.notebook.cellAt(editor.selection.start);
}

function sayNoCell(): void {
  void vscode.window.showInformationMessage(t('Select a cell of a notebook first.'));
}

function pieceOfCell({ document }: vscode.NotebookCell): Piece {
  const last = document.lineAt(document.lineCount - 1);
  return { document, range: new vscode.Range(new vscode.Position(0, 0), last.range.end) };
}

function outputOf({ outputs }: vscode.NotebookCell): ReturnType<typeof outputText> {
  const decoder = new TextDecoder();
  return outputText(
    outputs.flatMap(({ items }) =>
      items.map(({ mime, data }) => ({ mime, text: decoder.decode(bytesOf(data)) })),
    ),
  );
}

/** Bytes that have been to the window and back may come as an object that holds them, or as JSON writes them. */
function bytesOf(data: unknown): Uint8Array {
  if (data instanceof Uint8Array) return data;
  const { buffer, data: written } = data as { readonly buffer?: unknown; readonly data?: unknown };
  if (typeof buffer === 'object' && buffer !== null) return bytesOf(buffer);
  if (Array.isArray(written)) return Uint8Array.from(written as readonly number[]);
  return Uint8Array.from(Object.values(data as Readonly<Record<string, number>>));
}
