import { EndpointError } from '../endpoint/errors';
import type { LanguageGuard } from '../language/spoken/guard';
import { Hold } from './hold';
import { secondAnswer } from './secondAnswer';
import type { TurnEvent } from './turnEvent';

/** The longest beginning that is held back, in characters. */
const heldCharacters = 80;

export interface Guarded {
  readonly first: () => AsyncGenerator<TurnEvent>;
  /** Asks once more; `good` is the beginning of the answer that stays. */
  readonly again: (good: string) => AsyncGenerator<TurnEvent>;
  readonly newGuard: () => LanguageGuard;
  /** False where what was shown cannot be taken back: then the first sentence is held until its language is known. */
  readonly canReplace: boolean;
  /** The server that is asked, for what is said of an empty answer. */
  readonly host: string;
  /** Told once of each answer whose language could be seen: whether the model drifted. */
  readonly onJudged: (drifted: boolean) => void;
}

/**
 * An answer whose language is watched. In the wrong one it is asked for once more: from where the drift begins where the
 * beginning is good, else anew. What stays wrong is marked. Where the second try brings nothing, nothing that came
 * before is lost.
 */
export async function* guarded(parts: Guarded): AsyncGenerator<TurnEvent> {
  const guard = parts.newGuard();
  const hold = new Hold(parts.canReplace ? 0 : heldCharacters);
  let text = '';
  let marked = false;
  let last: TurnEvent | undefined;
  for await (const event of parts.first()) {
    if (event.type === 'text') {
      text += event.text;
      guard.push(event.text);
    } else if (event.type === 'done') guard.end();
    const { verdict } = guard.verdict;
    if (verdict === 'wrong' && !marked && (parts.canReplace || hold.isHolding)) {
      // The piece that shows the drift is shown too: until something better comes, the answer is what it is.
      if (parts.canReplace && event.type === 'text') yield event;
      if (event.type === 'done') last = event;
      break;
    }
    if (event.type !== 'text') yield* textOf(isLast(event) ? hold.release() : '');
    if (verdict === 'wrong' && !marked) {
      marked = true;
      yield { type: 'drifted' };
    }
    if (event.type === 'text') {
      yield* textOf(hold.take(event.text));
      if (verdict === 'right') yield* textOf(hold.release());
    } else yield event;
  }
  const found = guard.verdict;
  if (found.verdict !== 'unsure') parts.onJudged(found.verdict === 'wrong');
  if (found.verdict !== 'wrong' || marked) return;
  yield { type: 'retrying' };
  const kept = parts.canReplace ? text.slice(0, found.atCharacter) : '';
  const before = parts.canReplace ? '' : text;
  const whole = last ?? emptyAnswer(parts.host);
  yield* secondAnswer({ events: parts.again(kept), guard: parts.newGuard(), kept, before, whole });
}

/** The first answer was broken off for a second one: without that, it is not whole. */
function emptyAnswer(host: string): TurnEvent {
  return { type: 'failed', error: new EndpointError('badResponse', { host }) };
}

function isLast({ type }: TurnEvent): boolean {
  return type === 'done' || type === 'failed';
}

function* textOf(text: string): Generator<TurnEvent> {
  if (text !== '') yield { type: 'text', text };
}
