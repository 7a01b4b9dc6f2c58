import * as vscode from 'vscode';
import { readFileLink, readWebLink } from '../../core/chat/code/links';
import { t } from '../../core/text';
import { namedFile } from './namedFile';

/** Opens what a link of an answer leads to. A page on the web only after a person has seen its whole address. */
export async function followLink(kind: 'web' | 'file', address: string): Promise<void> {
  return kind === 'web' ? openPage(address) : openFile(address);
}

async function openPage(written: string): Promise<void> {
  const link = readWebLink(written);
  if (link === undefined) return;
  const { address, host, looksLike } = link;
  const open = t('Open');
  const copy = t('Copy the address');
  const lines = [address];
  if (looksLike !== undefined || host.includes('xn--')) {
    lines.push(
      t('The name of this host has unusual letters, which may look like others: {0}', looksLike ?? host),
    );
  }
  const chosen = await vscode.window.showWarningMessage(
    t('Open this page of {0}? The address was written by a model.', host),
    { modal: true, detail: lines.join('\n\n') },
    open,
    copy,
  );
  if (chosen === open) await vscode.env.openExternal(vscode.Uri.parse(address, true));
  else if (chosen === copy) await vscode.env.clipboard.writeText(address);
}

async function openFile(address: string): Promise<void> {
  const link = readFileLink(address);
  const uri = link && (await namedFile(link.parts.join('/')));
  if (link === undefined || uri === undefined) {
    void vscode.window.showInformationMessage(t('There is no file {0} in this workspace.', address));
    return;
  }
  const line = Math.max(0, (link.line ?? 1) - 1);
  await vscode.window.showTextDocument(uri, { selection: new vscode.Range(line, 0, line, 0) });
}
