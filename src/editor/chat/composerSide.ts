import * as vscode from 'vscode';
import type { Attachment } from '../../core/chat/attachment';
import { readSource, sourceDescription, type AttachmentSource } from '../../core/chat/attachments/sources';
import { commandName, type ComposerCommand } from '../../core/chat/commands';
import { helpText } from '../../core/chat/composer/help';
import { planFor } from '../../core/chat/composer/plan';
import type { FromComposer, ViewComposer } from '../../core/chat/composer/protocol';
import { starters, type StartingPlace } from '../../core/chat/composer/starters';
import { AttachmentTray } from '../../core/chat/composer/tray';
import { viewComposer } from '../../core/chat/composer/viewComposer';
import type { Conversation } from '../../core/chat/conversation';
import { promptsFor } from '../../core/chat/prompts/forLanguage';
import { SelectionSlot } from '../../core/chat/selection';
import { roomForQuestion } from '../../core/chat/turnPrompt';
import { contextOf } from '../../core/endpoint/contextWindow';
import type { Endpoint } from '../../core/endpoint/endpoint';
import type { Log } from '../../core/log';
import { charactersIn } from '../../core/models/budget';
import { t } from '../../core/text';
import { documentSchemes } from '../completion/schemes';
import type { InterfaceText } from '../interfaceText';
import { nameOf, type PrivateFiles } from '../privacy/privateFiles';
import { documentForSending } from './attachments/code';
import { nothing, type Given } from './attachments/source';
import { sources } from './attachments/sources';
import { selectedForSending } from './selectedCode';

export interface ComposerParts {
  readonly text: InterfaceText;
  readonly files: PrivateFiles;
  readonly log: Log;
  readonly conversation: Conversation;
  /** The endpoint that will be asked, where one is set. Asks nobody. */
  endpoint(): Endpoint | undefined;
  /** What the composer shows has changed. */
  changed(): void;
}

/** What stands behind the composer: what goes along with the next question, and what becomes of what is sent. */
export class ComposerSide implements vscode.Disposable {
  private readonly selection = new SelectionSlot();
  private readonly tray = new AttachmentTray();
  /** The look at the editor that is under way, or the last one. */
  private looking: Promise<void> = Promise.resolve();
  private place: StartingPlace = { selected: false, folder: false };
  private reading:
    { readonly id: string; readonly label: string; readonly abort: AbortController } | undefined;
  private attaching: Promise<void> = Promise.resolve();
  private count = 0;
  /** Why what a person wanted to attach is not there. */
  private note: string | undefined;
  private window: number | undefined;

  constructor(private readonly parts: ComposerParts) {}

  /** What the composer shows now. */
  view(): ViewComposer {
    const { text } = this.parts;
    const selected = this.selection.attachment;
    const { reading, note } = this;
    return viewComposer({
      language: text.answerLanguage,
      lang: text.interfaceLanguage,
      attached: [
        ...(selected === undefined ? [] : [{ id: 'selection', attachment: selected }]),
        ...this.tray.entries,
      ],
      pending: reading === undefined ? [] : [{ id: reading.id, label: reading.label }],
      notes: [this.selection.note, note].filter((one) => one !== undefined),
      window: this.window ?? contextOf(this.parts.endpoint()?.model),
      place: this.place,
    });
  }

  /** Takes note of what is open and selected, and tells where it has changed. Several looks at once end in order. */
  look(): Promise<void> {
    this.looking = this.looking.then(async () => {
      const { attachment, note } = await selectedForSending(this.parts.files);
      const place = await this.placeNow(attachment);
      const moved = JSON.stringify(place) !== JSON.stringify(this.place);
      this.place = place;
      if (this.selection.select(attachment, note) || moved) this.parts.changed();
    });
    return this.looking;
  }

  async receive(message: FromComposer): Promise<void> {
    switch (message.type) {
      case 'attach': {
        const source = readSource(message.source);
        if (source !== undefined) await this.attach(source);
        return;
      }
      case 'detach':
        this.detach(message.id);
        return;
      case 'start':
        return this.start(message.id);
    }
  }

  /** Sends what a person has written: a question, or a command. */
  async ask(text: string): Promise<void> {
    // What was selected last may still be looked at, whether it may be sent.
    await this.look();
    // What the person has chosen already goes along, however long it takes to read.
    await this.attaching;
    return this.send(text, this.attached());
  }

  /**
   * Sends an earlier question in other words, with what went along with it. What is in the composer stays there. A
   * command in it is one, as in the composer.
   */
  async edit(id: string, text: string): Promise<void> {
    const question = this.parts.conversation.messages.find((message) => message.id === id);
    if (question?.role === 'user' && text.trim() !== '') await this.send(text, question.attachments, id);
  }

  /** @param instead id of the question in whose place this one comes. */
  private async send(text: string, attached: readonly Attachment[], instead?: string): Promise<void> {
    const document = activeDocument();
    const plan = planFor(text, { attached: attached.length > 0, file: document !== undefined });
    const { conversation } = this.parts;
    const typed = text.trim();
    if (plan.do === 'help') return this.help(typed, instead);
    if (plan.do === 'nothing') {
      this.say(
        t('Open a file, select code or attach something first: there is nothing this could be about.'),
      );
      return;
    }
    if (plan.do === 'ask') return this.sent(conversation.ask(text, attached, instead), instead);
    let given: Given = { attachments: attached };
    if (plan.withFile && document !== undefined) {
      given = await documentForSending(document, this.parts.files);
      // With words of one's own a command can do without the file; the chat then shows that it did not go along.
      if (given.attachments.length === 0 && plan.more === '') {
        this.say(given.note);
        return;
      }
    }
    const written = { typed, ...(plan.more === '' ? {} : { more: plan.more }) };
    const answered = conversation.run(plan.command, given.attachments, written, instead);
    return this.sent(answered, instead, given.note);
  }

  /** Begins anew: nothing is attached. */
  clear(): void {
    this.reading?.abort.abort();
    this.tray.clear();
    this.note = undefined;
  }

  dispose(): void {
    this.reading?.abort.abort();
  }

  /** What was attached went along; it stays in the conversation, and need not be sent a second time. */
  private async sent(answered: Promise<void>, instead?: string, note?: string): Promise<void> {
    if (instead === undefined) this.clear();
    this.note = note;
    this.parts.changed();
    await answered;
    await this.lookAtWindow();
  }

  private help(typed: string, instead?: string): Promise<void> {
    const { answerLanguage, interfaceLanguage } = this.parts.text;
    this.note = undefined;
    // The words around are the interface's; a screen reader reads them as what they are.
    return this.parts.conversation.tell(typed, helpText(answerLanguage), interfaceLanguage, instead);
  }

  private attached(): readonly Attachment[] {
    const selected = this.selection.attachment;
    return [...(selected === undefined ? [] : [selected]), ...this.tray.attachments];
  }

  private async attach(source: AttachmentSource): Promise<void> {
    // A person who begins anew has no use for what is still being looked for.
    this.reading?.abort.abort();
    this.note = undefined;
    if (source === 'selection') {
      await this.look();
      if (!this.selection.putBack() && this.selection.note === undefined) {
        this.note = t('Nothing is selected in the editor.');
      }
      this.parts.changed();
      return;
    }
    this.count += 1;
    const abort = new AbortController();
    const reading = { id: `r${this.count}`, label: sourceDescription(source), abort };
    this.reading = reading;
    this.parts.changed();
    this.attaching = this.read(source, abort.signal).then(async (given) => {
      // Taken out, or something else was asked for meanwhile.
      if (this.reading !== reading) return;
      this.reading = undefined;
      this.tray.add(given.attachments);
      this.note = given.note;
      this.parts.changed();
      if (given.attachments.length > 0) await this.lookAtWindow();
    });
    await this.attaching;
  }

  /** Never fails, and ends with the signal, also where VS Code does not. */
  private async read(source: Exclude<AttachmentSource, 'selection'>, signal: AbortSignal): Promise<Given> {
    const { files } = this.parts;
    const room = (): Promise<number> => this.room();
    const given = sources[source]({ files, room }, signal).catch((error: unknown) =>
      this.failed(error, signal),
    );
    const ended = new Promise<Given>((resolve) => {
      signal.addEventListener('abort', () => resolve(nothing), { once: true });
    });
    return Promise.race([given, ended]);
  }

  private failed(error: unknown, signal: AbortSignal): Given {
    if (signal.aborted) return nothing;
    this.parts.log.warn('attachFailed', { name: error instanceof Error ? error.name : 'unknown' });
    return { attachments: [], note: t('This could not be read. Aliada’s log says what went wrong.') };
  }

  private detach(id: string): void {
    if (id === 'selection') this.selection.remove();
    else if (this.reading?.id === id) {
      this.reading.abort.abort();
      this.reading = undefined;
    } else this.tray.remove(id);
    this.note = undefined;
    this.parts.changed();
  }

  private async start(id: string): Promise<void> {
    const starter = starters(this.place).find((one) => one.id === id)?.starter;
    if (starter === undefined) return;
    if (starter.do === 'attach') return this.attach(starter.source);
    return this.ask(starter.do === 'ask' ? starter.text : `/${this.nameOf(starter.command)}`);
  }

  private nameOf(command: ComposerCommand): string {
    return commandName(command, this.parts.text.answerLanguage);
  }

  private say(note: string | undefined): void {
    this.note = note;
    this.parts.changed();
  }

  /** The room for a question, in characters. */
  private async room(): Promise<number> {
    await this.lookAtWindow();
    const window = this.window ?? contextOf(undefined);
    return charactersIn(roomForQuestion(promptsFor(this.parts.text.answerLanguage), undefined, window));
  }

  /** Only after something that a person did: a server that may not be asked yet is not asked. */
  private async lookAtWindow(): Promise<void> {
    const endpoint = this.parts.endpoint();
    if (endpoint === undefined) return;
    const before = this.window;
    this.window = await endpoint.contextWindow(new AbortController().signal);
    if (this.window !== before) this.parts.changed();
  }

  private async placeNow(selected: Attachment | undefined): Promise<StartingPlace> {
    const document = activeDocument();
    const isFree = document !== undefined && (await this.parts.files.exclusion(document.uri)) === undefined;
    return {
      file: isFree ? nameOf(document.uri) : undefined,
      selected: selected !== undefined,
      folder: (vscode.workspace.workspaceFolders ?? []).length > 0,
    };
  }
}

/** The document in front, where it is one that people write in; and not, for instance, a log. */
function activeDocument(): vscode.TextDocument | undefined {
  const document = vscode.window.activeTextEditor?.document;
  return document !== undefined && documentSchemes.includes(document.uri.scheme) ? document : undefined;
}
