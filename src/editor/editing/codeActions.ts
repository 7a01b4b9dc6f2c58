import * as vscode from 'vscode';
import { t } from '../../core/text';
import { documentSchemes } from '../completion/schemes';
import { together } from '../disposables';
import type { Disposable } from '../../core/disposable';
import type { Parts } from '../parts';
import { functionsOf } from './piece';

/** In a function: VS Code's own are not there yet when this file is read. */
function kindsOf(): Readonly<
  Record<'problem' | 'explain' | 'document' | 'tests' | 'rewrite', vscode.CodeActionKind>
> {
  const { QuickFix, Refactor, RefactorRewrite } = vscode.CodeActionKind;
  return {
    problem: QuickFix,
    explain: Refactor.append('explain'),
    document: Refactor.append('document'),
    tests: Refactor.append('tests'),
    rewrite: RefactorRewrite,
  };
}

const selector = documentSchemes.map((scheme) => ({ scheme }));

/** More functions than these have no words above them. */
const mostLenses = 300;

/** What Aliada offers under the light bulb and above functions. Offering costs nothing: nobody is asked before a click. */
export function registerCodeActions({ settings, text }: Pick<Parts, 'settings' | 'text'>): Disposable {
  const lenses = new vscode.EventEmitter<void>();
  return together(
    lenses,
    settings.onChange(() => lenses.fire()),
    text.onChange(() => lenses.fire()),
    vscode.languages.registerCodeActionsProvider(
      selector,
      {
        provideCodeActions: (document, range, context) => [
          ...forProblems(document, range, context),
          ...forCode(document, range, context),
        ],
      },
      { providedCodeActionKinds: Object.values(kindsOf()) },
    ),
    vscode.languages.registerCodeLensProvider(selector, {
      onDidChangeCodeLenses: lenses.event,
      provideCodeLenses: async (document) => (settings.codeLens() ? lensesOf(document) : []),
    }),
  );
}

function forProblems(
  document: vscode.TextDocument,
  range: vscode.Range,
  { diagnostics }: vscode.CodeActionContext,
): vscode.CodeAction[] {
  if (diagnostics.length === 0) return [];
  const { problem } = kindsOf();
  const start = diagnostics.reduce((all, one) => all.union(one.range), diagnostics[0]?.range ?? range);
  const fix = action(t('Fix this problem with Aliada'), problem, 'aliada.fixProblem', document, start);
  const explain = action(
    t('Explain this problem with Aliada'),
    problem,
    'aliada.explainProblem',
    document,
    start,
  );
  for (const one of [fix, explain]) one.diagnostics = [...diagnostics];
  return [fix, explain];
}

function forCode(
  document: vscode.TextDocument,
  range: vscode.Range,
  { triggerKind }: vscode.CodeActionContext,
): vscode.CodeAction[] {
  // Without a selection a light bulb at every place would say nothing: there it has to be asked for.
  const isAsked = triggerKind === vscode.CodeActionTriggerKind.Invoke;
  if (range.isEmpty && !isAsked) return [];
  if (document.getText(range.isEmpty ? document.lineAt(range.start.line).range : range).trim() === '')
    return [];
  const make = (title: string, kind: vscode.CodeActionKind, command: string): vscode.CodeAction =>
    action(title, kind, command, document, range);
  const kinds = kindsOf();
  return [
    make(t('Explain with Aliada'), kinds.explain, 'aliada.explainSelection'),
    make(t('Document with Aliada'), kinds.document, 'aliada.document'),
    make(t('Write tests with Aliada'), kinds.tests, 'aliada.writeTests'),
    make(t('Refactor with Aliada…'), kinds.rewrite, 'aliada.refactor'),
  ];
}

function action(
  title: string,
  kind: vscode.CodeActionKind,
  command: string,
  { uri }: vscode.TextDocument,
  range: vscode.Range,
): vscode.CodeAction {
  const made = new vscode.CodeAction(title, kind);
  made.command = { command, title, arguments: [uri, new vscode.Range(range.start, range.end)] };
  return made;
}

async function lensesOf(document: vscode.TextDocument): Promise<vscode.CodeLens[]> {
  const functions = (await functionsOf(document)).slice(0, mostLenses);
  return functions.flatMap(({ range }) =>
    [
      [t('Explain'), 'aliada.explainSelection'],
      [t('Document'), 'aliada.document'],
      [t('Add tests'), 'aliada.writeTests'],
    ].map(
      ([title = '', command = '']) =>
        new vscode.CodeLens(new vscode.Range(range.start, range.start), {
          title,
          command,
          arguments: [document.uri, range],
        }),
    ),
  );
}
