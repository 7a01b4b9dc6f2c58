import * as vscode from 'vscode';
import type { Disposable } from '../../core/disposable';
import type { SentList } from '../../core/privacy/sent';
import { sentReport } from '../../core/privacy/sentReport';
import { together } from '../disposables';
import type { InterfaceText } from '../interfaceText';
import { ReadOnlyDocument } from '../readOnlyDocument';

const scheme = 'aliada-sent';

/** Gives VS Code the read-only document of what was sent; one that is open follows what happens. */
export function registerSentDocument(
  sent: SentList,
  text: Pick<InterfaceText, 'interfaceLanguage' | 'onChange'>,
): Disposable {
  const document = new ReadOnlyDocument(scheme, () =>
    sentReport(sent.requests, (time) => new Date(time).toLocaleTimeString(text.interfaceLanguage)),
  );
  return together(
    sent.onChange(() => document.changed()),
    text.onChange(() => document.changed()),
    document,
  );
}

export async function showSent(): Promise<void> {
  const uri = vscode.Uri.from({ scheme, path: '/Aliada.md' });
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document, { preview: false });
}
