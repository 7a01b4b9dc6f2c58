import type { Disposable } from '../disposable';
import type { Endpoint } from '../endpoint/endpoint';
import { EndpointError, isAborted } from '../endpoint/errors';
import type { AnswerLanguage } from '../language/spoken/languages';
import { Allowance } from './allowance';
import { answerOf } from './answer';
import { Audience } from './audience';
import { extentAt } from './extent';
import { promptForm } from './form';
import type { Anchor, Generation } from './generation';
import { Latency } from './latency';
import { nextTask } from './nextTask';
import { Offers, type OfferEvents } from './offers';
import { Pace, type Occasion } from './pace';
import { lineBefore, type CompletionRequest, type Suggestion } from './request';
import { restOf, Reuse } from './reuse';
import { Rhythm } from './rhythm';
import type { Snippet } from './snippet';
import { isAtSecret } from './standBack';
import { rehearse } from './rehearsal';
import { Writer } from './writer';

/** What the engine needs from the world around it. */
export interface EngineParts extends OfferEvents {
  /** Milliseconds on a clock that never goes back. */
  readonly now?: () => number;
  /** Requests a minute that a host grants; `undefined` for as many as one likes. */
  readonly perMinute?: (host: string) => number | undefined;
  /** Pieces of other places that are at hand now; never waited for. */
  readonly context?: (request: CompletionRequest, most: number) => readonly Snippet[];
  /** The language in which a chat model is told what to do; English where nobody says. */
  readonly language?: () => AnswerLanguage;
}

/** Once is enough, whatever engines there are. */
let rehearsed = false;

/**
 * From a keystroke to a suggestion. One model is asked at a time; what it writes is kept for as long as it agrees
 * with what is typed, and served again wherever it fits.
 */
export class CompletionEngine implements Disposable {
  private readonly reuse = new Reuse();
  private readonly rhythm: Rhythm;
  private readonly latency = new Latency();
  private readonly pace: Pace;
  private readonly writer: Writer;
  /** Counts the questions: only the last one may have the model asked anew. */
  private question = 0;
  private readonly audience = new Audience(() => this.writer.halt());
  private afterAccept = false;
  private readonly offers: Offers;

  constructor(parts: EngineParts = {}) {
    const { now = () => performance.now(), perMinute = () => undefined, context = () => [] } = parts;
    const { language = () => 'en' } = parts;
    const { latency } = this;
    const rhythm = new Rhythm(now);
    const pace = new Pace(now, rhythm, latency, new Allowance(now, perMinute));
    const onEnd = (generation: Generation): void => this.ended(generation);
    this.offers = new Offers(parts);
    this.rhythm = rhythm;
    this.pace = pace;
    this.writer = new Writer({ now, rhythm, latency, pace, context, language, onEnd });
  }

  /**
   * One suggestion for one place.
   * @returns `undefined` where there is nothing to offer, or the signal was aborted.
   * @throws Refusal where nothing may be sent to the endpoint; EndpointError where the request failed.
   */
  async suggest(
    request: CompletionRequest,
    endpoint: Endpoint,
    signal: AbortSignal,
  ): Promise<Suggestion | undefined> {
    this.offers.movedOn();
    this.writer.dropContradicted(request);
    this.audience.look();
    try {
      return await this.serve(request, endpoint, signal);
    } catch (error) {
      if (signal.aborted && isAborted(error)) return undefined;
      throw error;
    } finally {
      this.leave();
    }
  }

  /** What is known of a place already; asks nobody. */
  recall(request: CompletionRequest): Suggestion | undefined {
    const generation = this.reuse.find(request)?.generation;
    const answer = generation && answerOf(generation, request);
    return typeof answer === 'object' ? answer : undefined;
  }

  /** True where the last suggestion is still on offer, whole or what is left of it after typing along. */
  hasOffered(request: CompletionRequest): boolean {
    return this.offers.has(request);
  }

  /** Another suggestion for a place, drawn more freely. @returns `undefined` where it says the same. */
  async another(
    request: CompletionRequest,
    endpoint: Endpoint,
    signal: AbortSignal,
  ): Promise<Suggestion | undefined> {
    this.audience.look();
    try {
      const generation = await this.writer.begin(request, endpoint, 'invoke', signal, true);
      if (generation === undefined) return undefined;
      while (generation.state === 'live') {
        if (await generation.progress(signal)) continue;
        // Nobody else knows of it.
        if (this.writer.current === generation) this.writer.halt();
        return undefined;
      }
      const answer = answerOf(generation, request);
      if (typeof answer === 'string' || this.reuse.says(answer.text, request)) return undefined;
      this.reuse.add(generation);
      return answer;
    } finally {
      this.leave();
    }
  }

  /**
   * The editor takes back a question, at a place that is as it was: where it does so of its own accord, the answer is
   * still wanted.
   * @param waitedMs since it asked.
   */
  withdrawn(request: CompletionRequest, waitedMs: number): void {
    this.offers.withdrawn(request, waitedMs);
  }

  /** A key was pressed: a text that says otherwise is left at once. */
  changed(document: string, place: () => Anchor | undefined): void {
    this.rhythm.keystroke();
    this.offers.movedOn();
    if (this.writer.current?.anchor.document !== document) return;
    const now = place();
    if (now === undefined || !this.writer.dropContradicted(now)) return;
    // Who still waits, waits at a place that is no more.
    this.question += 1;
  }

  /** A suggestion was taken, whole or in part: what comes after it is asked for without delay. */
  accepted(): void {
    this.afterAccept = true;
    this.offers.taken();
    this.pace.used();
  }

  /** Finds out who will be asked, before there is something to ask. Nothing of the person's goes along. */
  async prepare(endpoint: Endpoint, signal: AbortSignal): Promise<void> {
    await endpoint.profile(signal, 'automatic');
    if (rehearsed) return;
    rehearsed = true;
    const engine = new CompletionEngine();
    await rehearse((...question) => engine.suggest(...question));
    engine.dispose();
  }

  /** The settings changed: what was written and found out may be true no more. */
  forget(): void {
    this.question += 1;
    this.writer.halt();
    this.reuse.clear();
    this.pace.forget();
    this.offers.clear();
  }

  dispose(): void {
    this.audience.dispose();
    this.forget();
  }

  /** Reuse before anything else; then pace, prompt, stream and stop in the writer; then what is sure. */
  private async serve(
    request: CompletionRequest,
    endpoint: Endpoint,
    signal: AbortSignal,
  ): Promise<Suggestion | undefined> {
    const question = (this.question += 1);
    let generation = this.known(request);
    let asked = false;
    let breathed = false;
    for (;;) {
      const rest = generation && restOf(generation, request);
      if (generation === undefined || rest === undefined) {
        if (isAtSecret(request)) return undefined;
        if (question !== this.question) return undefined;
        generation = await this.writer.begin(request, endpoint, this.occasion(request), signal);
        if (generation === undefined) return undefined;
        asked = true;
        this.reuse.add(generation);
        continue;
      }
      const answer = answerOf(generation, request);
      if (typeof answer === 'object') {
        if (generation.state === 'live' && !breathed) {
          // What came in the same breath belongs to it.
          breathed = true;
          await nextTask();
          if (signal.aborted) return undefined;
          continue;
        }
        this.offers.made(generation, answer.text, request);
        this.pace.used();
        if (rest !== 'behind') this.writer.readAhead(generation, rest, request, endpoint);
        return answer;
      }
      if (generation.state === 'live') {
        if (!(await generation.progress(signal))) return undefined;
        if (question === this.question) this.writer.dropContradicted(request);
      } else if (generation.failure !== undefined) {
        this.reuse.remove(generation);
        if (signal.aborted) return undefined;
        if (!(await this.mayAskOtherwise(generation, endpoint, signal))) throw generation.failure;
        generation = undefined;
      } else if (rest === 'behind') {
        // It ended short of what was typed.
        generation = undefined;
      } else if (answer === 'nothing' || asked || question !== this.question) {
        // A model that was just asked and has said nothing would say it again.
        return undefined;
      } else {
        const occasion = request.trigger === 'invoke' ? 'invoke' : 'typing';
        if (!(await this.writer.resume(generation, rest, request, endpoint, occasion, signal)))
          return undefined;
        asked = true;
      }
    }
  }

  /** What was generated for a place, or is being generated. */
  private known(request: CompletionRequest): Generation | undefined {
    const generation = this.reuse.find(request)?.generation;
    if (generation === undefined) return undefined;
    // A line that was completed along the way may turn out to be a header: then its block is wanted.
    if (extentAt(request) === 'block') generation.extent = 'block';
    if (request.trigger !== 'invoke') return generation;
    // Who asks for it wants more than to hear again that there is nothing.
    return answerOf(generation, request) === 'nothing' ? undefined : generation;
  }

  /** True where the failure taught that this server has to be asked in another form. */
  private async mayAskOtherwise(
    { failure, form }: Generation,
    endpoint: Endpoint,
    signal: AbortSignal,
  ): Promise<boolean> {
    if (!(failure instanceof EndpointError) || failure.reason !== 'notFound') return false;
    if (promptForm(await endpoint.profile(signal), endpoint.model) === form) return false;
    // It is there, and need not be spared.
    this.pace.succeeded();
    return true;
  }

  private occasion(request: CompletionRequest): Occasion {
    const after = this.afterAccept;
    this.afterAccept = false;
    if (request.trigger === 'invoke') return 'invoke';
    if (after) return 'afterAccept';
    return lineBefore(request).trim() === '' ? 'freshLine' : 'typing';
  }

  private ended(generation: Generation): void {
    if (!generation.offered) this.pace.wentToWaste();
    if (generation.failure !== undefined) return;
    this.offers.ended(generation);
  }

  /** What is being written is left soon, unless somebody comes back. */
  private leave(): void {
    this.audience.leave(this.writer.current !== undefined);
  }
}
