import * as vscode from 'vscode';
import type { Anchor } from '../../core/completion/generation';
import type { CompletionRequest } from '../../core/completion/request';
import { steppedWindow } from '../../core/completion/window';
import { languageIdOf } from '../languages/languageIdOf';
import { pathOf } from './path';
import { issueScheme } from './schemes';

/** Lines read before and after the cursor: the work of a keystroke does not grow with the file. */
const linesBefore = 300;
const linesAfter = 60;
/** The first line read moves in steps, so that the prompt begins alike from one line to the next. */
const lineStep = 100;
/** A longer line is generated or minified text; nothing is offered there. In characters. */
const longestLine = 2_000;
/** Schemes of texts that are no file: a commit message, an issue, something not saved yet. */
const nameless = new Set(['untitled', 'vscode-scm', issueScheme]);
/** Most characters handed on from before and after the cursor. */
const charactersBefore = 24_000;
const charactersAfter = 8_000;

/**
 * What the engine needs to know of a place in a document; `undefined` in a minified file.
 * @param selected what the suggest widget would insert: the place is then behind it.
 */
export function completionRequest(
  document: vscode.TextDocument,
  position: vscode.Position,
  trigger: CompletionRequest['trigger'],
  selected?: vscode.SelectedCompletionInfo,
): CompletionRequest | undefined {
  const place = placeAt(document, selected?.range.start ?? position, selected?.range.end ?? position);
  if (place === undefined) return undefined;
  const prefix = place.prefix + (selected?.text ?? '');
  return { ...place, prefix, path: nameless.has(document.uri.scheme) ? '' : pathOf(document.uri), trigger };
}

/** A place in a document; between `start` and `end` stands what will be replaced. */
export function placeAt(
  document: vscode.TextDocument,
  start: vscode.Position,
  end: vscode.Position = start,
): Anchor | undefined {
  if (document.lineAt(start.line).text.length > longestLine) return undefined;
  const before = document.getText(
    new vscode.Range(firstLine(document, start.line), 0, start.line, start.character),
  );
  const after = document.getText(
    new vscode.Range(end, document.lineAt(lastLine(document, end.line)).range.end),
  );
  return {
    document: document.uri.toString(),
    languageId: languageIdOf(document),
    prefix: steppedWindow(unixLineEnds(before), charactersBefore),
    suffix: unixLineEnds(after).slice(0, charactersAfter),
  };
}

function unixLineEnds(text: string): string {
  return text.includes('\r') ? text.replaceAll('\r\n', '\n') : text;
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
