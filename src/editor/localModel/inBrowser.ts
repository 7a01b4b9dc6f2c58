import * as vscode from 'vscode';
import { describeError } from '../../core/endpoint/describe';
import { EndpointError } from '../../core/endpoint/errors';
import { localHost } from '../../core/localModel/localAddress';
import { t } from '../../core/text';
import type { LocalModelPart } from './part';

/** A browser starts no programs: whoever looks for the local model is told, and shown another way. */
export const localModelInBrowser: LocalModelPart = {
  starter: {
    ensure: () => Promise.reject(noPrograms()),
    used: () => undefined,
    wish: () => Promise.resolve(),
  },
  menuEntry: () =>
    Promise.resolve({
      label: t('$(desktop-download) Install a local model'),
      description: t('not in a browser'),
      run: sayWhy,
    }),
  install: sayWhy,
  manage: sayWhy,
  remove: sayWhy,
  close: () => Promise.resolve(),
  dispose: () => undefined,
};

function noPrograms(): EndpointError {
  return new EndpointError('network', { host: localHost, code: 'BROWSER_LOCAL' });
}

async function sayWhy(): Promise<void> {
  const setUp = t('Set up endpoint');
  const { message } = describeError(noPrograms());
  if ((await vscode.window.showInformationMessage(message, setUp)) === setUp) {
    await vscode.commands.executeCommand('aliada.setUpEndpoint');
  }
}
