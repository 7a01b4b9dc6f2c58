import * as vscode from 'vscode';
import type { Attachment } from '../../core/chat/attachment';
import { languageOfFence } from '../../core/chat/code/fenceLanguage';
import { withCode, type Hint } from '../../core/chat/code/placement';
import { forTerminal } from '../../core/chat/code/terminalText';
import type { CodeRequest } from '../../core/chat/protocol';
import { t } from '../../core/text';
import { nameOf } from '../privacy/privateFiles';
import { namedFile } from './namedFile';

/** Shows a change before it is made; how it is decided is not asked here. */
export interface Proposer {
  propose(change: {
    readonly uri: vscode.Uri;
    readonly newText: string;
    readonly title: string;
  }): Promise<'accepted' | 'refused' | 'unchanged' | 'stopped'>;
}

/** Where the code goes to. */
interface Target {
  readonly document: vscode.TextDocument;
  readonly hint: Hint | undefined;
  readonly cursor: number;
}

/**
 * Carries out what a person wants done with a block of code. Nothing here happens without that person's click, and
 * nothing changes a file before it has been looked at.
 * @param attached what went along with the question, first what it was about.
 */
export async function carryOut(
  { action, text, language }: CodeRequest,
  attached: readonly Attachment[],
  proposer: Proposer,
): Promise<void> {
  switch (action) {
    case 'apply':
      return apply(text, language, attached, proposer);
    case 'newFile':
      return openNew(text, language);
    case 'terminal':
      return placeInTerminal(text);
  }
}

async function apply(
  code: string,
  language: string,
  attached: readonly Attachment[],
  proposer: Proposer,
): Promise<void> {
  const target = await targetOf(attached);
  if (target === undefined) {
    await openNew(code, language);
    void vscode.window.showInformationMessage(
      t('No file is open to apply this to: it was opened as a new file.'),
    );
    return;
  }
  const { document, hint, cursor } = target;
  const before = document.getText().replaceAll('\r\n', '\n');
  const name = nameOf(document.uri);
  const outcome = await proposer.propose({
    uri: document.uri,
    newText: withCode(before, code, hint, cursor),
    title: t('{0}: changes from the chat', name),
  });
  if (outcome === 'unchanged') {
    void vscode.window.showInformationMessage(t('{0} has this code already.', name));
  }
}

/** The file that the question was about, where it still exists; else the one that is being edited. */
async function targetOf(attached: readonly Attachment[]): Promise<Target | undefined> {
  for (const attachment of attached) {
    const uri = attachment.kind === 'code' ? await namedFile(attachment.path) : undefined;
    if (uri === undefined || attachment.kind !== 'code') continue;
    const document = await vscode.workspace.openTextDocument(uri);
    return { document, hint: attachment, cursor: attachment.lastLine };
  }
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) return undefined;
  const { document, selection } = editor;
  const selected = document.getText(selection).replaceAll('\r\n', '\n');
  const last = selection.end.character === 0 ? selection.end.line : selection.end.line + 1;
  const hint: Hint | undefined =
    selected.trim() === ''
      ? undefined
      : { firstLine: selection.start.line + 1, lastLine: last, text: selected };
  return { document, hint, cursor: selection.active.line };
}

async function openNew(content: string, word: string): Promise<void> {
  const language = languageOfFence(word, new Set(await vscode.languages.getLanguages()));
  const document = await vscode.workspace.openTextDocument({
    content,
    ...(language === undefined ? {} : { language }),
  });
  await vscode.window.showTextDocument(document, { preview: false });
}

/**
 * Writes a command in a terminal without running it. In a new one: in one that is there an editor may be running, to
 * which letters are commands.
 */
async function placeInTerminal(code: string): Promise<void> {
  const found = forTerminal(code);
  if (found.kind === 'nothing') return;
  if (found.kind === 'clipboard') {
    await vscode.env.clipboard.writeText(found.text);
    void vscode.window.showInformationMessage(
      t(
        'In a terminal, several lines would run at once. They are on the clipboard: read them, and paste them yourself.',
      ),
    );
    return;
  }
  const terminal = vscode.window.createTerminal({ name: 'Aliada' });
  terminal.show();
  terminal.sendText(found.line, false);
}
