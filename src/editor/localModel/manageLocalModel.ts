import * as vscode from 'vscode';
import { describeError, isFailure } from '../../core/endpoint/describe';
import { localBase, localOrigin } from '../../core/localModel/localAddress';
import { t } from '../../core/text';
import type { Consents } from '../../core/privacy/consent';
import { busy } from '../setup/busy';
import type { Settings } from '../settings';
import { statusWords, type LocalModel } from './localModel';

export interface ManageParts {
  readonly localModel: LocalModel;
  readonly settings: Settings;
  readonly privacy: { readonly consents: Consents };
}

interface Entry extends vscode.QuickPickItem {
  readonly run?: () => unknown;
}

/** What can be done with the local model, and how it is. */
export async function manageLocalModel(parts: ManageParts): Promise<void> {
  const { server, folder, log } = parts.localModel;
  const status = await server.status();
  const installation = await folder.installation();
  if (installation === undefined) {
    await vscode.commands.executeCommand('aliada.installLocalModel');
    return;
  }
  const runs = status === 'ready' || status === 'starting';
  const entries: readonly Entry[] = [
    {
      label: installation.modelName,
      description: statusWords(status),
      detail: t(
        'llama-server with {0} threads, {1} tokens of context for each of {2} requests at once',
        installation.threads,
        installation.contextTokens,
        installation.slots,
      ),
    },
    runs
      ? {
          label: t('$(debug-stop) Stop it'),
          detail: t('For all windows. The next question in the chat starts it again.'),
          run: () => busy(t('Stopping the local model…'), () => server.stop()),
        }
      : { label: t('$(play) Start it'), run: () => startLocalModel(parts.localModel) },
    { label: t('$(output) Show its log'), run: () => log.show() },
    {
      label: t('$(desktop-download) Install another one'),
      run: () => vscode.commands.executeCommand('aliada.installLocalModel'),
    },
    { label: t('$(trash) Remove it'), run: () => removeLocalModel(parts) },
  ];
  const chosen = await vscode.window.showQuickPick(entries, { title: t('Local model') });
  await chosen?.run?.();
}

/** Starts it under a notice. @returns true where it runs. */
export async function startLocalModel({ server, log }: LocalModel): Promise<boolean> {
  try {
    await server.wish();
    const running = await busy(t('Starting the local model…'), (signal) => server.ensure(signal));
    return running !== undefined;
  } catch (error) {
    if (!isFailure(error)) throw error;
    if ('reason' in error && error.reason === 'aborted') return false;
    const show = t('Show log');
    const { message } = describeError(error);
    if ((await vscode.window.showWarningMessage(message, show)) === show) await log.show();
    return false;
  }
}

/** Ends it and takes everything away that was put there, after a question. */
export async function removeLocalModel({ localModel, settings, privacy }: ManageParts): Promise<void> {
  const { server, folder } = localModel;
  const installation = await folder.installation();
  const own = installation !== undefined && !installation.ownsModel;
  const remove = {
    label: t('$(trash) Remove the local model'),
    detail: own
      ? t('llama.cpp, downloads and settings. Your own model file stays: {0}', installation.modelFile)
      : t('llama.cpp, the model, downloads and settings.'),
  };
  const keep = { label: t('$(close) Keep it'), detail: t('Nothing changes.') };
  const chosen = await vscode.window.showQuickPick([remove, keep], {
    title: t('Remove the local model?'),
    placeHolder: folder.root,
    ignoreFocusOut: true,
  });
  if (chosen !== remove) return;
  await busy(t('Removing the local model…'), async () => {
    await server.remove();
    await settings.removeEndpoints(localBase);
    await privacy.consents.set(localOrigin, undefined);
  });
  void vscode.window.showInformationMessage(t('The local model is removed.'));
}
