import { editorGaveUp } from './audience';
import { answerOf } from './answer';
import type { Anchor, Generation } from './generation';
import type { CompletionRequest } from './request';

/** Whom it concerns that an answer has come, or has become longer. */
export interface OfferEvents {
  /** What was on offer while the model wrote is complete now, and longer. */
  readonly onGrown?: (place: Anchor) => void;
  /** There is an answer for a place where the editor, but not the person, had stopped waiting. */
  readonly onLate?: (place: Anchor) => void;
}

/** The last suggestion, and what it was made of. */
interface Offer {
  readonly request: CompletionRequest;
  readonly generation: Generation;
  readonly text: string;
  readonly growing: boolean;
}

/** What is on the screen, as far as one can know: what was offered last, and where an answer is still awaited. */
export class Offers {
  private last: Offer | undefined;
  private awaited: CompletionRequest | undefined;

  constructor(private readonly events: OfferEvents) {}

  /** True where the last suggestion is still on offer, whole or what is left of it after typing along. */
  has({ document, prefix, suffix }: CompletionRequest): boolean {
    if (this.last === undefined) return false;
    const { request, text } = this.last;
    if (request.document !== document || request.suffix !== suffix || !prefix.startsWith(request.prefix))
      return false;
    const typed = prefix.slice(request.prefix.length);
    return typed.length < text.length && text.startsWith(typed);
  }

  made(generation: Generation, text: string, request: CompletionRequest): void {
    generation.offered = true;
    this.last = { request, generation, text, growing: generation.state === 'live' };
  }

  /** A part of the last one was taken. */
  taken(): void {
    this.last?.generation.taken();
  }

  /** The editor took back its question. @param waitedMs since it asked: the answer is still wanted, or it is not. */
  withdrawn(request: CompletionRequest, waitedMs: number): void {
    if (editorGaveUp(waitedMs)) this.awaited = request;
  }

  /** There is a newer question, or a newer text. */
  movedOn(): void {
    this.awaited = undefined;
  }

  /** A generation will not grow any more, for now. */
  ended(generation: Generation): void {
    const { last, awaited, events } = this;
    if (awaited !== undefined && typeof answerOf(generation, awaited) === 'object') {
      this.awaited = undefined;
      events.onLate?.(awaited);
    } else if (last?.generation === generation && last.growing) {
      const answer = answerOf(generation, last.request);
      if (typeof answer === 'object' && answer.text.length > last.text.length) events.onGrown?.(last.request);
    }
  }

  clear(): void {
    this.last = undefined;
    this.awaited = undefined;
  }
}
