import type { ConversationContent } from '../conversation';
import { fileNameOf, readFileName } from './fileName';
import { writeWhole, type HistoryFiles } from './historyFiles';
import type { Merged } from './merge';
import { writePart, type Part, type PartMessage, type Said, type Version } from './part';
import { keptMessage } from './readMessage';

/** Where a window writes, and under which name. */
export interface Pen {
  readonly files: HistoryFiles;
  /** This window's, unlike any other's. */
  readonly writer: string;
  readonly now: () => number;
}

interface Known extends Version {
  /** The message as JSON. */
  readonly json: string;
}

/**
 * This window's part of one conversation: the messages that were asked, answered or changed here, and nothing of the
 * others'. Each writing makes a new file and then takes the one before away, so a file never changes and there is
 * always a whole one.
 */
export class OwnPart {
  private readonly known = new Map<string, Known>();
  private readonly messages: Map<string, PartMessage>;
  private revision: number;
  private title: Said<string> | undefined;
  private head: Said<string> | undefined;
  private choice: Part['choice'];
  private created: number;
  private updated: number;
  /** Windows have written of it, this one or others. */
  private learned = false;
  /** Something is not written yet, or could not be. */
  private unwritten = false;
  private writing: Promise<void> = Promise.resolve();

  /**
   * @param merged the conversation as it is kept; left out for one that is not.
   * @param own what this window has written of it already, and how often.
   */
  constructor(
    private readonly pen: Pen,
    readonly id: string,
    merged?: Merged,
    own?: { readonly part: Part; readonly revision: number },
  ) {
    this.created = merged?.created ?? pen.now();
    this.updated = own?.part.updated ?? this.created;
    this.revision = own?.revision ?? 0;
    this.messages = new Map(own?.part.messages.map((one) => [one.message.id, one]));
    this.title = own?.part.title;
    this.head = saidAs(own?.part.head, merged?.content.head);
    this.choice = saidAs(own?.part.choice, merged?.content.choice);
    if (merged !== undefined) this.learn(merged);
  }

  /** Takes note of what is kept now, so that only what changes from here on is this window's. */
  learn({ content, versions }: Merged): void {
    this.learned = true;
    for (const message of content.messages) {
      const version = versions.get(message.id);
      if (version !== undefined)
        this.known.set(message.id, { ...version, json: JSON.stringify(keptMessage(message)) });
    }
  }

  /** True where there is something to lose: the conversation is kept, by whichever window. */
  get isKept(): boolean {
    return this.revision > 0 || this.learned;
  }

  /** Gives the conversation a name. */
  rename(title: string): Promise<boolean> {
    this.title = { value: title, at: this.pen.now() };
    this.unwritten = true;
    return this.write();
  }

  /**
   * Keeps what has changed since.
   * @returns false where the conversation was deleted by another window meanwhile: it stays so.
   */
  async keep(content: ConversationContent): Promise<boolean> {
    if (this.takeOver(content)) this.unwritten = true;
    return this.write();
  }

  /** Makes what has changed this window's. @returns whether anything has. */
  private takeOver({ messages, head, choice }: ConversationContent): boolean {
    let changed = false;
    for (const message of messages) {
      const { id } = message;
      const json = JSON.stringify(keptMessage(message));
      const known = this.known.get(id);
      if (known?.json === json) continue;
      const { writer } = this.pen;
      const revision = (known?.revision ?? 0) + 1;
      const over =
        known !== undefined && known.writer !== writer
          ? { writer: known.writer, revision: known.revision }
          : this.messages.get(id)?.over;
      this.known.set(id, { writer, revision, json });
      this.messages.set(id, { message, revision, ...(over === undefined ? {} : { over }) });
      changed = true;
    }
    const at = this.pen.now();
    // Looking at it, or at another version of an answer, does not make a conversation newer.
    if (changed) this.updated = at;
    if (head !== undefined && head !== this.head?.value) {
      this.head = { value: head, at };
      changed = true;
    }
    if (JSON.stringify(choice) !== JSON.stringify(this.choice?.value ?? {})) {
      this.choice = { value: choice, at };
      changed = true;
    }
    return changed;
  }

  /** Writings come one after the other. */
  private write(): Promise<boolean> {
    const written = this.writing.then(() => this.writeNow());
    this.writing = written.then(
      () => undefined,
      () => undefined,
    );
    return written;
  }

  private async writeNow(): Promise<boolean> {
    if (!this.unwritten) return true;
    const { files, writer, now } = this.pen;
    const { id, created, updated, title, head, choice, revision } = this;
    const name = (count: number): string => fileNameOf({ id, writer, revision: count });
    // Somebody has deleted the conversation, and this must not bring it back.
    const isThere = revision > 0 ? await files.has(name(revision)) : await this.isThere();
    if (this.isKept && !isThere) return false;
    this.unwritten = false;
    const messages = [...this.messages.values()];
    try {
      const text = writePart({ id, created, updated, title, head, choice, messages });
      await writeWhole(files, name(revision + 1), text, now());
    } catch (error) {
      this.unwritten = true;
      throw error;
    }
    this.revision = revision + 1;
    if (revision > 0) await files.remove(name(revision));
    return true;
  }

  private async isThere(): Promise<boolean> {
    return this.learned && (await this.pen.files.list()).some((name) => readFileName(name)?.id === this.id);
  }
}

function saidAs<T>(own: Said<T> | undefined, value: T | undefined): Said<T> | undefined {
  return value === undefined ? own : { value, at: own?.at ?? 0 };
}
