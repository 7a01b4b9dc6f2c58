import { FileIndex, type SimilarWindow } from './fileIndex';
import type { OpenText } from './openText';

/** Files that are kept in mind. */
const mostFiles = 20;
/** Lines read in one step of work: well under a millisecond. */
const linesAtOnce = 120;
/** A file that changes is read again when so long has passed, in milliseconds. */
const againMs = 10_000;

interface Known {
  text: OpenText;
  /** What is searched: of this version or an older one. */
  ready: FileIndex | undefined;
  building: FileIndex | undefined;
  /** When it was read. */
  at: number;
}

/** Windows of open files that are like the text that is being written. Reads files while nobody waits. */
export class SimilarWindows {
  /** The last wanted is the last. */
  private readonly files = new Map<string, Known>();

  /** Grows whenever a file has been read for the first time. */
  news = 0;

  /** @param now milliseconds on a clock that never goes back. */
  constructor(private readonly now: () => number) {}

  /**
   * The files to search from now on, the nearest first. What changed since it was read is read again.
   * @returns true where there is work to do.
   */
  follow(texts: readonly OpenText[]): boolean {
    for (const text of texts.slice(0, mostFiles).reverse()) {
      const known = this.files.get(text.id) ?? { text, ready: undefined, building: undefined, at: 0 };
      known.text = text;
      this.files.delete(text.id);
      this.files.set(text.id, known);
    }
    for (const id of this.files.keys()) {
      if (this.files.size <= mostFiles) break;
      this.files.delete(id);
    }
    return [...this.files.values()].some(this.needsWork);
  }

  /** One step of reading. @returns true where there is more to do. */
  work(): boolean {
    const known = [...this.files.values()].reverse().find(this.needsWork);
    if (known === undefined) return false;
    const { text } = known;
    if (known.building?.version !== text.version) known.building = new FileIndex(text);
    known.building.work(linesAtOnce);
    if (known.building.isWhole) {
      if (known.ready === undefined) this.news += 1;
      known.ready = known.building;
      known.building = undefined;
      known.at = this.now();
    }
    return true;
  }

  /** The windows of a file that are like a text of these words; none before the file has been read. */
  search(text: OpenText, words: ReadonlySet<string>): readonly SimilarWindow[] {
    return this.files.get(text.id)?.ready?.search(words) ?? [];
  }

  forget(document: string): void {
    this.files.delete(document);
  }

  private readonly needsWork = ({ text, ready, building, at }: Known): boolean =>
    building !== undefined ||
    ready === undefined ||
    (ready.version !== text.version && this.now() - at >= againMs);
}
