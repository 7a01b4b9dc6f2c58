import * as vscode from 'vscode';
import { relay } from '../../core/chat/turn';
import { shortenedNote } from '../../core/chat/viewState';
import { contextOf } from '../../core/endpoint/contextWindow';
import { describeNoEndpoint, summarizeError, type Failure } from '../../core/endpoint/describe';
import type { ChatMessage, Endpoint } from '../../core/endpoint/endpoint';
import type { Endpoints } from '../../core/endpoint/endpoints';
import { answerTokensIn, estimateTokens } from '../../core/models/budget';
import { Refusal } from '../../core/privacy/refusal';
import { t } from '../../core/text';
import { signalOf } from '../cancellation';
import type { EndpointFinder } from '../setup/endpointFinder';

export interface LanguageModelParts {
  readonly endpoints: Endpoints;
  readonly finder: EndpointFinder;
  /** Fires when the settings name other endpoints. */
  readonly onChange: vscode.Event<void>;
}

/** Id of the model that stands in while no endpoint is set: without any, VS Code never calls `@aliada`. */
const standIn = 'aliada';

/** How long a word in the status bar stays, in milliseconds. */
const sayMs = 10_000;

/** Offers the models of the chat endpoints to VS Code's own chat and to other extensions. */
export function registerLanguageModels(parts: LanguageModelParts): vscode.Disposable {
  return vscode.lm.registerLanguageModelChatProvider('aliada', {
    onDidChangeLanguageModelChatInformation: parts.onChange,
    // From the settings alone: VS Code calls this at start-up, when nothing may touch the network.
    provideLanguageModelChatInformation: () => {
      const models = parts.endpoints.all('chat').map(information);
      return models.length === 0
        ? [describeModel(standIn, 'Aliada', t('No endpoint is set up yet'))]
        : models;
    },
    provideLanguageModelChatResponse: async (model, messages, _options, progress, token) => {
      const signal = signalOf(token);
      const chosen = parts.endpoints.all('chat').find(({ id }) => id === model.id);
      const endpoint =
        parts.endpoints.ledBy(model.id, 'chat') ?? (await parts.finder.endpoint('chat', signal));
      if (endpoint === undefined) throw new Error(describeNoEndpoint().message);
      for await (const event of relay(messages.map(toMessage), endpoint, signal)) {
        if (event.type === 'text') progress.report(new vscode.LanguageModelTextPart(event.text));
        if (event.type === 'notice') say(shortenedNote());
        if (event.type === 'failed') throw asLanguageModelError(event.error);
      }
      if (chosen !== undefined && chosen.id !== endpoint.id) {
        say(t('Chat: {0} stands in for {1}.', endpoint.host, chosen.host));
      }
    },
    provideTokenCount: (_model, text) =>
      Promise.resolve(estimateTokens(typeof text === 'string' ? text : toMessage(text).content)),
  });
}

/** In the status bar: the answer belongs to whoever asked, and nothing of ours may stand in it. */
function say(words: string): void {
  vscode.window.setStatusBarMessage(`Aliada: ${words}`, sayMs);
}

function information(endpoint: Endpoint): vscode.LanguageModelChatInformation {
  const name = endpoint.model ?? 'Aliada';
  return describeModel(endpoint.id, name, endpoint.host);
}

function describeModel(id: string, name: string, detail: string): vscode.LanguageModelChatInformation {
  const window = contextOf(name);
  return {
    id,
    name,
    family: name,
    version: '1',
    detail,
    maxInputTokens: window - answerTokensIn(window),
    maxOutputTokens: answerTokensIn(window),
    // A model without tools is not offered in agent mode, the only mode where Copilot is not installed; VS Code then
    // has no model to hand to `@aliada` and answers "Language model unavailable" instead of calling it.
    capabilities: { toolCalling: true },
  };
}

function toMessage(message: vscode.LanguageModelChatRequestMessage): ChatMessage {
  const content = message.content
    .map((part) => (part instanceof vscode.LanguageModelTextPart ? part.value : ''))
    .join('');
  const isAnswer = message.role === vscode.LanguageModelChatMessageRole.Assistant;
  return { role: isAnswer ? 'assistant' : 'user', content };
}

function asLanguageModelError(error: Failure): Error {
  const message = summarizeError(error);
  if (error.reason === 'aborted') return new vscode.CancellationError();
  if (error instanceof Refusal || error.reason === 'auth')
    return vscode.LanguageModelError.NoPermissions(message);
  if (error.reason === 'notFound') return vscode.LanguageModelError.NotFound(message);
  return new Error(message);
}
