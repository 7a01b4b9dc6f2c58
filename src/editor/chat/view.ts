import * as vscode from 'vscode';
import type { Attachment } from '../../core/chat/attachment';
import { Conversation } from '../../core/chat/conversation';
import { readChoice } from '../../core/chat/manner';
import { chatPage } from '../../core/chat/page';
import type { CommandName } from '../../core/chat/prompts/prompts';
import type { FromView, ToView, TranslationAction } from '../../core/chat/protocol';
import { viewState } from '../../core/chat/viewState';
import type { Remedy } from '../../core/endpoint/describe';
import type { Endpoints } from '../../core/endpoint/endpoints';
import type { ChatModels } from '../../core/endpoint/chatModels';
import type { Endpoint } from '../../core/endpoint/endpoint';
import type { DriftTally } from '../../core/language/spoken/driftTally';
import type { Log } from '../../core/log';
import { t } from '../../core/text';
import type { GlossaryFile } from '../glossary/file';
import type { InterfaceText } from '../interfaceText';
import type { PrivateFiles } from '../privacy/privateFiles';
import { remedyCommands } from '../remedies';
import type { Settings } from '../settings';
import type { EndpointFinder } from '../setup/endpointFinder';
import { ChatHistory } from './chatHistory';
import { ComposerSide } from './composerSide';
import type { StorageUris } from './historyFiles';
import { carryOut, type Proposer } from './codeEffects';
import { followLink } from './followLink';
import { insertAtCursor } from './insert';
import { ModelChoice } from './modelChoice';

export const chatViewId = 'aliada.chat';

export interface ChatViewParts {
  readonly extensionUri: vscode.Uri;
  readonly storage: StorageUris;
  readonly finder: EndpointFinder;
  readonly endpoints: Endpoints;
  readonly models: ChatModels;
  readonly text: InterfaceText;
  readonly settings: Settings;
  readonly log: Log;
  readonly files: PrivateFiles;
  readonly glossary: GlossaryFile;
  readonly drift: DriftTally;
  readonly changes: Proposer;
  /** An answer is there, whole. */
  readonly answered: () => void;
}

/** The chat in the side bar. The conversation lives here and survives the view being hidden. */
export class ChatView implements vscode.WebviewViewProvider, vscode.Disposable {
  private readonly conversation: Conversation;
  private readonly composer: ComposerSide;
  /** Where conversations are kept, and what can be done with them. */
  readonly history: ChatHistory;
  private readonly watcher = vscode.window.onDidChangeTextEditorSelection(() => this.noteSelection());
  private readonly editorWatcher = vscode.window.onDidChangeActiveTextEditor(() => this.noteSelection());
  private readonly models: ModelChoice;
  private view: vscode.WebviewView | undefined;
  /** True once the page has asked for its state; before that nothing would be heard. */
  private ready = false;
  private focusWanted = false;

  constructor(private readonly parts: ChatViewParts) {
    this.conversation = new Conversation({
      endpoint: (signal, model) => this.endpoint(signal, model),
      translator: (signal) => parts.finder.translator(signal),
      settings: () => parts.settings.answers(),
      termsLine: (asked, language) => parts.glossary.termsLine(asked, language),
      judged: (model, language, drifted) => parts.drift.count(model, language, drifted),
      changed: () => {
        this.postState();
        this.history.session.changed(true);
        if (this.conversation.isAnswered) parts.answered();
      },
      appended: (id, text) => {
        this.post({ type: 'append', id, text });
        this.history.session.changed(false);
      },
      unexpected: (error) =>
        parts.log.warn('chatFailed', { name: error instanceof Error ? error.name : 'unknown' }),
    });
    this.composer = new ComposerSide({
      ...parts,
      conversation: this.conversation,
      endpoint: () => this.chosenEndpoint(this.conversation.chosenModel) ?? parts.endpoints.first('chat'),
      changed: () => this.post({ type: 'composer', composer: this.composer.view() }),
    });
    this.models = new ModelChoice(parts, this.conversation, () => this.postState());
    this.history = new ChatHistory(this.conversation, parts, {
      postHistory: () => this.postHistory(),
      postState: () => this.postState(),
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
    await this.history.restore();
    await this.conversation.run(command, attachments);
  }

  /** Brings the chat forward with an empty conversation. */
  async newChat(): Promise<void> {
    // At once: whoever goes on to something else meanwhile keeps the focus there.
    await this.focus();
    await this.beginAnew();
  }

  /** Opens the list of conversations. */
  async showHistory(): Promise<void> {
    await vscode.commands.executeCommand(`${chatViewId}.focus`);
    await this.history.panel.receive({ action: 'show' });
  }

  stop(): Promise<void> {
    return this.conversation.stop();
  }

  /** Asks the model with this id from now on, in this conversation and in those to come. */
  chooseModel(id: string): Promise<void> {
    return this.models.choose({ id, forGood: true });
  }

  /** Shows everything again, in the language of now. */
  refresh(): void {
    this.postState();
    this.postHistory();
  }

  /** Keeps what is not kept yet: the window closes. */
  close(): Promise<void> {
    return this.history.session.flush();
  }

  dispose(): void {
    this.watcher.dispose();
    this.editorWatcher.dispose();
    this.composer.dispose();
    this.models.dispose();
    this.history.dispose();
    void this.conversation.stop();
  }

  private async receive(message: FromView): Promise<void> {
    // The conversation of before must not come in between.
    await this.history.restore();
    switch (message.type) {
      case 'ready':
        this.ready = true;
        await this.composer.look();
        this.postState();
        this.postHistory();
        if (this.focusWanted) this.postFocus();
        return;
      case 'ask':
        return this.composer.ask(message.text);
      case 'stop':
        return this.conversation.stop();
      case 'newChat':
        return this.beginAnew();
      case 'edit':
        return this.composer.edit(message.id, message.text);
      case 'history':
      case 'message':
      case 'alternative':
      case 'followUp':
        return this.history.receive(message);
      case 'copy':
        await vscode.env.clipboard.writeText(message.text);
        return;
      case 'insert':
        return insertAtCursor(message.text);
      case 'attach':
      case 'detach':
      case 'start':
        return this.composer.receive(message);
      case 'code':
        return carryOut(
          message.request,
          this.conversation.attachedTo(message.request.answer),
          this.parts.changes,
        );
      case 'followLink':
        return followLink(message.kind, message.address);
      case 'choose':
        return this.choose(message);
      case 'listModels':
        return this.models.look();
      case 'chooseModel':
        return this.models.choose(message);
      case 'translation':
        return this.translation(message.id, message.action);
      case 'remedy':
        return this.remedy(message.action);
    }
  }

  private async beginAnew(): Promise<void> {
    this.composer.clear();
    await this.history.restore();
    await this.history.panel.receive({ action: 'hide' });
    await this.history.session.newChat();
  }

  private async endpoint(signal: AbortSignal, model: string | undefined): Promise<Endpoint | undefined> {
    return this.chosenEndpoint(model) ?? this.parts.finder.endpoint('chat', signal);
  }

  private chosenEndpoint(model: string | undefined): Endpoint | undefined {
    return model === undefined ? undefined : this.parts.models.endpoint(model);
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
    if (this.ready) void this.composer.look();
  }

  private postState(): void {
    const lang = this.parts.text.interfaceLanguage;
    const models = this.models.view(lang);
    const { currentTitle } = this.history.session;
    const state = viewState(this.conversation, lang, this.composer.view(), currentTitle);
    this.post({ type: 'state', state: models === undefined ? state : { ...state, models } });
  }

  private postHistory(): void {
    const history = this.history.panel.view;
    this.post({ type: 'history', ...(history === undefined ? {} : { history }) });
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
