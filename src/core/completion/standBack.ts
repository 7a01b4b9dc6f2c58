import { isInSecret } from '../privacy/redact';
import type { CompletionScope } from './scope';
import type { Place } from './request';
import { surroundings } from './surroundings';

/**
 * True where nobody wants to be interrupted: in the middle of a word, and in comments and strings where the person
 * said so.
 */
export function standsBack(place: Place, { comments, strings }: CompletionScope): boolean {
  if (isInsideWord(place)) return true;
  if (comments && strings) return false;
  const { inside } = surroundings(place);
  if (inside === undefined) return false;
  return inside.comment ? !comments : !strings;
}

/** As much of the text around the cursor can make a secret of it, in characters: a key file has some 3,000. */
const secretReach = 4_000;

/** True where the cursor stands in a secret: nobody is asked to continue it. */
export function isAtSecret({ prefix, suffix }: Place): boolean {
  const before = prefix.slice(-secretReach);
  return isInSecret(before + suffix.slice(0, secretReach), before.length);
}

function isInsideWord({ prefix, suffix }: Place): boolean {
  return /[\p{L}\p{N}_]$/u.test(prefix.slice(-2)) && /^[\p{L}\p{N}_]/u.test(suffix.slice(0, 2));
}
