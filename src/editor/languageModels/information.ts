import type * as vscode from 'vscode';
import { modelDetail } from '../../core/chat/viewModels';
import { contextOf } from '../../core/endpoint/contextWindow';
import type { OfferedModel } from '../../core/endpoint/offeredModels';
import { answerTokensIn } from '../../core/models/budget';
import { t } from '../../core/text';

/**
 * Id of the model that is always there and asks the first of the settings. VS Code never calls `@aliada` while no model
 * is registered; and where Copilot is not installed its chat has the agent mode only, in which a model without tools does
 * not count: it answers "Language model unavailable". So this one says that it takes tools, whatever stands behind it,
 * and the models themselves say what is true of them.
 */
export const standInId = 'aliada';

/**
 * The models as VS Code lists them, from what is known.
 * @param language of Aliada's words, for the figures among them.
 */
export function modelInformation(
  models: readonly OfferedModel[],
  language: string,
): vscode.LanguageModelChatInformation[] {
  const named = models.filter(({ model }) => model !== undefined);
  return [...named.map((model) => describe(model, language)), standIn(models[0])];
}

function describe(offered: OfferedModel, language: string): vscode.LanguageModelChatInformation {
  const { id, model = '', address, contextTokens, tools } = offered;
  return {
    id,
    name: model,
    family: model,
    version: '1',
    detail: address.host,
    tooltip: modelDetail(offered, language),
    ...lengths(contextTokens),
    capabilities: { toolCalling: tools },
  };
}

function standIn(first: OfferedModel | undefined): vscode.LanguageModelChatInformation {
  return {
    id: standInId,
    name: 'Aliada',
    family: 'aliada',
    version: '1',
    detail: first?.address.host ?? t('No endpoint is set up yet'),
    tooltip: t('Answers @aliada with the first model of your settings.'),
    ...lengths(first?.contextTokens ?? contextOf(undefined)),
    capabilities: { toolCalling: true },
  };
}

function lengths(
  contextTokens: number,
): Pick<vscode.LanguageModelChatInformation, 'maxInputTokens' | 'maxOutputTokens'> {
  const answer = answerTokensIn(contextTokens);
  return { maxInputTokens: contextTokens - answer, maxOutputTokens: answer };
}
