import { Emitter } from '../emitter';
import type { Disposable } from '../disposable';

/** What a person answered to the question whether code may go to an origin. */
export type ConsentAnswer = 'allow' | 'deny';

/** Where the answers are kept: the person's own store, which no workspace can write to. */
export interface ConsentStore {
  read(): unknown;
  write(value: Readonly<Record<string, ConsentAnswer>>): PromiseLike<void>;
}

export interface Consent {
  /** Scheme, host and port. */
  readonly origin: string;
  readonly answer: ConsentAnswer;
}

/**
 * The person's answers, one per origin. Read from the store at each use: another window of VS Code may have
 * changed them.
 */
export class Consents {
  private readonly emitter = new Emitter<void>();

  constructor(private readonly store: ConsentStore) {}

  readonly onChange = (listener: () => void): Disposable => this.emitter.on(listener);

  /** The answer for an origin, or `undefined` while there is none. */
  answer(origin: string): ConsentAnswer | undefined {
    return this.list().find((consent) => consent.origin === origin)?.answer;
  }

  /** Every answer, by origin. */
  list(): readonly Consent[] {
    const kept = this.store.read();
    if (typeof kept !== 'object' || kept === null) return [];
    return Object.entries(kept)
      .filter((entry): entry is [string, ConsentAnswer] => entry[1] === 'allow' || entry[1] === 'deny')
      .map(([origin, answer]) => ({ origin, answer }))
      .sort((a, b) => a.origin.localeCompare(b.origin));
  }

  /** Keeps an answer; `undefined` takes it back, and the question is asked again. */
  async set(origin: string, answer: ConsentAnswer | undefined): Promise<void> {
    const others = this.list().filter((consent) => consent.origin !== origin);
    const all = answer === undefined ? others : [...others, { origin, answer }];
    await this.write(all);
  }

  /** Takes every answer back. */
  async clear(): Promise<void> {
    await this.write([]);
  }

  private async write(all: readonly Consent[]): Promise<void> {
    await this.store.write(Object.fromEntries(all.map(({ origin, answer }) => [origin, answer])));
    this.emitter.emit();
  }
}
