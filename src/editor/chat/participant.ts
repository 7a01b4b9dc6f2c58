import * as vscode from 'vscode';
import { isSameAttachment, type Attachment } from '../../core/chat/attachment';
import { describeFit } from '../../core/chat/attachments/describeFit';
import { nativeHelpText } from '../../core/chat/composer/help';
import { retryingNote } from '../../core/chat/driftNotes';
import { followUpsAfter } from '../../core/chat/followUps';
import { chooseManner } from '../../core/chat/manner';
import {
  closingLines,
  NativeTurns,
  readRequest,
  readResult,
  wordsOf,
  type Closing,
  type NativeResult,
  type NativeTurn,
} from '../../core/chat/nativeTurns';
import { answer, type Face } from '../../core/chat/turn';
import type { TurnEvent } from '../../core/chat/turnEvent';
import { shortenedNote } from '../../core/chat/viewState';
import type { Disposable } from '../../core/disposable';
import type { ChatModels } from '../../core/endpoint/chatModels';
import {
  describeError,
  describeNoEndpoint,
  remedyLabel,
  type Description,
} from '../../core/endpoint/describe';
import type { Endpoint } from '../../core/endpoint/endpoint';
import type { DriftTally } from '../../core/language/spoken/driftTally';
import { signalOf } from '../cancellation';
import type { GlossaryFile } from '../glossary/file';
import type { PrivateFiles } from '../privacy/privateFiles';
import { remedyCommands } from '../remedies';
import type { Settings } from '../settings';
import type { EndpointFinder } from '../setup/endpointFinder';
import { referencesForSending } from './references';
import { selectedForSending, selectedPlace } from './selectedCode';

export interface ParticipantParts {
  readonly extensionUri: vscode.Uri;
  readonly finder: EndpointFinder;
  readonly models: ChatModels;
  readonly settings: Settings;
  readonly files: PrivateFiles;
  readonly glossary: GlossaryFile;
  readonly drift: DriftTally;
}

const participantId = 'aliada.participant';

/** VS Code's own, or what stands in its place: its calls may be missing, or give back nothing. */
interface Chat {
  createChatParticipant?(
    id: string,
    handler: vscode.ChatRequestHandler,
  ): Partial<vscode.ChatParticipant> | undefined;
}

/**
 * `@aliada` in VS Code's own chat: the same turn with another face. Where that chat is missing or only pretends to be
 * there, as in Theia, nothing happens.
 */
export function registerParticipant(parts: ParticipantParts, chat: Chat | undefined): Disposable {
  const turns = new NativeTurns();
  const participant = chat?.createChatParticipant?.(participantId, (request, context, stream, token) =>
    handle(parts, turns, request, context, stream, signalOf(token)),
  );
  if (participant === undefined) return { dispose: () => undefined };
  participant.iconPath = vscode.Uri.joinPath(parts.extensionUri, 'media', 'icon.png');
  participant.followupProvider = {
    provideFollowups: ({ metadata }) => readResult(metadata).followUps.map((prompt) => ({ prompt })),
  };
  return { dispose: () => participant.dispose?.() };
}

async function handle(
  parts: ParticipantParts,
  turns: NativeTurns,
  request: vscode.ChatRequest,
  context: vscode.ChatContext,
  stream: vscode.ChatResponseStream,
  signal: AbortSignal,
): Promise<vscode.ChatResult> {
  const { settings, glossary, drift } = parts;
  const past = pastTurns(context.history);
  const read = readRequest(request.prompt, request.command);
  const written = [...past.map((turn) => readRequest(turn.prompt, turn.command).written), read.written];
  const { language, ...style } = chooseManner(
    settings.answers(),
    written.filter((text) => text !== ''),
  );
  if (read.command === 'help') {
    stream.markdown(nativeHelpText(language));
    return {};
  }
  const endpoint = await endpointFor(parts, request, signal);
  if (endpoint === undefined) return signal.aborted ? {} : failed(describeNoEndpoint(), stream);
  const attachments = await attached(parts, request, stream);
  const asked = { text: wordsOf(read, language, style.comments), attachments };
  const terms = await glossary.termsLine(asked, language);
  const question = { ...asked, history: turns.exchanges(past), style, terms };
  const face: Face = { canReplace: false, onJudged: (...judged) => drift.count(...judged) };
  const shown = new Shown(stream);
  for await (const event of answer(question, endpoint, language, signal, face)) shown.take(event);
  const closing = closingLines(shown.closing);
  if (closing !== '') stream.markdown(closing);
  const followUps = shown.whole
    ? followUpsAfter({ command: read.command, answer: shown.text, language, hasCode: attachments.length > 0 })
    : [];
  const metadata: NativeResult = { turn: turns.keep(asked), closing, followUps };
  return { ...(shown.failure === undefined ? {} : failed(shown.failure, stream)), metadata };
}

/** The model that was picked in VS Code's own list where it is one of ours, else the first of the settings. */
async function endpointFor(
  { models, finder }: ParticipantParts,
  request: vscode.ChatRequest,
  signal: AbortSignal,
): Promise<Endpoint | undefined> {
  // Where the chat is only a stub, the model may be missing.
  const picked = request.model as vscode.LanguageModelChat | undefined;
  const chosen = picked?.vendor === 'aliada' ? models.endpoint(picked.id) : undefined;
  return chosen ?? finder.endpoint('chat', signal);
}

/** What goes along: what was added to the question, and the selection. Each is shown in the chat. */
async function attached(
  { files }: ParticipantParts,
  request: vscode.ChatRequest,
  stream: vscode.ChatResponseStream,
): Promise<readonly Attachment[]> {
  const place = selectedPlace();
  const { attachment: selected, note } = await selectedForSending(files);
  const given = await referencesForSending(request.references, files);
  for (const words of [note, given.note]) if (words !== undefined) stream.progress(words);
  if (selected === undefined || given.attachments.some((one) => isSameAttachment(one, selected))) {
    return given.attachments;
  }
  if (place !== undefined) stream.reference(place);
  return [selected, ...given.attachments];
}

/** An answer as it is shown: what was shown once stays. */
class Shown {
  text = '';
  failure: Description | undefined;
  whole = false;
  closing: Closing = { drifted: false, cut: false, source: undefined };

  constructor(private readonly stream: vscode.ChatResponseStream) {}

  take(event: TurnEvent): void {
    switch (event.type) {
      case 'text':
        this.text += event.text;
        this.stream.markdown(event.text);
        break;
      case 'notice':
        if (event.notice === 'shortened') this.stream.progress(shortenedNote());
        if (event.notice === 'attachmentCut') {
          this.stream.progress(describeFit(event));
        }
        break;
      case 'retrying':
        this.stream.progress(retryingNote());
        break;
      case 'drifted':
        this.closing = { ...this.closing, drifted: true };
        break;
      case 'source':
        this.closing = { ...this.closing, source: event.source };
        break;
      case 'done':
        this.whole = event.reason === 'stop';
        this.closing = { ...this.closing, cut: event.reason === 'length' };
        break;
      case 'failed':
        if (event.error.reason !== 'aborted') this.failure = describeError(event.error);
        // Below nothing there is nobody to name.
        if (this.text === '') this.closing = { drifted: false, cut: false, source: undefined };
        break;
      case 'rewind':
      case 'usage':
      case 'toolCall':
        break;
    }
  }
}

function failed({ message, remedies }: Description, stream: vscode.ChatResponseStream): vscode.ChatResult {
  for (const remedy of remedies) {
    if (remedy !== 'retry') stream.button({ command: remedyCommands[remedy], title: remedyLabel(remedy) });
  }
  return { errorDetails: { message } };
}

/** The questions before this one, each with its answer. */
function pastTurns(
  history: readonly (vscode.ChatRequestTurn | vscode.ChatResponseTurn)[],
): readonly NativeTurn[] {
  return history.flatMap((turn, index) => {
    const reply = history[index + 1];
    if (!(turn instanceof vscode.ChatRequestTurn)) return [];
    const { prompt, command } = turn;
    if (!(reply instanceof vscode.ChatResponseTurn)) return [{ prompt, command, answer: '', metadata: {} }];
    const said = reply.response.map((part) =>
      part instanceof vscode.ChatResponseMarkdownPart ? part.value.value : '',
    );
    return [{ prompt, command, answer: said.join(''), metadata: reply.result.metadata }];
  });
}
