import * as vscode from 'vscode';
import { t } from '../../core/text';
import { pathOf } from '../chat/attachments/code';
import { nameOf } from '../privacy/privateFiles';
import { editPiece, mannerOf, mayBeSent, type EditingParts } from './editing';
import type { Instructions } from './instruction';
import { pieceOf, type Piece } from './piece';

/** Changes the selection, or the function around the cursor, as a person says. */
export async function editByInstruction(
  parts: EditingParts & { readonly instructions: Instructions },
  args: readonly unknown[],
): Promise<void> {
  const piece = await pieceOf(args);
  if (piece === undefined) {
    sayNothingOpen();
    return;
  }
  const { document } = piece;
  // Said before the person writes anything, not after.
  if (!(await mayBeSent(parts, document.uri))) return;
  const { version } = document;
  const instruction = await parts.instructions.ask(placeOf(piece));
  if (instruction === undefined) return;
  const stands = document.version === version ? piece : await pieceOf(args);
  if (stands === undefined) return;
  const title = t('Aliada: {0} in {1}', instruction, nameOf(document.uri));
  await editPiece(parts, stands, { instruction, manner: mannerOf(parts, instruction), title });
}

/** `src/sum.py:3-10`. */
function placeOf({ document, range }: Piece): string {
  const [first, last] = [range.start.line + 1, range.end.line + 1];
  const lines = first === last ? `${first}` : `${first}-${last}`;
  return `${pathOf(document.uri)}:${lines}`;
}

export function sayNothingOpen(): void {
  void vscode.window.showInformationMessage(t('Open the file and select the code first.'));
}
