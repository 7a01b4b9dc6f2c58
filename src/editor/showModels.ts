import * as vscode from 'vscode';
import { modelDetail } from '../core/chat/viewModels';
import { t } from '../core/text';
import type { Parts } from './parts';
import { busy } from './setup/busy';

/** The models of the chat's servers to choose from; the chosen one is asked from now on. */
export async function showModels({
  models,
  chat,
  text,
}: Pick<Parts, 'models' | 'chat' | 'text'>): Promise<void> {
  if (models.list.length === 0) {
    await vscode.commands.executeCommand('aliada.setUpEndpoint');
    return;
  }
  const asked = await busy(t('Asking which models there are…'), (signal) => models.refresh(signal));
  if (asked === undefined) return;
  const items = models.list.map((model) => ({
    label: model.model ?? t('The one that the server serves'),
    description: model.address.host,
    ...(model.model === undefined ? {} : { detail: modelDetail(model, text.interfaceLanguage) }),
    id: model.id,
  }));
  const chosen = await vscode.window.showQuickPick(items, { title: t('Model of the answers') });
  if (chosen !== undefined) await chat.chooseModel(chosen.id);
}
