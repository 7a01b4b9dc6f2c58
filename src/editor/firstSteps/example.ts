import * as vscode from 'vscode';
import type { EndpointUse } from '../../core/endpoint/endpoints';
import { t } from '../../core/text';
import type { Parts } from '../parts';

type ExampleParts = Pick<Parts, 'endpoints' | 'privacy'>;

/** Opens the beginning of a function and asks for its end. Nothing is on a disk. */
export async function tryCompletion(parts: ExampleParts): Promise<void> {
  if (!(await settled(parts, 'completion'))) return;
  const comment = t('The average of the numbers in a list');
  const editor = await showExample(`# ${comment}\ndef average(numbers):\n    `);
  const end = editor.document.lineAt(editor.document.lineCount - 1).range.end;
  editor.selection = new vscode.Selection(end, end);
  await vscode.commands.executeCommand('aliada.triggerCompletion');
}

/** Opens a function, selects it and asks for an explanation. */
export async function tryExplanation(parts: ExampleParts): Promise<void> {
  if (!(await settled(parts, 'chat'))) return;
  const code = [
    'def average(numbers):',
    '    total = 0',
    '    for number in numbers:',
    '        total += number',
    '    return total / len(numbers)',
  ].join('\n');
  const editor = await showExample(`${code}\n`);
  editor.selection = new vscode.Selection(new vscode.Position(0, 0), editor.document.lineAt(4).range.end);
  await vscode.commands.executeCommand('aliada.explainSelection');
}

/**
 * Asks about the server before anything is opened: an open document is completed by itself, and where nobody has
 * answered yet a notice would say so beside the question.
 * @returns whether to go on: also where there is no server, since the example then leads to setting one up.
 */
async function settled({ endpoints, privacy: { gate } }: ExampleParts, use: EndpointUse): Promise<boolean> {
  const [address] = endpoints.addresses(use);
  if (address === undefined || gate.refusal(address)?.reason !== 'noConsent') return true;
  await gate.ask(address, new AbortController().signal);
  return gate.refusal(address) === undefined;
}

/** One document for each text: a second click finds the first one again. */
async function showExample(content: string): Promise<vscode.TextEditor> {
  const open = vscode.workspace.textDocuments.find(
    (document) => document.isUntitled && document.getText() === content,
  );
  const document = open ?? (await vscode.workspace.openTextDocument({ language: 'python', content }));
  return vscode.window.showTextDocument(document, { preview: false });
}
