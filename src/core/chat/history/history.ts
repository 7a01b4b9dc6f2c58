import type { Log } from '../../log';
import { eachOf } from './eachOf';
import { newestOf, readFileName, type FileName } from './fileName';
import { isLeftBehind, type HistoryFiles } from './historyFiles';
import { ListIndex } from './listIndex';
import { latest, mergeParts, type Merged, type WrittenPart } from './merge';
import { OwnPart } from './ownPart';
import { readPart, type Part } from './part';
import { summaryOf, type Summary } from './summary';

/** A conversation in the list. */
export interface Listed {
  readonly id: string;
  /** The name that a person gave it, else its first question. */
  readonly title: string;
  /** When it was begun and last changed, in milliseconds since 1970. */
  readonly created: number;
  readonly updated: number;
}

/** What was deleted, to be put back. */
export type Deleted = ReadonlyMap<string, string>;

export interface HistoryParts {
  readonly files: HistoryFiles;
  /** This window's name in the files: lower-case letters and figures, unlike any other window's. */
  readonly writer: string;
  readonly log: Pick<Log, 'warn'>;
  /** In milliseconds since 1970. */
  readonly now: () => number;
}

type NamedFile = FileName & { readonly name: string };

/** How often a folder is looked at anew because a file went away while it was to be read. */
const looks = 4;

/**
 * The conversations that are kept in one folder, by as many windows as there are. Failures of the file system come out
 * as they are; files that are damaged or not ours are set aside and said once in the log.
 */
export class ConversationHistory {
  private readonly index: ListIndex;
  /** This window's parts of the conversations that it has opened or changed. */
  private readonly own = new Map<string, OwnPart>();

  constructor(private readonly parts: HistoryParts) {
    this.index = new ListIndex(parts.files, parts.now);
  }

  /** All conversations, the one changed last first. */
  async list(): Promise<readonly Listed[]> {
    for (let look = 1; ; look += 1) {
      const { newest, outdated } = newestOf(await this.parts.files.list());
      const summaries = new Map<string, Summary[]>();
      const damaged: string[] = [];
      const gone: string[] = [];
      const add = ({ id }: NamedFile, summary: Summary): void => {
        const others = summaries.get(id);
        if (others === undefined) summaries.set(id, [summary]);
        else others.push(summary);
      };
      await this.index.open();
      const unknown: NamedFile[] = [];
      for (const file of newest) {
        const summary = this.index.get(file.name);
        if (summary === undefined) unknown.push(file);
        else add(file, summary);
      }
      await eachOf(unknown, async (file) => {
        const summary = await this.summarize(file, damaged);
        if (summary === 'gone') gone.push(file.name);
        else if (summary !== undefined) add(file, summary);
      });
      await this.setAside(damaged);
      // Another window wrote a newer one meanwhile.
      if (gone.length > 0 && look < looks) continue;
      // Each is in the newer file whole; only a crash leaves it there.
      for (const name of outdated) await this.parts.files.remove(name);
      await this.index.keep(new Set(newest.map(({ name }) => name)));
      return [...summaries].flatMap(listed).sort((a, b) => b.updated - a.updated || (a.id < b.id ? -1 : 1));
    }
  }

  /** A conversation as all windows have left it; `undefined` where it is not there. */
  async read(id: string): Promise<Merged | undefined> {
    const parts = await this.partsOf(id);
    return parts.length === 0 ? undefined : mergeParts(parts);
  }

  /** Reads many conversations, one by one: the folder is looked at once, and again only for what has changed since. */
  async reader(): Promise<(id: string) => Promise<Merged | undefined>> {
    const seen = new Map<string, NamedFile[]>();
    for (const file of newestOf(await this.parts.files.list()).newest) {
      const files = seen.get(file.id);
      if (files === undefined) seen.set(file.id, [file]);
      else files.push(file);
    }
    return async (id) => {
      const parts = await this.partsOf(id, seen.get(id));
      return parts.length === 0 ? undefined : mergeParts(parts);
    };
  }

  /** Opens a conversation to be gone on with, or begins the one with this id. */
  async open(id: string): Promise<{ readonly merged: Merged | undefined; readonly own: OwnPart }> {
    const parts = await this.partsOf(id);
    const merged = parts.length === 0 ? undefined : mergeParts(parts);
    const mine = parts.find(({ writer }) => writer === this.parts.writer);
    // Its name counts on where it stands; a part in memory knows that better than a file read a moment ago.
    const own = this.own.get(id) ?? new OwnPart(this.parts, id, merged, mine);
    if (merged !== undefined) own.learn(merged);
    this.own.set(id, own);
    return { merged, own };
  }

  /** Gives a conversation another name. */
  async rename(id: string, title: string): Promise<void> {
    const { merged, own } = await this.open(id);
    if (merged !== undefined) await own.rename(title);
  }

  /** Deletes a conversation, whoever has written of it. @returns what `restore` needs. */
  async delete(id: string): Promise<Deleted> {
    const { files } = this.parts;
    const deleted = new Map<string, string>();
    this.own.delete(id);
    for (const { name } of (await this.filesOf(id)).all) {
      const text = await files.read(name);
      if (text !== undefined) deleted.set(name, text);
      await files.remove(name);
    }
    return deleted;
  }

  /** Puts back what was deleted. */
  async restore(deleted: Deleted): Promise<void> {
    for (const [name, text] of deleted) {
      this.own.delete(readFileName(name)?.id ?? '');
      await this.parts.files.write(name, text);
    }
  }

  /** Deletes all conversations, and all else that was kept of them. */
  async deleteAll(): Promise<void> {
    const { files } = this.parts;
    this.own.clear();
    await this.index.clear();
    for (const name of await files.list()) await files.remove(name);
  }

  /**
   * Deletes conversations that have not changed for so many days, and what broken-off writes have left.
   * @param except the one that is open stays.
   */
  async prune(days: number, except: string | undefined): Promise<void> {
    const { files, now } = this.parts;
    const oldest = now() - days * 24 * 60 * 60 * 1000;
    for (const { id, updated } of await this.list()) {
      if (updated < oldest && id !== except) await this.delete(id);
    }
    for (const name of await files.list()) {
      if (isLeftBehind(name, now())) await files.remove(name);
    }
  }

  /** @param seen its newest files, where somebody has looked already. */
  private async partsOf(
    id: string,
    seen?: readonly NamedFile[],
  ): Promise<readonly (WrittenPart & { readonly revision: number })[]> {
    for (let look = 1; ; look += 1) {
      const newest = look === 1 && seen !== undefined ? seen : (await this.filesOf(id)).newest;
      const found: (WrittenPart & { readonly revision: number })[] = [];
      const damaged: string[] = [];
      let gone = false;
      for (const { name, writer, revision } of newest) {
        const part = await this.readFile(name, id, damaged);
        if (part === 'gone') gone = true;
        else if (part !== undefined) found.push({ writer, part, revision });
      }
      await this.setAside(damaged);
      // Another window wrote a newer one meanwhile.
      if (!gone || look === looks) return found;
    }
  }

  private async filesOf(
    id: string,
  ): Promise<{ readonly newest: readonly NamedFile[]; readonly all: readonly { readonly name: string }[] }> {
    const names = (await this.parts.files.list()).filter((name) => readFileName(name)?.id === id);
    return { newest: newestOf(names).newest, all: names.map((name) => ({ name })) };
  }

  private async summarize({ name, id }: NamedFile, damaged: string[]): Promise<Summary | 'gone' | undefined> {
    const part = await this.readFile(name, id, damaged);
    if (part === undefined || part === 'gone') return part;
    const summary = summaryOf(part);
    this.index.set(name, summary);
    return summary;
  }

  private async readFile(name: string, id: string, damaged: string[]): Promise<Part | 'gone' | undefined> {
    const text = await this.parts.files.read(name);
    if (text === undefined) return 'gone';
    const reading = readPart(text, id);
    if (reading.kind === 'unreadable') damaged.push(name);
    return reading.kind === 'part' ? reading.part : undefined;
  }

  /** Keeps damaged files under a name that nothing reads again. */
  private async setAside(names: readonly string[]): Promise<void> {
    if (names.length === 0) return;
    const { files, log } = this.parts;
    for (const name of names) {
      if (await files.has(name)) await files.rename(name, `${name}.unreadable`);
    }
    log.warn('historyUnreadable', { files: names.length });
  }
}

/** A conversation without a question is none: it is what another window has deleted. */
function listed([id, parts]: readonly [string, readonly Summary[]]): readonly Listed[] {
  const [first] = parts
    .flatMap((part) => (part.first === undefined ? [] : [part.first]))
    .sort((a, b) => a.at - b.at);
  if (first === undefined) return [];
  return [
    {
      id,
      title: latest(parts.map(({ title }) => title)) ?? first.value,
      created: Math.min(...parts.map(({ created }) => created)),
      updated: Math.max(...parts.map(({ updated }) => updated)),
    },
  ];
}
