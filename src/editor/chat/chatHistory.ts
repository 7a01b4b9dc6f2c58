import * as vscode from 'vscode';
import type { Conversation, ConversationContent } from '../../core/chat/conversation';
import { followUps } from '../../core/chat/followUps';
import { exportMarkdown } from '../../core/chat/history/exportMarkdown';
import { readFileName } from '../../core/chat/history/fileName';
import { HistoryPanel } from '../../core/chat/history/panel';
import { ChatSession } from '../../core/chat/history/session';
import { canContinue, type AnswerMessage, type Message } from '../../core/chat/message';
import { MessageTree } from '../../core/chat/messageTree';
import type { FromView } from '../../core/chat/protocol';
import type { Log } from '../../core/log';
import { t } from '../../core/text';
import type { InterfaceText } from '../interfaceText';
import type { Settings } from '../settings';
import { historyFiles, historyFolder, type StorageUris } from './historyFiles';
import { HistoryFolders } from './historyFolders';

export interface ChatHistoryParts {
  readonly storage: StorageUris;
  readonly settings: Settings;
  readonly text: InterfaceText;
  readonly log: Log;
}

/** What the chat view does for it. */
export interface ChatHistoryHost {
  /** The list of conversations changed. */
  postHistory(): void;
  /** The open conversation is another one, or has another name. */
  postState(): void;
}

/** How long the folder must be quiet before it is looked at, in milliseconds. */
const quiet = 200;

type HistoryMessage = Extract<FromView, { type: 'history' | 'message' | 'alternative' | 'followUp' }>;

/** Joins the conversation in the chat with the folder where conversations are kept, and with what VS Code can do. */
export class ChatHistory implements vscode.Disposable {
  readonly session: ChatSession;
  readonly panel: HistoryPanel;
  private readonly folders: HistoryFolders;
  private readonly writer = crypto.randomUUID().replaceAll('-', '').slice(0, 12);
  private watcher: vscode.Disposable | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private toldOfFailure = false;

  constructor(
    private readonly conversation: Conversation,
    private readonly parts: ChatHistoryParts,
    private readonly host: ChatHistoryHost,
  ) {
    const { storage, settings, text, log } = parts;
    const keepDays = (): number => settings.historyKeepDays();
    const onFailed = (error: unknown): void => this.failed(error);
    this.folders = new HistoryFolders(storage);
    this.session = new ChatSession(conversation, {
      files: historyFiles(historyFolder(storage)),
      writer: this.writer,
      now: () => Date.now(),
      ...{ log, keepDays, onFailed },
    });
    this.panel = new HistoryPanel({
      session: this.session,
      lang: () => text.interfaceLanguage,
      now: () => Date.now(),
      changed: () => host.postHistory(),
      chatChanged: () => host.postState(),
      ...{ keepDays, onFailed },
    });
  }

  /** Brings back the conversation that was open when the window closed. Done once; later calls only wait for it. */
  async restore(): Promise<void> {
    await this.session.restore();
    if (this.watcher !== undefined || !this.session.keeps) return;
    this.watcher = this.watch();
    await this.folders.note().then(undefined, (error: unknown) => this.failed(error));
  }

  async receive(message: HistoryMessage): Promise<void> {
    const { conversation } = this;
    switch (message.type) {
      case 'alternative':
        return conversation.show(message.id);
      case 'followUp': {
        const offered = followUps(conversation.messages)[message.index];
        return offered === undefined ? undefined : conversation.followUp(offered.text);
      }
      case 'message':
        if (message.action === 'copy')
          return this.copy(conversation.messages.find(({ id }) => id === message.id));
        return message.action === 'continue'
          ? conversation.continue(message.id)
          : conversation.regenerate(message.id);
      case 'history':
        if (message.action === 'export') return this.export(message.id);
        if (message.action === 'deleteAll') return this.deleteAll();
        return this.panel.receive(message);
    }
  }

  /** Copies the last answer. */
  async copyAnswer(): Promise<void> {
    const last = this.conversation.messages.findLast(({ role }) => role === 'assistant');
    await this.copy(last);
    if (last === undefined) say(t('There is no answer yet.'));
  }

  /** Asks for another last answer. */
  async regenerate(): Promise<void> {
    const { last } = this;
    if (last === undefined) say(t('There is no answer yet.'));
    else await this.conversation.regenerate(last.id);
  }

  /** Goes on with the last answer where it is not complete. */
  async continue(): Promise<void> {
    const { last } = this;
    if (last === undefined || !canContinue(last)) say(t('The last answer is complete.'));
    else await this.conversation.continue(last.id);
  }

  /** Gives the open conversation another name. */
  async renameCurrent(): Promise<void> {
    const { current, currentTitle: value } = this.session;
    if (value === undefined) {
      say(t('There is no conversation yet.'));
      return;
    }
    const title = await vscode.window.showInputBox({ title: t('Name of the conversation'), value });
    if (title === undefined) return;
    await this.panel.receive({ action: 'rename', id: current, title });
  }

  /** Deletes the open conversation, and offers to take that back. */
  async deleteCurrent(): Promise<void> {
    const { current, currentTitle: title } = this.session;
    if (title === undefined) {
      say(t('There is no conversation yet.'));
      return;
    }
    const deleted = await this.session.delete(current);
    await this.panel.refresh();
    const undo = t('Undo');
    const chosen = await vscode.window.showInformationMessage(t('Deleted: {0}', title), undo);
    if (chosen !== undo) return;
    await this.session.history.restore(deleted);
    await this.session.open(current);
    this.host.postState();
    await this.panel.refresh();
  }

  /** Deletes all conversations of this workspace, after a question. */
  async deleteAll(): Promise<void> {
    const remove = t('Delete all');
    const chosen = await vscode.window.showWarningMessage(
      t('Delete all conversations of this workspace?'),
      { modal: true, detail: t('This cannot be undone.') },
      remove,
    );
    if (chosen !== remove) return;
    await this.session.deleteAll();
    await this.panel.cleared();
    this.host.postState();
  }

  /** Removes every conversation of every workspace. */
  async forget(): Promise<void> {
    await this.session.deleteAll();
    await this.folders.deleteOthers();
    await this.panel.cleared();
    this.host.postState();
  }

  /** Opens a conversation as a Markdown document, to be read and saved. */
  async export(id = this.session.current): Promise<void> {
    const isCurrent = id === this.session.current;
    const merged = isCurrent ? undefined : await this.session.history.read(id);
    const listed = isCurrent
      ? this.session.currentTitle
      : (await this.session.history.list()).find((one) => one.id === id)?.title;
    const messages = isCurrent ? this.conversation.messages : shownOf(merged?.content);
    if (messages.length === 0) {
      say(t('There is no conversation yet.'));
      return;
    }
    const content = exportMarkdown(listed ?? '', messages, this.parts.text.interfaceLanguage);
    const document = await vscode.workspace.openTextDocument({ language: 'markdown', content });
    await vscode.window.showTextDocument(document);
  }

  /** Looks at the folder anew, as when another window has written there. */
  async look(): Promise<void> {
    await this.session.look().then(undefined, (error: unknown) => this.failed(error));
    await this.panel.refresh();
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.watcher?.dispose();
    this.session.close();
  }

  private get last(): AnswerMessage | undefined {
    const last = this.conversation.messages.at(-1);
    return last?.role === 'assistant' ? last : undefined;
  }

  private async copy(message: Message | undefined): Promise<void> {
    if (message !== undefined) await vscode.env.clipboard.writeText(message.text);
  }

  private watch(): vscode.Disposable {
    const pattern = new vscode.RelativePattern(historyFolder(this.parts.storage), '*.json');
    const watcher = vscode.workspace.createFileSystemWatcher(pattern);
    const note = (uri: vscode.Uri): void => {
      const name = readFileName(uri.path.split('/').at(-1) ?? '');
      // What this window writes is known here.
      if (name === undefined || name.writer === this.writer) return;
      clearTimeout(this.timer);
      this.timer = setTimeout(() => void this.look(), quiet);
    };
    return vscode.Disposable.from(watcher, watcher.onDidCreate(note), watcher.onDidDelete(note));
  }

  /** A full disk or a folder that cannot be written fails with each attempt; the person is told once. */
  private failed(error: unknown): void {
    const name =
      error instanceof vscode.FileSystemError ? error.code : error instanceof Error ? error.name : 'unknown';
    this.parts.log.warn('historyFailed', { name });
    if (this.toldOfFailure) return;
    this.toldOfFailure = true;
    void vscode.window.showWarningMessage(
      t(
        'Conversations cannot be kept: the folder for them cannot be read or written. The chat goes on without.',
      ),
    );
  }
}

function shownOf(content: ConversationContent | undefined): readonly Message[] {
  return content === undefined ? [] : new MessageTree(content.messages, content.head).path;
}

function say(text: string): void {
  void vscode.window.showInformationMessage(text);
}
