import { fieldsOf, parse } from './json';
import { writeWhole, type HistoryFiles } from './historyFiles';
import { readSummary, type Summary } from './summary';

const indexFile = 'index.json';
const version = 1;

/**
 * Summaries of files by their names, for a list at once. A file never changes under its name, so a summary is right or
 * its file is gone; without the index, or with a damaged one, the files are read.
 */
export class ListIndex {
  private summaries: Map<string, Summary> | undefined;
  private changed = false;

  constructor(
    private readonly files: HistoryFiles,
    private readonly now: () => number,
  ) {}

  /** Reads what was kept, once. Before that nothing is known. */
  async open(): Promise<void> {
    this.summaries ??= await this.load();
  }

  get(name: string): Summary | undefined {
    return this.summaries?.get(name);
  }

  set(name: string, summary: Summary): void {
    this.summaries?.set(name, summary);
    this.changed = true;
  }

  /** Forgets files that are gone, and writes the index where it is no longer what was read. */
  async keep(names: ReadonlySet<string>): Promise<void> {
    for (const name of this.summaries?.keys() ?? []) {
      if (names.has(name)) continue;
      this.summaries?.delete(name);
      this.changed = true;
    }
    if (!this.changed) return;
    this.changed = false;
    const entries = Object.fromEntries(this.summaries ?? []);
    await writeWhole(this.files, indexFile, JSON.stringify({ version, entries }), this.now());
  }

  /** Removes it. */
  async clear(): Promise<void> {
    this.summaries = new Map();
    this.changed = false;
    await this.files.remove(indexFile);
  }

  private async load(): Promise<Map<string, Summary>> {
    const fields = fieldsOf(parse((await this.files.read(indexFile)) ?? ''));
    const summaries = new Map<string, Summary>();
    if (fields?.version !== version) return summaries;
    for (const [name, value] of Object.entries(fieldsOf(fields.entries) ?? {})) {
      const summary = readSummary(value);
      if (summary !== undefined) summaries.set(name, summary);
    }
    return summaries;
  }
}
