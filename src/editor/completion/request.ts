import * as vscode from 'vscode';
import type { CompletionRequest } from '../../core/completion/request';

/** Lines read before and after the cursor: the work of a keystroke does not grow with the file. */
const linesBefore = 300;
const linesAfter = 60;
/** The first line read moves in steps, so that the prompt begins alike from one line to the next. */
const lineStep = 100;
/** A longer line is generated or minified text; nothing is offered there. In characters. */
const longestLine = 2_000;
/** Most characters handed on from before and after the cursor. */
const charactersBefore = 24_000;
const charactersAfter = 8_000;

/** What the engine needs to know of a place in a document; `undefined` in a minified file. */
export function completionRequest(
  document: vscode.TextDocument,
  position: vscode.Position,
  trigger: CompletionRequest['trigger'],
): CompletionRequest | undefined {
  if (document.lineAt(position.line).text.length > longestLine) return undefined;
  const before = document.getText(
    new vscode.Range(firstLine(document, position.line), 0, position.line, position.character),
  );
  const after = document.getText(
    new vscode.Range(position, document.lineAt(lastLine(document, position.line)).range.end),
  );
  return {
    languageId: document.languageId,
    prefix: unixLineEnds(before).slice(-charactersBefore),
    suffix: unixLineEnds(after).slice(0, charactersAfter),
    trigger,
  };
}

function unixLineEnds(text: string): string {
  return text.replaceAll('\r\n', '\n');
}

/** The first line to read: some hundred before the cursor, but none beyond a line of generated text. */
function firstLine(document: vscode.TextDocument, cursorLine: number): number {
  const first = Math.max(0, Math.floor((cursorLine - linesBefore) / lineStep) * lineStep);
  for (let line = cursorLine - 1; line >= first; line -= 1) {
    if (document.lineAt(line).text.length > longestLine) return line + 1;
  }
  return first;
}

/** The last line to read, under the same rule. */
function lastLine(document: vscode.TextDocument, cursorLine: number): number {
  const last = Math.min(document.lineCount - 1, cursorLine + linesAfter);
  for (let line = cursorLine + 1; line <= last; line += 1) {
    if (document.lineAt(line).text.length > longestLine) return line - 1;
  }
  return last;
}
