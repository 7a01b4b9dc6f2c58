import type { Disposable } from '../disposable';
import { EndpointError } from '../endpoint/errors';
import { isAllowedHost, type AllowedHosts } from './allowedHosts';
import type { ConsentAnswer, Consents } from './consent';
import { Refusal } from './refusal';

/** Where a request would go. */
export interface Destination {
  /** Scheme, host and port: what consent is given to. */
  readonly origin: string;
  /** Host and port, as shown to people. */
  readonly host: string;
}

/** What the gate needs from the world around it. */
export interface GateParts {
  readonly consents: Consents;
  /** The limit that the settings set. */
  allowedHosts(): AllowedHosts;
  /** Tells when that limit may have changed. */
  onAllowedHosts(listener: () => void): Disposable;
  /**
   * Asks the person whether code may go to `to`. Takes the question away when the signal is aborted.
   * @returns `undefined` where the person left it unanswered.
   */
  ask(to: Destination, signal: AbortSignal): Promise<ConsentAnswer | undefined>;
  /** Automatic completion was kept back. Must not interrupt the person. */
  keptBack(refusal: Refusal, to: Destination): void;
  /** A wish for ghost text was taken back while its question stood, and then the person said yes. */
  allowedLate(): void;
}

/**
 * Decides whether a request may go to a server: first `aliada.allowedHosts`, then the person's consent.
 * One question per origin at a time, however many requests wait for its answer.
 */
export class Gate {
  private readonly questions = new Map<string, Question>();

  constructor(private readonly parts: GateParts) {}

  /** Why nothing may go to `to` now, or `undefined` where it may. Asks nobody. */
  refusal({ origin, host }: Destination): Refusal | undefined {
    if (!this.isAllowed(origin)) return new Refusal('hostNotAllowed', host);
    const answer = this.parts.consents.answer(origin);
    if (answer === 'allow') return undefined;
    return new Refusal(answer === 'deny' ? 'denied' : 'noConsent', host);
  }

  /** True where `aliada.allowedHosts` does not speak against an origin. */
  isAllowed(origin: string): boolean {
    return isAllowedHost(origin, this.parts.allowedHosts());
  }

  /** Calls `listener` once, as soon as nothing may go to `to` any more. */
  onRefusal(to: Destination, listener: (refusal: Refusal) => void): Disposable {
    const look = (): void => {
      const refusal = this.refusal(to);
      if (refusal === undefined) return;
      dispose();
      listener(refusal);
    };
    const watchers = [this.parts.consents.onChange(look), this.parts.onAllowedHosts(look)];
    const dispose = (): void => watchers.forEach((watcher) => watcher.dispose());
    return { dispose };
  }

  /** For what nobody asked for: refuses without a question where there is no consent. */
  passAutomatic(to: Destination): void {
    const refusal = this.refusal(to);
    if (refusal === undefined) return;
    this.parts.keptBack(refusal, to);
    throw refusal;
  }

  /**
   * For a person's wish: asks where there is no answer yet, and waits for it.
   * @param lingers keeps the question on the screen when the signal is aborted. VS Code takes a wish for
   *   ghost text back as soon as the editor loses the focus, which is to say at the question itself.
   * @throws Refusal where nothing may go there; EndpointError `aborted` where the signal was aborted.
   */
  async passWish(to: Destination, signal: AbortSignal, lingers = false): Promise<void> {
    if (this.refusal(to)?.reason === 'noConsent') await this.ask(to, signal, lingers);
    if (signal.aborted) throw new EndpointError('aborted', { host: to.host });
    const refusal = this.refusal(to);
    if (refusal !== undefined) throw refusal;
  }

  /** Asks whatever was answered before; the answer is kept. Resolves when it is there, or the wait is over. */
  async ask(to: Destination, signal: AbortSignal, lingers = false): Promise<void> {
    let question = this.questions.get(to.origin);
    if (question === undefined) {
      question = new Question((inner) => this.answer(to, inner));
      this.questions.set(to.origin, question);
    }
    await question.wait(signal, lingers);
    if (lingers && signal.aborted) this.resumeAfter(question, to);
    // One that was taken away is no longer there to be joined.
    if (question.isOver && this.questions.get(to.origin) === question) this.questions.delete(to.origin);
  }

  private resumeAfter(question: Question, to: Destination): void {
    void question.answered.then(
      () => this.refusal(to) ?? this.parts.allowedLate(),
      // The question itself failed; there is nothing to resume.
      () => undefined,
    );
  }

  private async answer(to: Destination, signal: AbortSignal): Promise<void> {
    try {
      const answer = await this.parts.ask(to, signal);
      if (answer !== undefined) await this.parts.consents.set(to.origin, answer);
    } finally {
      this.questions.delete(to.origin);
    }
  }
}

/** One question on the screen, and all who wait for its answer. The last to go takes it away. */
class Question {
  private readonly closing = new AbortController();
  readonly answered: Promise<void>;
  private waiting = 0;

  constructor(ask: (signal: AbortSignal) => Promise<void>) {
    this.answered = ask(this.closing.signal);
  }

  get isOver(): boolean {
    return this.closing.signal.aborted;
  }

  async wait(signal: AbortSignal, lingers: boolean): Promise<void> {
    this.waiting += 1;
    await Promise.race([this.answered, aborted(signal)]);
    // Where the question may linger its waiter never goes.
    if (!lingers) this.waiting -= 1;
    if (this.waiting === 0) this.closing.abort();
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
