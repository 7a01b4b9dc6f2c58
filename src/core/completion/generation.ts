import type { Extent } from './extent';
import type { PromptForm } from './form';
import type { Fitted, Place } from './request';
import { settledLines, wholeWords } from './sure';
import { trim } from './trim';

/**
 * `live` while the model writes; `paused` where more could come if it were asked, because the stream was left or
 * cut; `whole` where something proves that the suggestion ends here, or the model said so.
 */
export type GenerationState = 'live' | 'paused' | 'whole';

/** The place a generation was asked for. */
export interface Anchor extends Place {
  readonly document: string;
}

/** A generation's text, fitted to its anchor. Where nothing of it fits, an empty text. */
export interface Said {
  /** All of it, the line that still grows included: what is typed is held against it. */
  readonly all: Fitted;
  /** What may be shown: no line that grows, and no half word. */
  readonly sure: Fitted;
}

/**
 * One text that a model writes from one place on, over one or more requests: whoever types along is served from
 * it, while it grows and after.
 */
export class Generation {
  private written = '';
  private current: GenerationState = 'live';
  private readonly watchers = new Set<() => void>();
  private memo: Said | undefined;
  /** Names what is on offer of it; another name once a part of it was taken. */
  id = nextId();
  /** Why its last request ended early, where it failed. */
  failure: Error | undefined;
  /** Whether any of it was ever on offer. */
  offered = false;

  constructor(
    readonly anchor: Anchor,
    /** How much of it is offered at a time. */
    public extent: Extent,
    readonly form: PromptForm,
  ) {}

  /** All that has been written after the anchor, with `\n` line ends. */
  get text(): string {
    return this.written;
  }

  /** The text as it fits the anchor. What was decided there, such as its indentation, holds for all who type along. */
  get said(): Said {
    this.memo ??= this.fit();
    return this.memo;
  }

  get state(): GenerationState {
    return this.current;
  }

  /** Takes text over, all of it from the anchor on. */
  grow(text: string): void {
    this.written = text;
    this.notify();
  }

  /** Another request goes on with it, from a text that stands. */
  resume(text: string): void {
    this.current = 'live';
    this.failure = undefined;
    this.grow(text);
  }

  /** A part of it was taken: what is left is another suggestion. */
  taken(): void {
    this.id = nextId();
  }

  /** The request that wrote it has ended. */
  end(state: 'paused' | 'whole', failure?: Error): void {
    if (this.current !== 'live') return;
    this.current = state;
    this.failure = failure;
    this.notify();
  }

  /**
   * Waits for more text, or the end.
   * @returns false where the signal was aborted first.
   */
  progress(signal: AbortSignal): Promise<boolean> {
    if (signal.aborted) return Promise.resolve(false);
    if (this.current !== 'live') return Promise.resolve(true);
    return new Promise((resolve) => {
      const end = (grown: boolean): void => {
        this.watchers.delete(grew);
        signal.removeEventListener('abort', leave);
        resolve(grown);
      };
      const grew = (): void => end(true);
      const leave = (): void => end(false);
      this.watchers.add(grew);
      signal.addEventListener('abort', leave, { once: true });
    });
  }

  private fit(): Said {
    const all = trimmed(this.written, this.anchor);
    if (this.current === 'whole') return { all, sure: all };
    const lines = settledLines(this.written, this.anchor);
    if (lines.trim() !== '') return { all, sure: trimmed(lines, this.anchor) };
    return { all, sure: this.current === 'live' ? nothing : trimmed(wholeWords(this.written), this.anchor) };
  }

  private notify(): void {
    this.memo = undefined;
    for (const watcher of [...this.watchers]) watcher();
  }
}

let ids = 0;

function nextId(): number {
  ids += 1;
  return ids;
}

const nothing: Fitted = { text: '', replaceSuffix: 0 };

function trimmed(text: string, anchor: Anchor): Fitted {
  return trim(text, anchor) ?? nothing;
}
