import { restAfter, type Rest } from './agreement';
import type { Anchor, Generation } from './generation';
import { lineBefore } from './request';
import { typedSince } from './typed';

/** Generations that are remembered: a screenful of places to come back to. */
const remembered = 24;

/** A generation that goes on from where the cursor stands. */
export interface Reusable {
  readonly generation: Generation;
  /** `'behind'` while the person has typed further than the model has written. */
  readonly rest: Rest | 'behind';
}

/** What has been generated lately, to be served again wherever it still fits. */
export class Reuse {
  /** The newest first. */
  private generations: Generation[] = [];

  add(generation: Generation): void {
    this.generations = [generation, ...this.generations].slice(0, remembered);
  }

  remove(generation: Generation): void {
    this.generations = this.generations.filter((one) => one !== generation);
  }

  clear(): void {
    this.generations = [];
  }

  /** True where a generation says the same at a place. */
  says(text: string, place: Anchor): boolean {
    return this.generations.some((generation) => {
      const rest = restOf(generation, place);
      return typeof rest === 'object' && rest.text.startsWith(text);
    });
  }

  /** The generation that has most left to say at a place, the newest of equals. */
  find(place: Anchor): Reusable | undefined {
    let best: Reusable | undefined;
    for (const generation of this.generations) {
      const rest = restOf(generation, place);
      if (rest === undefined || !useful(generation, rest)) continue;
      if (best === undefined || length(rest) > length(best.rest)) best = { generation, rest };
    }
    return best;
  }
}

/** What a generation still has to say at a place; `undefined` where it does not fit there. */
export function restOf({ anchor, said }: Generation, place: Anchor): Rest | 'behind' | undefined {
  return left(said.all.text, anchor, place);
}

/** Of that, what may be shown now. */
export function sureRestOf({ anchor, said }: Generation, place: Anchor): Rest | undefined {
  const rest = left(said.sure.text, anchor, place);
  return rest === 'behind' ? undefined : rest;
}

function left(text: string, anchor: Anchor, place: Anchor): Rest | 'behind' | undefined {
  if (anchor.document !== place.document) return undefined;
  const typed = typedSince(anchor, place);
  return typed === undefined ? undefined : restAfter(text, typed, lineBefore(anchor).trim() === '');
}

/** One that was overtaken and writes no more has nothing to say. */
function useful({ state }: Generation, rest: Rest | 'behind'): boolean {
  return rest !== 'behind' || state === 'live';
}

function length(rest: Rest | 'behind'): number {
  return rest === 'behind' ? 0 : rest.text.length;
}
