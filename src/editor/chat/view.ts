import * as vscode from 'vscode';
import { attachmentLabel, type Attachment } from '../../core/chat/attachment';
import { Conversation } from '../../core/chat/conversation';
import { readChoice } from '../../core/chat/manner';
import { chatPage } from '../../core/chat/page';
import type { CommandName } from '../../core/chat/prompts/prompts';
import type { FromView, ToView, TranslationAction } from '../../core/chat/protocol';
import { SelectionSlot } from '../../core/chat/selection';
import { viewState } from '../../core/chat/viewState';
import type { Remedy } from '../../core/endpoint/describe';
import type { DriftTally } from '../../core/language/spoken/driftTally';
import type { Log } from '../../core/log';
import { t } from '../../core/text';
import type { GlossaryFile } from '../glossary/file';
import type { InterfaceText } from '../interfaceText';
import type { PrivateFiles } from '../privacy/privateFiles';
import { remedyCommands } from '../remedies';
import type { Settings } from '../settings';
import type { EndpointFinder } from '../setup/endpointFinder';
import { carryOut, type Proposer } from './codeEffects';
import { followLink } from './followLink';
import { insertAtCursor } from './insert';
import { selectedForSending } from './selectedCode';

export const chatViewId = 'aliada.chat';

export interface ChatViewParts {
  readonly extensionUri: vscode.Uri;
  readonly finder: EndpointFinder;
  readonly text: InterfaceText;
  readonly settings: Settings;
  readonly log: Log;
  readonly files: PrivateFiles;
  readonly glossary: GlossaryFile;
  readonly drift: DriftTally;
  readonly changes: Proposer;
}

/** The chat in the side bar. The conversation lives here and survives the view being hidden. */
export class ChatView implements vscode.WebviewViewProvider, vscode.Disposable {
  private readonly selection = new SelectionSlot();
  /** The look at the current selection that is under way, or the last one. */
  private looking: Promise<void> = Promise.resolve();
  private readonly conversation: Conversation;
  private readonly watcher = vscode.window.onDidChangeTextEditorSelection(() => this.noteSelection());
  private readonly editorWatcher = vscode.window.onDidChangeActiveTextEditor(() => this.noteSelection());
  private view: vscode.WebviewView | undefined;
  /** True once the page has asked for its state; before that nothing would be heard. */
  private ready = false;
  private focusWanted = false;

  constructor(private readonly parts: ChatViewParts) {
    this.conversation = new Conversation({
      endpoint: (signal) => parts.finder.endpoint('chat', signal),
      translator: (signal) => parts.finder.translator(signal),
      settings: () => parts.settings.answers(),
      termsLine: (asked, language) => parts.glossary.termsLine(asked, language),
      judged: (model, language, drifted) => parts.drift.count(model, language, drifted),
      changed: () => this.postState(),
      appended: (id, text) => this.post({ type: 'append', id, text }),
      unexpected: (error) =>
        parts.log.warn('chatFailed', { name: error instanceof Error ? error.name : 'unknown' }),
    });
  }

  /** Called by VS Code each time the view appears anew. */
  resolveWebviewView(view: vscode.WebviewView): void {
    const { webview } = view;
    const folder = vscode.Uri.joinPath(this.parts.extensionUri, 'dist', 'media');
    this.view = view;
    this.ready = false;
    webview.options = { enableScripts: true, localResourceRoots: [folder] };
    webview.onDidReceiveMessage((message: FromView) => void this.receive(message));
    view.onDidChangeVisibility(() => {
      // Hidden, the page is gone and hears nothing; shown again, it asks for its state.
      if (!view.visible && this.view === view) this.ready = false;
    });
    view.onDidDispose(() => {
      if (this.view !== view) return;
      this.view = undefined;
      this.ready = false;
    });
    webview.html = chatPage({
      cspSource: webview.cspSource,
      nonce: crypto.randomUUID(),
      scriptUri: webview.asWebviewUri(vscode.Uri.joinPath(folder, 'chat.js')).toString(),
      styleUri: webview.asWebviewUri(vscode.Uri.joinPath(folder, 'chat.css')).toString(),
      lang: this.parts.text.interfaceLanguage,
      title: t('Chat'),
    });
  }

  /** Brings the chat forward with the cursor in the composer. */
  async focus(): Promise<void> {
    this.focusWanted = true;
    await vscode.commands.executeCommand(`${chatViewId}.focus`);
    this.postFocus();
  }

  /** Asks in the chat, which comes forward, what a command asks. */
  async run(command: CommandName, attachments: readonly Attachment[]): Promise<void> {
    await vscode.commands.executeCommand(`${chatViewId}.focus`);
    await this.conversation.run(command, attachments);
  }

  async newChat(): Promise<void> {
    await this.conversation.clear();
    await this.focus();
  }

  /** Forgets the conversation, and stays where it is. */
  forget(): Promise<void> {
    return this.conversation.clear();
  }

  stop(): Promise<void> {
    return this.conversation.stop();
  }

  /** Shows everything again, in the language of now. */
  refresh(): void {
    this.postState();
  }

  dispose(): void {
    this.watcher.dispose();
    this.editorWatcher.dispose();
    void this.conversation.stop();
  }

  private async receive(message: FromView): Promise<void> {
    switch (message.type) {
      case 'ready':
        this.ready = true;
        await this.look();
        this.postState();
        if (this.focusWanted) this.postFocus();
        return;
      case 'ask': {
        // What was selected last may still be looked at, whether it may be sent.
        await this.look();
        const { attachment } = this.selection;
        return this.conversation.ask(message.text, attachment === undefined ? [] : [attachment]);
      }
      case 'stop':
        return this.conversation.stop();
      case 'newChat':
        return this.newChat();
      case 'copy':
        await vscode.env.clipboard.writeText(message.text);
        return;
      case 'insert':
        return insertAtCursor(message.text);
      case 'code':
        return carryOut(message.request, this.attachedTo(message.request.answer), this.parts.changes);
      case 'followLink':
        return followLink(message.kind, message.address);
      case 'removeSelection':
        this.selection.remove();
        this.postState();
        return;
      case 'choose':
        return this.choose(message);
      case 'translation':
        return this.translation(message.id, message.action);
      case 'remedy':
        return this.remedy(message.action);
    }
  }

  /** What went along with the question that this answer is for. */
  private attachedTo(answer: string): readonly Attachment[] {
    const { messages } = this.conversation;
    const at = messages.findIndex(({ id }) => id === answer);
    const question = messages.slice(0, Math.max(0, at)).findLast(({ role }) => role === 'user');
    return question?.role === 'user' ? question.attachments : [];
  }

  private async choose({ what, value, forGood }: Extract<FromView, { type: 'choose' }>): Promise<void> {
    const choice = readChoice(what, value);
    if (choice === undefined) return;
    if (!forGood) {
      this.conversation.choose(choice);
      return;
    }
    await this.parts.settings.keepChoice(choice);
    // What was chosen for this conversation alone makes room.
    this.conversation.choose({ [what]: undefined });
  }

  private async translation(id: string, action: TranslationAction): Promise<void> {
    if (action === 'translate') await this.conversation.translate(id);
    else this.conversation.showOriginal(id, action === 'showOriginal');
  }

  private async remedy(action: Remedy): Promise<void> {
    if (action === 'retry') await this.conversation.retry();
    else await vscode.commands.executeCommand(remedyCommands[action]);
  }

  private noteSelection(): void {
    // A hidden view asks for its state, and so for the selection, when it comes back.
    if (this.ready) void this.look();
  }

  /** Takes note of the selection, and tells the page where it changed. Several looks at once end in order. */
  private look(): Promise<void> {
    this.looking = this.looking.then(async () => {
      const { attachment, note } = await selectedForSending(this.parts.files);
      if (!this.selection.select(attachment, note)) return;
      const name = this.selectionName();
      this.post({
        type: 'selection',
        ...(name === undefined ? {} : { name }),
        ...(note === undefined ? {} : { note }),
      });
    });
    return this.looking;
  }

  private selectionName(): string | undefined {
    const { attachment } = this.selection;
    return attachment === undefined ? undefined : attachmentLabel(attachment);
  }

  private postState(): void {
    const label = this.selectionName();
    this.post({
      type: 'state',
      state: viewState(this.conversation, this.parts.text.interfaceLanguage, label, this.selection.note),
    });
  }

  private postFocus(): void {
    if (this.view === undefined || !this.ready) return;
    this.focusWanted = false;
    this.post({ type: 'focusComposer' });
  }

  private post(message: ToView): void {
    if (this.ready) void this.view?.webview.postMessage(message);
  }
}
