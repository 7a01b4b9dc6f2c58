import type { Endpoint } from '../endpoint/endpoint';
import { EndpointError } from '../endpoint/errors';
import type { AnswerLanguage } from '../language/spoken/languages';
import type { Rest } from './agreement';
import { extentAt, type Extent } from './extent';
import { promptForm } from './form';
import { Generation, type Anchor } from './generation';
import type { Latency } from './latency';
import type { Occasion, Pace } from './pace';
import { answerTokensFor, modelCall, type ModelCall } from './prompt';
import { promptBudget } from './promptBudget';
import type { CompletionRequest } from './request';
import { restOf } from './reuse';
import type { Rhythm } from './rhythm';
import type { Snippet } from './snippet';
import { Stream } from './stream';
import { wholeWords } from './sure';
import { TokenRate } from './tokenRate';
import { typedSince } from './typed';
import { completionWords } from './words';

/** What the writer works with. */
export interface WriterParts {
  /** Milliseconds on a clock that never goes back. */
  readonly now: () => number;
  readonly rhythm: Rhythm;
  readonly latency: Latency;
  readonly pace: Pace;
  readonly context: (request: CompletionRequest, most: number) => readonly Snippet[];
  /** The language in which a chat model is told what to do. */
  readonly language: () => AnswerLanguage;
  /** A request has ended, in whatever way. */
  readonly onEnd: (generation: Generation) => void;
}

/** Lines with something on them that are written before the model pauses, by what was asked for. */
const mostLines: Readonly<Record<Extent, number>> = { line: 4, block: 24 };
/** Silence after which a request is given up: so many times the usual, within these bounds in milliseconds. */
const silence = { times: 8, leastMs: 6_000, mostMs: 30_000 };
/** How freely another suggestion is drawn. */
const otherTemperature = 0.8;

/** Lets the model write, one text at a time. */
export class Writer {
  private readonly rate = new TokenRate();
  private live: Stream | undefined;

  constructor(private readonly parts: WriterParts) {}

  /** The generation that is being written. */
  get current(): Generation | undefined {
    return this.live?.generation;
  }

  /**
   * Asks the model for a text from the cursor on.
   * @param other true for another text than the likeliest.
   * @returns `undefined` where it may not be asked now, or the signal was aborted.
   */
  async begin(
    request: CompletionRequest,
    endpoint: Endpoint,
    occasion: Occasion,
    signal: AbortSignal,
    other = false,
  ): Promise<Generation | undefined> {
    if (!(await this.parts.pace.turn(occasion, endpoint.host, signal))) return undefined;
    const extent = extentAt(request);
    const call = await this.call(request, extent, endpoint, signal, other ? otherTemperature : undefined);
    if (call === undefined) return undefined;
    // The request itself is the anchor: what was read of its surroundings need not be read again.
    const generation = new Generation(request, extent, call.form);
    this.start(generation, call, request, endpoint);
    return generation;
  }

  /**
   * Goes on with a generation that paused.
   * @param rest what of it is still to be typed.
   * @returns false where the model may not be asked now.
   */
  async resume(
    generation: Generation,
    rest: Rest,
    request: CompletionRequest,
    endpoint: Endpoint,
    occasion: Occasion,
    signal: AbortSignal,
  ): Promise<boolean> {
    if (!(await this.parts.pace.turn(occasion, endpoint.host, signal))) return false;
    // From a line's or a word's end: in the middle of a token no model goes on well.
    const kept = keptOf(rest.text + (generation.text.endsWith('\n') ? '\n' : ''));
    const prefix = request.prefix.slice(0, request.prefix.length - rest.replacePrefix) + kept;
    const call = await this.call({ ...request, prefix }, generation.extent, endpoint, signal);
    if (call === undefined || generation.state === 'live') return call !== undefined;
    // As the person has typed it: the indentation may be another, and what is left of the text has followed it.
    const typed = typedSince(generation.anchor, request) ?? '';
    generation.resume(typed.slice(0, typed.length - rest.replacePrefix) + kept);
    this.start(generation, call, request, endpoint);
    return true;
  }

  /** What is left of a generation will soon be typed or was likely taken: it is written on meanwhile. */
  readAhead(generation: Generation, rest: Rest, request: CompletionRequest, endpoint: Endpoint): void {
    if (generation.state !== 'paused' || generation.failure !== undefined || this.live !== undefined) return;
    const { rhythm, latency } = this.parts;
    const left = keptOf(rest.text).trimEnd().length;
    if (left * rhythm.intervalMs > latency.firstTextMs * 1.5 + 2 * rhythm.intervalMs) return;
    const signal = new AbortController().signal;
    // Nobody waits for it: where it fails, the next wish will say so.
    this.resume(generation, rest, request, endpoint, 'ahead', signal).catch(() => undefined);
  }

  /** Leaves what a place contradicts. @returns true where there was something to leave. */
  dropContradicted(place: Anchor): boolean {
    const generation = this.live?.generation;
    if (generation?.anchor.document !== place.document || restOf(generation, place) !== undefined)
      return false;
    this.halt();
    return true;
  }

  /** Leaves what is being written; what has been written stays. */
  halt(): void {
    const { live } = this;
    this.live = undefined;
    live?.halt();
  }

  private async call(
    request: CompletionRequest,
    extent: Extent,
    endpoint: Endpoint,
    signal: AbortSignal,
    temperature?: number,
  ): Promise<ModelCall | undefined> {
    const profile = await endpoint.profile(signal, request.trigger === 'automatic' ? 'automatic' : 'wish');
    if (signal.aborted) return undefined;
    const budget = promptBudget(
      profile.contextTokens,
      answerTokensFor(extent),
      this.rate.of(endpoint.host, request.languageId),
    );
    const context = this.parts.context(request, budget.context);
    const words = completionWords(this.parts.language());
    const form = promptForm(profile, endpoint.model);
    return modelCall(form, { request, extent, context, budget, words, temperature });
  }

  private start(
    generation: Generation,
    call: ModelCall,
    request: CompletionRequest,
    endpoint: Endpoint,
  ): void {
    this.halt();
    const { latency, pace, now } = this.parts;
    const { host } = endpoint;
    const patience = Math.max(silence.leastMs, latency.firstTextMs * silence.times);
    const stream = new Stream(generation, Math.min(silence.mostMs, patience), now);
    this.live = stream;
    const most = generation.text.split('\n').length - 1 + mostLines[generation.extent];
    const ended = stream.run(call, endpoint, most, {
      onFirstText: (ms) => {
        latency.note(ms);
        pace.succeeded();
      },
      onUsage: (tokens) => this.rate.note(host, request.languageId, call.promptLength, tokens),
      onFailed: (error) => {
        if (error instanceof EndpointError) pace.failed(error);
      },
    });
    void ended.then(() => {
      if (this.live === stream) this.live = undefined;
      this.parts.onEnd(generation);
    });
  }
}

/** Up to the last line end, or else the last word's: the space behind it belongs to the next token. */
function keptOf(text: string): string {
  const lineEnd = text.lastIndexOf('\n') + 1;
  if (text.slice(0, lineEnd).trim() !== '') return text.slice(0, lineEnd);
  return wholeWords(text).replace(/[ \t]+$/, '');
}
