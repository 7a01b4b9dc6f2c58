import type { LanguageGuard } from '../language/spoken/guard';
import { joined } from './secondTry';
import type { TurnEvent } from './turnEvent';

export interface SecondAnswer {
  readonly events: AsyncIterable<TurnEvent>;
  readonly guard: LanguageGuard;
  /** The beginning of the first answer, which stays. */
  readonly kept: string;
  /** What of the first answer nobody has seen yet. */
  readonly before: string;
  /** How the turn ends where nothing comes. */
  readonly whole: TurnEvent;
}

/**
 * The second answer, in the place of the first from its first text on. It is not asked for a third time: still wrong, it
 * is marked. Where nothing comes, the first stays, marked.
 */
export async function* secondAnswer({
  events,
  guard,
  kept,
  before,
  whole,
}: SecondAnswer): AsyncGenerator<TurnEvent> {
  let begun = false;
  let marked = false;
  for await (const event of events) {
    if (event.type === 'text') {
      const text = begun ? event.text : joined(kept, event.text);
      if (text === '') continue;
      if (!begun && before === '') yield { type: 'rewind', to: kept.length };
      begun = true;
      guard.push(text);
      yield { type: 'text', text };
    } else if (event.type === 'done') guard.end();
    if (begun && !marked && guard.verdict.verdict === 'wrong') {
      marked = true;
      yield { type: 'drifted' };
    }
    if (event.type === 'done' || event.type === 'failed') {
      if (!begun) {
        if (before !== '') yield { type: 'text', text: before };
        yield { type: 'drifted' };
      }
      yield begun || event.type === 'failed' ? event : whole;
    } else if (event.type !== 'text') yield event;
  }
}
