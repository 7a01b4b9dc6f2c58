import * as vscode from 'vscode';
import type { Disposable } from '../../core/disposable';
import type { Attachment } from '../../core/chat/attachment';
import { answer } from '../../core/chat/turn';
import {
  describeError,
  describeNoEndpoint,
  remedyLabel,
  type Description,
} from '../../core/endpoint/describe';
import type { ChatMessage } from '../../core/endpoint/endpoint';
import { t } from '../../core/text';
import { signalOf } from '../cancellation';
import type { InterfaceText } from '../interfaceText';
import { remedyCommands } from '../remedies';
import type { EndpointFinder } from '../setup/endpointFinder';
import { selectedCode } from './selectedCode';

export interface ParticipantParts {
  readonly extensionUri: vscode.Uri;
  readonly finder: EndpointFinder;
  readonly text: InterfaceText;
}

/** `@aliada` in VS Code's own chat: the same turn with another face. */
export function registerParticipant(parts: ParticipantParts): Disposable {
  const participant = vscode.chat.createChatParticipant(
    'aliada.participant',
    (request, context, stream, token) => handle(parts, request, context, stream, signalOf(token)),
  );
  participant.iconPath = vscode.Uri.joinPath(parts.extensionUri, 'media', 'icon.png');
  return participant;
}

async function handle(
  { finder, text }: ParticipantParts,
  request: vscode.ChatRequest,
  context: vscode.ChatContext,
  stream: vscode.ChatResponseStream,
  signal: AbortSignal,
): Promise<vscode.ChatResult> {
  const endpoint = await finder.endpoint('chat', signal);
  if (endpoint === undefined) return signal.aborted ? {} : failed(describeNoEndpoint(), stream);
  const question = {
    text: request.prompt,
    attachments: selection(),
    history: context.history.flatMap(toMessages),
  };
  for await (const event of answer(question, endpoint, text.answerLanguage, signal)) {
    if (event.type === 'text') stream.markdown(event.text);
    if (event.type === 'notice') {
      stream.progress(t('The selected code was too long; only its beginning went along.'));
    }
    if (event.type === 'done' && event.reason === 'length') {
      stream.markdown(`\n\n*${t('The answer reached its length limit and was cut off.')}*`);
    }
    if (event.type === 'failed' && event.error.reason !== 'aborted') {
      return failed(describeError(event.error), stream);
    }
  }
  return {};
}

function selection(): readonly Attachment[] {
  const selected = selectedCode();
  return selected === undefined ? [] : [selected];
}

function failed({ message, remedies }: Description, stream: vscode.ChatResponseStream): vscode.ChatResult {
  for (const remedy of remedies) {
    if (remedy !== 'retry') stream.button({ command: remedyCommands[remedy], title: remedyLabel(remedy) });
  }
  return { errorDetails: { message } };
}

function toMessages(turn: vscode.ChatRequestTurn | vscode.ChatResponseTurn): ChatMessage[] {
  if (turn instanceof vscode.ChatRequestTurn) return [{ role: 'user', content: turn.prompt }];
  const content = turn.response
    .map((part) => (part instanceof vscode.ChatResponseMarkdownPart ? part.value.value : ''))
    .join('');
  return content === '' ? [] : [{ role: 'assistant', content }];
}
