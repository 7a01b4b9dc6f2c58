import * as vscode from 'vscode';
import { formatProblems, type Problem } from '../../../core/chat/attachments/problems';
import { describeExclusion } from '../../../core/privacy/describeExclusion';
import { t } from '../../../core/text';
import { tokenOf } from '../../cancellation';
import { nameOf, type PrivateFiles } from '../../privacy/privateFiles';
import { pathOf } from './code';
import { nothing, type Given, type SourceParts } from './source';

type OfFile = readonly [uri: vscode.Uri, diagnostics: readonly vscode.Diagnostic[]];

/** By VS Code's numbers; its enumeration is not there yet when this file is read. */
const severities: Record<vscode.DiagnosticSeverity, Problem['severity']> = {
  0: 'error',
  1: 'warning',
  2: 'information',
  3: 'hint',
};

/** What the editor finds wrong in the file in front, or in the workspace; asks which where both have problems. */
export async function problems({ files }: SourceParts, signal: AbortSignal): Promise<Given> {
  const all = vscode.languages.getDiagnostics().filter(([, found]) => found.length > 0);
  if (all.length === 0) return { attachments: [], note: t('The editor reports no problems.') };
  const active = vscode.window.activeTextEditor?.document.uri;
  const own = all.filter(([uri]) => uri.toString() === active?.toString());
  const several = own.length > 0 && all.length > own.length;
  const chosen = several ? await which(own, all, signal) : own.length > 0 ? own : all;
  return chosen === undefined ? nothing : gather(chosen, files);
}

async function which(
  own: readonly OfFile[],
  all: readonly OfFile[],
  signal: AbortSignal,
): Promise<readonly OfFile[] | undefined> {
  const count = (of: readonly OfFile[]): string =>
    String(of.reduce((sum, [, found]) => sum + found.length, 0));
  const items = [
    { label: `$(file) ${own.map(([uri]) => nameOf(uri)).join()}`, description: count(own), chosen: own },
    { label: `$(folder) ${t('The whole workspace')}`, description: count(all), chosen: all },
  ];
  const options = { title: t('Attach problems'), placeHolder: t('Of which files?') };
  return (await vscode.window.showQuickPick(items, options, tokenOf(signal)))?.chosen;
}

async function gather(chosen: readonly OfFile[], files: PrivateFiles): Promise<Given> {
  const found: Problem[] = [];
  const notes: string[] = [];
  for (const [uri, diagnostics] of chosen) {
    const kept = await files.exclusion(uri);
    if (kept !== undefined) notes.push(describeExclusion(kept, nameOf(uri)));
    else found.push(...diagnostics.map((diagnostic) => problemOf(uri, diagnostic)));
  }
  const note = notes.length === 0 ? undefined : notes.join(' ');
  if (found.length === 0) return { attachments: [], note };
  const [first] = found;
  const name = chosen.length === 1 && first !== undefined ? first.path : '';
  const text = formatProblems(found);
  return { attachments: [{ kind: 'problems', name, text, languageId: 'plaintext' }], note };
}

function problemOf(uri: vscode.Uri, { range, severity, message, source, code }: vscode.Diagnostic): Problem {
  const document = vscode.workspace.textDocuments.find((one) => one.uri.toString() === uri.toString());
  const line = range.start.line;
  const value = typeof code === 'object' ? code.value : code;
  return {
    path: pathOf(uri),
    line: line + 1,
    column: range.start.character + 1,
    severity: severities[severity],
    message,
    source,
    code: value === undefined ? undefined : String(value),
    text: document !== undefined && line < document.lineCount ? document.lineAt(line).text : undefined,
  };
}
