import { echoed } from './echo';
import type { Place } from './request';
import { fittingStart } from './start';
import type { Surroundings } from './surroundings';
import { unwrap } from './unwrap';

/** The part of a model's text that is to stand at the cursor. */
export interface Body {
  readonly from: number;
  readonly to: number;
  /** What is put before it. */
  readonly add: string;
  /** True where something after it proves that it is whole. */
  readonly closed: boolean;
}

/** Finds it: out of its wrapping, without what stands before the cursor already, its start made to fit. */
export function bodyOf(text: string, place: Place, around: Surroundings): Body {
  const { from, to, closed, led } = unwrap(text, around, place.languageId);
  const repeated = echoed(text.slice(from, to), around);
  const { skip, add } = fittingStart(text.slice(from + repeated, to), around, led && repeated === 0);
  return { from: from + repeated + skip, to, add, closed };
}
