import type { Conversation, ConversationContent } from '../conversation';
import { ConversationHistory, type Deleted, type HistoryParts, type Listed } from './history';
import { Keeper } from './keeper';
import { titleOf } from './summary';
import { writeWhole } from './historyFiles';
import { fieldsOf, parse, textOf } from './json';

export interface SessionParts extends HistoryParts {
  /** For how many days conversations are kept after they changed; 0: nothing is kept on disk. */
  readonly keepDays: () => number;
  /** Something could not be read or written. Told once in a while, not for each attempt. */
  readonly onFailed: (error: unknown) => void;
}

/** Which conversation was open last in this folder. */
const openFile = 'open.json';

/**
 * The conversation of a window and where it is kept: it is there again after the window was loaded anew, can be left
 * for another and be found again. Where nothing is to be kept, it is a conversation and no more.
 */
export class ChatSession {
  readonly history: ConversationHistory;
  private keeper: Keeper | undefined;
  private id = newId();
  private title: string | undefined;
  private restored: Promise<void> | undefined;
  /** The first writing of the open conversation, while it is under way. */
  private beginning: Promise<void> | undefined;
  private beginFailed = false;
  private closed = false;

  constructor(
    private readonly conversation: Conversation,
    private readonly parts: SessionParts,
  ) {
    this.history = new ConversationHistory(parts);
  }

  /** The conversation that is open; it may not be kept yet. */
  get current(): string {
    return this.id;
  }

  /** The name of the conversation that is open; `undefined` for one that has not begun. */
  get currentTitle(): string | undefined {
    const [first] = this.conversation.messages;
    return this.title ?? (first === undefined ? undefined : titleOf(first));
  }

  get keeps(): boolean {
    return this.parts.keepDays() > 0;
  }

  /**
   * Shows the conversation again that was open when the window closed, where there was one; the first time it is asked
   * for, and not where a conversation has begun meanwhile. Then old ones are pruned, all where none are to be kept.
   * Never fails.
   */
  restore(): Promise<void> {
    this.restored ??= this.attempt(async () => {
      if (!this.keeps) {
        await this.history.deleteAll();
        return;
      }
      const id = await this.lastOpen();
      if (id !== undefined && this.conversation.messages.length === 0) await this.show(id);
      void this.prune();
    });
    return this.restored;
  }

  /** To be told of all that changes in the conversation. @param soon false while an answer grows. */
  changed(soon: boolean): void {
    if (!this.keeps || this.closed) return;
    if (this.keeper !== undefined) this.keeper.changed(soon);
    // An empty conversation is none; it is kept from its first question on. What failed is not tried with each word.
    else if (this.conversation.messages.length > 0 && (soon || !this.beginFailed)) {
      this.beginning ??= this.begin();
    }
  }

  /** Begins a new conversation; the one before stays in the list. */
  async newChat(): Promise<void> {
    await this.conversation.stop();
    await this.leave();
    await this.conversation.clear();
    await this.attempt(() => this.noteOpen());
  }

  /** Goes on with another conversation. @returns false where it is not there any more. */
  async open(id: string): Promise<boolean> {
    if (id === this.id) return true;
    await this.conversation.stop();
    await this.leave();
    const shown = await this.show(id);
    if (!shown) await this.conversation.clear();
    await this.attempt(() => this.noteOpen());
    return shown;
  }

  async rename(id: string, title: string): Promise<void> {
    const name = title.trim().slice(0, 200);
    if (name === '') return;
    await this.history.rename(id, name);
    if (id === this.id) this.title = name;
  }

  /** Deletes a conversation; where it is the open one, a new one begins. @returns what `undo` needs. */
  async delete(id: string): Promise<Deleted> {
    if (id === this.id) {
      await this.conversation.stop();
      await this.leave();
      await this.conversation.clear();
    }
    return this.history.delete(id);
  }

  /** Deletes all conversations of this folder, the open one too. */
  async deleteAll(): Promise<void> {
    await this.conversation.stop();
    await this.leave();
    await this.conversation.clear();
    await this.history.deleteAll();
  }

  /** Something in the folder changed, by this window or another: what was added to the open conversation is shown. */
  async look(): Promise<void> {
    const { id, keeper } = this;
    if (keeper === undefined) return;
    await keeper.flush();
    const { merged } = await this.history.open(id);
    if (id !== this.id) return;
    // Not where it could not be written: then it is only here, and stays.
    if (merged === undefined) {
      if (keeper.wasKept) await this.gone(id);
    } else {
      this.title = merged.title;
      if (isNews(merged.content, this.conversation.content)) this.conversation.absorb(merged.content);
    }
  }

  /** Writes what is not written yet: the window closes. */
  async flush(): Promise<void> {
    await this.beginning;
    await this.keeper?.flush();
  }

  /** The window is gone: that its answer is stopped now is nobody's wish, and not kept. */
  close(): void {
    this.closed = true;
    this.keeper?.stop();
  }

  private async leave(): Promise<void> {
    await this.flush();
    this.keeper?.stop();
    this.forgetCurrent();
  }

  private forgetCurrent(): void {
    this.keeper = undefined;
    this.beginning = undefined;
    this.beginFailed = false;
    this.id = newId();
    this.title = undefined;
  }

  private async begin(): Promise<void> {
    const { id } = this;
    await this.attempt(async () => {
      const { own } = await this.history.open(id);
      if (id !== this.id || this.keeper !== undefined) return;
      this.keeper = this.keeperOf(id, own);
      this.keeper.changed(true);
      await this.noteOpen();
    });
    if (id !== this.id) return;
    this.beginFailed = this.keeper === undefined;
    if (this.beginFailed) this.beginning = undefined;
  }

  private async show(id: string): Promise<boolean> {
    let shown = false;
    await this.attempt(async () => {
      const { merged, own } = await this.history.open(id);
      if (merged === undefined || merged.content.messages.length === 0) return;
      this.id = id;
      this.title = merged.title;
      this.keeper = this.keeperOf(id, own);
      await this.conversation.restore(() => merged.content);
      shown = true;
    });
    return shown;
  }

  private keeperOf(id: string, own: ConstructorParameters<typeof Keeper>[0]): Keeper {
    return new Keeper(own, {
      content: () => this.conversation.content,
      onGone: () => void this.gone(id),
      onFailed: this.parts.onFailed,
    });
  }

  /** Another window deleted the open conversation. */
  private async gone(id: string): Promise<void> {
    if (id !== this.id) return;
    await this.conversation.stop();
    // Another may have been opened meanwhile.
    if (id !== this.id) return;
    this.keeper?.stop();
    this.forgetCurrent();
    await this.conversation.clear();
  }

  private async lastOpen(): Promise<string | undefined> {
    const fields = fieldsOf(parse((await this.parts.files.read(openFile)) ?? ''));
    if (fields !== undefined) return textOf(fields.id);
    const [newest]: readonly Listed[] = await this.history.list();
    return newest?.id;
  }

  private async noteOpen(): Promise<void> {
    const { files, now } = this.parts;
    const id = this.conversation.messages.length === 0 ? undefined : this.id;
    if (this.keeps) await writeWhole(files, openFile, JSON.stringify({ id }), now());
  }

  private async prune(): Promise<void> {
    await this.attempt(() => this.history.prune(this.parts.keepDays(), this.id));
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.parts.onFailed(error);
    }
  }
}

/** Whether there is a message that is not there, or another text of one. */
function isNews(kept: ConversationContent, here: ConversationContent): boolean {
  const texts = new Map(here.messages.map(({ id, text }) => [id, text]));
  return kept.messages.some(({ id, text }) => texts.get(id) !== text);
}

function newId(): string {
  return crypto.randomUUID();
}
