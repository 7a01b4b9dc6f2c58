import * as vscode from 'vscode';
import { lineInResult } from '../../core/changes/proposal';
import { t } from '../../core/text';
import type { OpenProposal } from './openProposal';

/** The words above each change in what is proposed, and those above all of it. */
export function lensesOf(proposal: OpenProposal, uri: vscode.Uri): vscode.CodeLens[] {
  const at = (line: number, title: string, command: string, hunk?: number): vscode.CodeLens =>
    new vscode.CodeLens(new vscode.Range(line, 0, line, 0), {
      title,
      command,
      arguments: hunk === undefined ? [uri] : [uri, hunk],
    });
  const state = proposal.proposal;
  if (state === undefined) return [at(0, `$(debug-stop) ${t('Stop writing')}`, 'aliada.refuseChanges')];
  const { open, outdated } = state;
  const each = open.flatMap((hunk) => {
    const line = lineInResult(state, hunk);
    return [
      at(line, `$(check) ${t('Accept')}`, 'aliada.acceptChange', hunk.id),
      at(line, `$(close) ${t('Refuse')}`, 'aliada.refuseChange', hunk.id),
    ];
  });
  const gone = outdated.map((hunk) =>
    at(
      hunk.start,
      `$(warning) ${t('The file has changed here: this change no longer fits')}`,
      'aliada.refuseChange',
      hunk.id,
    ),
  );
  const all =
    open.length > 1
      ? [
          at(0, `$(check-all) ${t('Accept all {0}', open.length)}`, 'aliada.acceptChanges'),
          at(0, `$(close-all) ${t('Refuse all')}`, 'aliada.refuseChanges'),
        ]
      : [];
  return [...all, ...each, ...gone];
}
