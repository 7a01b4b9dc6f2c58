import * as vscode from 'vscode';
import type { Disposable } from '../../core/disposable';
import type { SentList } from '../../core/privacy/sent';
import { sentReport } from '../../core/privacy/sentReport';
import { together } from '../disposables';

const scheme = 'aliada-sent';

/** The address of one document that is never on a disk. */
function sentUri(): vscode.Uri {
  return vscode.Uri.from({ scheme, path: '/Aliada.md' });
}

/** Gives VS Code the read-only document of what was sent; one that is open follows what happens. */
export function registerSentDocument(sent: SentList, language: () => string): Disposable {
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const watcher = sent.onChange(() => changed.fire(sentUri()));
  const provider = vscode.workspace.registerTextDocumentContentProvider(scheme, {
    onDidChange: changed.event,
    provideTextDocumentContent: () =>
      sentReport(sent.requests, (time) => new Date(time).toLocaleTimeString(language())),
  });
  return together(changed, watcher, provider);
}

export async function showSent(): Promise<void> {
  const document = await vscode.workspace.openTextDocument(sentUri());
  await vscode.window.showTextDocument(document, { preview: false });
}
