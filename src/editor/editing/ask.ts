import * as vscode from 'vscode';
import type { Attachment, CodeAttachment } from '../../core/chat/attachment';
import type { CommandName } from '../../core/chat/prompts/prompts';
import { t } from '../../core/text';
import { pathOf } from '../chat/attachments/code';
import { languageIdOf } from '../languages/languageIdOf';
import type { Parts } from '../parts';
import { mayBeSent } from './editing';
import { pieceOf, type Piece } from './piece';
import { problemsAt } from './problems';
import { sayNoProblem } from './tasks';

/** Asks in the chat about the selection, or about the function around the cursor. */
export async function askAbout(
  parts: Parts,
  command: Extract<CommandName, 'explain' | 'review'>,
  args: readonly unknown[],
): Promise<void> {
  const piece = await pieceOf(args);
  if (piece === undefined || piece.document.getText(piece.range).trim() === '') {
    void vscode.window.showInformationMessage(t('Select the code that Aliada should explain.'));
    return;
  }
  if (await mayBeSent(parts, piece.document.uri)) await parts.chat.run(command, [attached(piece)]);
}

/** Asks in the chat what the problems at a place mean. */
export async function explainProblem(parts: Parts, args: readonly unknown[]): Promise<void> {
  const found = await problemsAt(args);
  if (found === undefined) {
    sayNoProblem();
    return;
  }
  const { piece, problems } = found;
  if (!(await mayBeSent(parts, piece.document.uri))) return;
  const words = problems.map(({ range, message, source, code }) => {
    const named = typeof code === 'object' ? code.value : code;
    const origin = [source, named].filter((part) => part !== undefined).join(' ');
    return `${range.start.line + 1}:${range.start.character + 1} ${message}${origin === '' ? '' : ` (${origin})`}`;
  });
  const listed: Attachment = {
    kind: 'problems',
    name: pathOf(piece.document.uri),
    languageId: 'plaintext',
    text: words.join('\n'),
  };
  await parts.chat.run('explainProblem', [attached(piece), listed]);
}

/** A piece as it goes along with a question. */
export function attached({ document, range }: Piece): CodeAttachment {
  return {
    kind: 'code',
    path: pathOf(document.uri),
    languageId: languageIdOf(document),
    text: document.getText(range).replaceAll('\r\n', '\n'),
    firstLine: range.start.line + 1,
    lastLine: range.end.line + 1,
  };
}
