import * as vscode from 'vscode';
import { foreignText, UnreadablePart } from '../../core/chat/foreignMessages';
import { foreignOptions } from '../../core/chat/foreignOptions';
import { relay, type RelayExtras } from '../../core/chat/turn';
import { shortenedNote } from '../../core/chat/viewState';
import type { ChatModels } from '../../core/endpoint/chatModels';
import { cheapCount } from '../../core/endpoint/cheapCount';
import { describeNoEndpoint, summarizeError, type Failure } from '../../core/endpoint/describe';
import type { Endpoint } from '../../core/endpoint/endpoint';
import { Refusal } from '../../core/privacy/refusal';
import { estimateTokens } from '../../core/models/budget';
import { t } from '../../core/text';
import { signalOf } from '../cancellation';
import type { InterfaceText } from '../interfaceText';
import type { EndpointFinder } from '../setup/endpointFinder';
import { modelInformation, standInId } from './information';
import { readMessages, toForeign } from './messages';

export interface LanguageModelParts {
  readonly models: ChatModels;
  readonly finder: EndpointFinder;
  /** Fires when the settings name other endpoints. */
  readonly onChange: vscode.Event<void>;
  readonly text: Pick<InterfaceText, 'interfaceLanguage' | 'onChange'>;
}

/** VS Code's own, or what stands in its place: its calls may be missing, or give back nothing. */
interface LanguageModels {
  registerLanguageModelChatProvider?(
    vendor: string,
    provider: vscode.LanguageModelChatProvider,
  ): vscode.Disposable | undefined;
}

/** How long a word in the status bar stays, in milliseconds. */
const sayMs = 10_000;

/**
 * Offers the models of the chat's servers to VS Code's own chat and to other extensions. Where VS Code's language models
 * are missing or only pretend to be there, as in Theia, nothing happens.
 */
export function registerLanguageModels(
  parts: LanguageModelParts,
  lm: LanguageModels | undefined,
): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  const registered = lm?.registerLanguageModelChatProvider?.('aliada', {
    onDidChangeLanguageModelChatInformation: changed.event,
    provideLanguageModelChatInformation: async ({ silent }, token) => {
      // At start-up nothing may touch the network: then from what is known. Otherwise a person wants to see them.
      if (!silent) await parts.models.refresh(signalOf(token));
      return modelInformation(parts.models.list, parts.text.interfaceLanguage);
    },
    provideLanguageModelChatResponse: (model, messages, options, progress, token) =>
      respond(parts, model, messages, options, progress, signalOf(token)),
    provideTokenCount: (model, text, token) => count(parts.models, model, text, signalOf(token)),
  });
  return vscode.Disposable.from(
    changed,
    parts.onChange(() => changed.fire()),
    parts.models.onChange(() => changed.fire()),
    parts.text.onChange(() => changed.fire()),
    ...(registered === undefined ? [] : [registered]),
  );
}

async function respond(
  { models, finder }: LanguageModelParts,
  { id }: vscode.LanguageModelChatInformation,
  messages: readonly vscode.LanguageModelChatRequestMessage[],
  options: vscode.ProvideLanguageModelChatResponseOptions,
  progress: vscode.Progress<vscode.LanguageModelResponsePart>,
  signal: AbortSignal,
): Promise<void> {
  const asked = readable(() => readMessages(messages));
  const endpoint = models.endpoint(id) ?? (await finder.endpoint('chat', signal));
  if (endpoint === undefined) throw new Error(describeNoEndpoint().message);
  const extras = extrasOf(options);
  let source: string | undefined;
  for await (const event of relay(asked, endpoint, signal, extras)) {
    if (event.type === 'source') source = event.source.host;
    if (event.type === 'text') progress.report(new vscode.LanguageModelTextPart(event.text));
    if (event.type === 'toolCall') {
      progress.report(new vscode.LanguageModelToolCallPart(event.id, event.name, event.input));
    }
    if (event.type === 'notice' && event.notice === 'shortened') say(shortenedNote());
    if (event.type === 'notice' && event.notice === 'withoutTools') {
      if (extras.toolChoice === 'required') throw new Error(noToolsNote(endpoint, true));
      say(noToolsNote(endpoint, false));
    }
    if (event.type === 'failed') throw asLanguageModelError(event.error);
  }
  const chosen = models.find(id)?.address.host;
  if (chosen !== undefined && source !== undefined && chosen !== source) {
    say(t('Chat: {0} stands in for {1}.', source, chosen));
  }
}

function extrasOf({
  tools = [],
  toolMode,
  modelOptions,
}: vscode.ProvideLanguageModelChatResponseOptions): RelayExtras {
  const wanted = foreignOptions(modelOptions);
  if (tools.length === 0) return wanted;
  return {
    ...wanted,
    tools: tools.map(({ name, description, inputSchema }) => ({
      name,
      description,
      parameters: inputSchema ?? { type: 'object', properties: {} },
    })),
    toolChoice: toolMode === vscode.LanguageModelChatToolMode.Required ? 'required' : 'auto',
  };
}

async function count(
  models: ChatModels,
  { id }: vscode.LanguageModelChatInformation,
  text: string | vscode.LanguageModelChatRequestMessage,
  signal: AbortSignal,
): Promise<number> {
  const words = typeof text === 'string' ? text : foreignText(toForeign(text));
  const model = id === standInId ? models.list[0] : models.find(id);
  const endpoint = model && models.endpoint(model.id);
  if (model === undefined || endpoint === undefined) return estimateTokens(words);
  return cheapCount(words, endpoint, models.known(model.address), signal);
}

/** @throws Error in the person's words where there is a part that no model can read. */
function readable<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof UnreadablePart)) throw error;
    throw new Error(
      error.mimeType.startsWith('image/')
        ? t('The ALIA and Salamandra models read text only: they cannot look at images. Leave the image out.')
        : t('The ALIA and Salamandra models read text only: they cannot read {0}.', error.mimeType),
      { cause: error },
    );
  }
}

function noToolsNote({ host, model = t('The model') }: Endpoint, needed: boolean): string {
  return needed
    ? t('{0} at {1} cannot call tools, and this request needs one.', model, host)
    : t('{0} at {1} cannot call tools; it was asked without them.', model, host);
}

/** In the status bar: the answer belongs to whoever asked, and nothing of ours may stand in it. */
function say(words: string): void {
  vscode.window.setStatusBarMessage(`Aliada: ${words}`, sayMs);
}

function asLanguageModelError(error: Failure): Error {
  const message = summarizeError(error);
  if (error.reason === 'aborted') return new vscode.CancellationError();
  if (error instanceof Refusal || error.reason === 'auth')
    return vscode.LanguageModelError.NoPermissions(message);
  if (error.reason === 'notFound') return vscode.LanguageModelError.NotFound(message);
  return new Error(message);
}
