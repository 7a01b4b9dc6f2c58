import type { OpenText } from './openText';
import { longestLine } from './piece';
import { wordsOf } from './words';

/** Lines of a window, and lines from one to the next. */
export const windowLines = 12;
const step = 6;
/** A longer file is data or was generated. In lines. */
const mostLines = 6_000;
/** A word that stands in more windows of a file says nothing of any of them. */
const mostWindows = 30;
/** Fewer shared words are chance. */
const leastShared = 4;
/** Windows given back for one file. */
const mostFound = 2;

/** A window of a file, and how alike it is. */
export interface SimilarWindow {
  /** Its first line. */
  readonly first: number;
  /** The Jaccard index of the two sets of words, 0 to 1. */
  readonly likeness: number;
}

/** What words stand where in one version of a file. Built in small steps. */
export class FileIndex {
  readonly version: number;
  private next = 0;
  /** Words of the step before, which is the first half of the window that ends now. */
  private half: ReadonlySet<string> = new Set();
  /** How many words each window has. */
  private readonly sizes: number[] = [];
  private readonly windows = new Map<string, number[]>();

  constructor(private readonly text: OpenText) {
    this.version = text.version;
    if (text.lineCount > mostLines) this.next = Infinity;
  }

  /** True once the whole file is in. */
  get isWhole(): boolean {
    return this.next >= this.text.lineCount;
  }

  /** Reads on, by so many lines at most. */
  work(lines: number): void {
    for (let read = 0; read < lines && !this.isWhole; read += step) {
      const half = this.wordsFrom(this.next);
      this.addWindow(new Set([...this.half, ...half]));
      this.half = half;
      this.next += step;
    }
  }

  /** The windows that are most like a text of these words, the most alike first. @param words 255 at most. */
  search(words: ReadonlySet<string>): readonly SimilarWindow[] {
    const shared = new Uint8Array(this.sizes.length);
    const alike: number[] = [];
    for (const word of words) {
      const windows = this.windows.get(word);
      if (windows === undefined || windows.length > mostWindows) continue;
      for (const window of windows) {
        const count = (shared[window] ?? 0) + 1;
        shared[window] = count;
        if (count === leastShared) alike.push(window);
      }
    }
    const found = alike.map((window): SimilarWindow => {
      const count = shared[window] ?? 0;
      const likeness = count / (words.size + (this.sizes[window] ?? 0) - count);
      return { first: Math.max(0, (window - 1) * step), likeness };
    });
    found.sort((a, b) => b.likeness - a.likeness || a.first - b.first);
    return apart(found);
  }

  private wordsFrom(first: number): ReadonlySet<string> {
    const words = new Set<string>();
    for (let at = first; at < Math.min(first + step, this.text.lineCount); at += 1) {
      const line = this.text.line(at);
      if (line.length > longestLine) continue;
      for (const word of wordsOf(line)) words.add(word);
    }
    return words;
  }

  private addWindow(words: ReadonlySet<string>): void {
    const window = this.sizes.push(words.size) - 1;
    for (const word of words) {
      const known = this.windows.get(word);
      if (known === undefined) this.windows.set(word, [window]);
      // One more than is looked at, so that it shows that there are too many.
      else if (known.length <= mostWindows) known.push(window);
    }
  }
}

/** The best of them that do not overlap. */
function apart(sorted: readonly SimilarWindow[]): readonly SimilarWindow[] {
  const taken: SimilarWindow[] = [];
  for (const one of sorted) {
    if (taken.length === mostFound) break;
    if (taken.every(({ first }) => Math.abs(first - one.first) >= windowLines)) taken.push(one);
  }
  return taken;
}
