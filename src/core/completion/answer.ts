import { containsMask } from '../privacy/mask';
import { closedBelow } from './betweenBraces';
import type { Generation } from './generation';
import { merged } from './merge';
import { restOfLine, type CompletionRequest, type Suggestion } from './request';
import { sureRestOf } from './reuse';
import { firstLine } from './sure';

/** What can be said at a place now. */
export type Answer = Suggestion | 'wait' | 'nothing';

/** What a generation has to say at a place now: what is sure, as much as was asked for, fitted to what stands there. */
export function answerOf(generation: Generation, request: CompletionRequest): Answer {
  const rest = sureRestOf(generation, request);
  const { state, said, anchor, extent } = generation;
  if (rest === undefined || rest.text.trim() === '') return state === 'whole' ? 'nothing' : 'wait';
  const text = extent === 'line' ? firstLine(rest.text, restOfLine(request)) : rest.text;
  const fitted = merged(text, said.sure, anchor, request);
  // A model that was shown masks may write them; in the person's file they would stand for nothing.
  if (fitted === undefined || containsMask(fitted.text)) return state === 'live' ? 'wait' : 'nothing';
  return { ...closedBelow(fitted, request), replacePrefix: rest.replacePrefix, id: generation.id };
}
