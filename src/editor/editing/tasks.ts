import * as vscode from 'vscode';
import { withLanguage } from '../../core/chat/prompts/inWords';
import { promptsFor } from '../../core/chat/prompts/forLanguage';
import type { AnswerManner } from '../../core/chat/manner';
import { docStyle } from '../../core/editing/docStyle';
import type { EditTask } from '../../core/editing/editWords';
import { editWords } from '../../core/editing/words';
import { t } from '../../core/text';
import { languageIdOf } from '../languages/languageIdOf';
import { nameOf } from '../privacy/privateFiles';
import { sayNothingOpen } from './editCommand';
import { editPiece, mannerOf, mayBeSent, type EditingParts } from './editing';
import { pieceOf } from './piece';
import { problemsAt } from './problems';

/** Writes the documentation comments of the selection, or of the function around the cursor. */
export async function documentPiece(parts: EditingParts, args: readonly unknown[]): Promise<void> {
  const piece = await pieceOf(args);
  if (piece === undefined) {
    sayNothingOpen();
    return;
  }
  const { document } = piece;
  const manner = mannerOf(parts);
  const style =
    docStyle(languageIdOf(document), document.getText()) ?? editWords(manner.language).usualComments;
  const instruction = taskText('document', manner).replace('{style}', style);
  await editPiece(parts, piece, { instruction, manner, title: t('Document: {0}', nameOf(document.uri)) });
}

/** Asks what to refactor, and does it. */
export async function refactorPiece(parts: EditingParts, args: readonly unknown[]): Promise<void> {
  const piece = await pieceOf(args);
  if (piece === undefined) {
    sayNothingOpen();
    return;
  }
  if (!(await mayBeSent(parts, piece.document.uri))) return;
  const ways: readonly (vscode.QuickPickItem & { readonly task: EditTask })[] = [
    { label: t('Simplify'), detail: t('Leave out what is not needed'), task: 'simplify' },
    { label: t('Extract functions'), detail: t('Give parts of it a name of their own'), task: 'extract' },
    {
      label: t('Reorganise'),
      detail: t('Easier to read, with the same names to the outside'),
      task: 'restructure',
    },
    {
      label: t('Translate comments'),
      detail: t('Into the language that you chose for comments'),
      task: 'translateComments',
    },
  ];
  const chosen = await vscode.window.showQuickPick(ways, {
    title: t('Refactor with Aliada'),
    placeHolder: t('What it does stays the same'),
  });
  if (chosen === undefined) return;
  const manner = mannerOf(parts);
  const title = `${chosen.label}: ${nameOf(piece.document.uri)}`;
  await editPiece(parts, piece, { instruction: taskText(chosen.task, manner), manner, title });
}

/** Fixes the problems at a place: those that a light bulb names, or those at the cursor. */
export async function fixProblem(parts: EditingParts, args: readonly unknown[]): Promise<void> {
  const found = await problemsAt(args);
  if (found === undefined) {
    sayNoProblem();
    return;
  }
  const { piece, problems } = found;
  const manner = mannerOf(parts);
  const words = editWords(manner.language);
  const instruction = [
    taskText('fix', manner),
    ...problems.map(({ range, message }) => words.problem(range.start.line + 1, message)),
  ].join('\n');
  const title = t('Fix: {0}', nameOf(piece.document.uri));
  await editPiece(parts, piece, { instruction, manner, title });
}

export function sayNoProblem(): void {
  void vscode.window.showInformationMessage(t('There is no problem at the cursor.'));
}

/** What is asked for, in the language of the prompt. */
export function taskText(task: EditTask, { language, comments }: AnswerManner): string {
  return withLanguage(editWords(language).tasks[task], promptsFor(language), comments);
}
