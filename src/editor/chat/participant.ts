import * as vscode from 'vscode';
import { describeFit } from '../../core/chat/attachments/describeFit';
import { driftedNote, retryingNote } from '../../core/chat/driftNotes';
import type { DriftTally } from '../../core/language/spoken/driftTally';
import type { Disposable } from '../../core/disposable';
import type { Exchange } from '../../core/chat/question';
import { chooseManner } from '../../core/chat/manner';
import { answer } from '../../core/chat/turn';
import { shortenedNote } from '../../core/chat/viewState';
import {
  describeError,
  describeNoEndpoint,
  remedyLabel,
  type Description,
} from '../../core/endpoint/describe';
import { t } from '../../core/text';
import { signalOf } from '../cancellation';
import type { GlossaryFile } from '../glossary/file';
import type { PrivateFiles } from '../privacy/privateFiles';
import { remedyCommands } from '../remedies';
import type { Settings } from '../settings';
import type { EndpointFinder } from '../setup/endpointFinder';
import { selectedForSending, selectedPlace } from './selectedCode';

export interface ParticipantParts {
  readonly extensionUri: vscode.Uri;
  readonly finder: EndpointFinder;
  readonly settings: Settings;
  readonly files: PrivateFiles;
  readonly glossary: GlossaryFile;
  readonly drift: DriftTally;
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
  { finder, settings, files, glossary, drift }: ParticipantParts,
  request: vscode.ChatRequest,
  context: vscode.ChatContext,
  stream: vscode.ChatResponseStream,
  signal: AbortSignal,
): Promise<vscode.ChatResult> {
  const endpoint = await finder.endpoint('chat', signal);
  if (endpoint === undefined) return signal.aborted ? {} : failed(describeNoEndpoint(), stream);
  const place = selectedPlace();
  const { attachment: selected, note } = await selectedForSending(files);
  if (note !== undefined) stream.progress(note);
  // Shown in the chat, so that people see what went along.
  if (place !== undefined && selected !== undefined) stream.reference(place);
  const { language, ...style } = chooseManner(settings.answers(), questions(context.history, request.prompt));
  const asked = { text: request.prompt, attachments: selected === undefined ? [] : [selected] };
  const terms = await glossary.termsLine(asked, language);
  const question = { ...asked, history: exchanges(context.history), style, terms };
  let drifted = false;
  const face = {
    canReplace: false,
    onJudged: (...judged: Parameters<DriftTally['count']>) => drift.count(...judged),
  };
  for await (const event of answer(question, endpoint, language, signal, face)) {
    if (event.type === 'text') stream.markdown(event.text);
    if (event.type === 'notice') {
      stream.progress(event.notice === 'shortened' ? shortenedNote() : describeFit(event));
    }
    if (event.type === 'retrying') stream.progress(retryingNote());
    if (event.type === 'drifted') drifted = true;
    // What has been shown stays; at its end it is said what it is.
    if (drifted && (event.type === 'done' || event.type === 'failed'))
      stream.markdown(`\n\n*${driftedNote()}*`);
    if (event.type === 'done' && event.reason === 'length') {
      stream.markdown(`\n\n*${t('The answer reached its length limit and was cut off.')}*`);
    }
    if (event.type === 'failed' && event.error.reason !== 'aborted') {
      return failed(describeError(event.error), stream);
    }
  }
  return {};
}

function failed({ message, remedies }: Description, stream: vscode.ChatResponseStream): vscode.ChatResult {
  for (const remedy of remedies) {
    if (remedy !== 'retry') stream.button({ command: remedyCommands[remedy], title: remedyLabel(remedy) });
  }
  return { errorDetails: { message } };
}

/** What the person wrote, oldest first. */
function questions(
  turns: readonly (vscode.ChatRequestTurn | vscode.ChatResponseTurn)[],
  now: string,
): readonly string[] {
  const before = turns.flatMap((turn) => (turn instanceof vscode.ChatRequestTurn ? [turn.prompt] : []));
  return [...before, now];
}

function exchanges(
  turns: readonly (vscode.ChatRequestTurn | vscode.ChatResponseTurn)[],
): readonly Exchange[] {
  return turns.flatMap((turn, index) => {
    const reply = turns[index + 1];
    if (!(turn instanceof vscode.ChatRequestTurn) || !(reply instanceof vscode.ChatResponseTurn)) return [];
    const said = reply.response
      .map((part) => (part instanceof vscode.ChatResponseMarkdownPart ? part.value.value : ''))
      .join('');
    return said === '' ? [] : [{ text: turn.prompt, attachments: [], answer: said }];
  });
}
