import type { ConversationContent } from '../conversation';
import type { OwnPart } from './ownPart';

/** A growing answer is written this often, in milliseconds: as much of it a crash may cost. */
const pauseMs = 1_000;

/** Writing may take this share of the time: the longer one takes, the longer is waited for the next. */
const share = 0.1;

export interface KeeperParts {
  /** What the conversation holds at the moment of writing. */
  readonly content: () => ConversationContent;
  /** The conversation was deleted in another window. */
  readonly onGone: () => void;
  readonly onFailed: (error: unknown) => void;
}

/** Keeps one conversation while it changes: at once where something has ended, now and then while an answer grows. */
export class Keeper {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private writing: Promise<void> | undefined;
  /** What came while a file was being written. */
  private readonly pending = { now: false, later: false };
  private pause = pauseMs;
  private stopped = false;

  constructor(
    private readonly own: OwnPart,
    private readonly parts: KeeperParts,
  ) {}

  /** True where a file of it was written or read. */
  get wasKept(): boolean {
    return this.own.isKept;
  }

  /** Something changed. @param soon false while an answer grows. */
  changed(soon: boolean): void {
    if (this.stopped) return;
    if (this.writing !== undefined) this.pending[soon ? 'now' : 'later'] = true;
    else if (soon) void this.flush();
    else this.timer ??= setTimeout(() => void this.flush(), this.pause);
  }

  /** Writes what is not written yet. Never fails. */
  async flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    // What is being written now may have been begun before the last change.
    await this.writing;
    if (this.stopped) return;
    this.writing ??= this.write();
    await this.writing;
  }

  /** From now on nothing is written. */
  stop(): void {
    this.stopped = true;
    clearTimeout(this.timer);
  }

  private async write(): Promise<void> {
    Object.assign(this.pending, { now: false, later: false });
    const start = performance.now();
    try {
      if (!(await this.own.keep(this.parts.content()))) {
        this.stop();
        this.parts.onGone();
      }
    } catch (error) {
      this.parts.onFailed(error);
    }
    this.pause = Math.max(pauseMs, (performance.now() - start) / share);
    this.writing = undefined;
    const { now, later } = this.pending;
    // Not at once: whoever waits for this writing goes first.
    if (now || later) queueMicrotask(() => this.changed(now));
  }
}
