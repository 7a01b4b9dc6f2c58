import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { HistoryFiles } from '../../src/core/chat/history/historyFiles';

/** A folder on disk, as the editor's. */
export function diskFiles(folder: string): HistoryFiles {
  const at = (name: string): string => path.join(folder, name);
  const orMissing = async <T>(work: Promise<T>, missing: T): Promise<T> => {
    try {
      return await work;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return missing;
      throw error;
    }
  };
  return {
    list: () => orMissing(readdir(folder), []),
    read: (name) => orMissing<string | undefined>(readFile(at(name), 'utf8'), undefined),
    write: async (name, text) => {
      await mkdir(folder, { recursive: true });
      await writeFile(at(name), text);
    },
    rename: (from, to) => rename(at(from), at(to)),
    has: (name) =>
      orMissing(
        stat(at(name)).then(() => true),
        false,
      ),
    remove: (name) => rm(at(name), { force: true }),
  };
}

/** Everything ends: from here on nothing reaches the disk. */
class Crash extends Error {}

/**
 * A folder in memory that any number of windows share. A window of it can be made to go down at any step of what it
 * does: then what it was writing is there half.
 */
export class MemoryFolder {
  readonly files = new Map<string, string>();

  /** @param stepsLeft how many changes the window makes before it goes down; left out, it does not. */
  window(stepsLeft = Infinity): HistoryFiles & { readonly steps: () => number } {
    const { files } = this;
    let steps = 0;
    const step = (half?: () => void): void => {
      if (steps >= stepsLeft) {
        if (steps === stepsLeft) half?.();
        steps = Infinity;
        throw new Crash();
      }
      steps += 1;
    };
    return {
      steps: () => steps,
      list: () => Promise.resolve([...files.keys()]),
      read: (name) => Promise.resolve(files.get(name)),
      has: (name) => Promise.resolve(files.has(name)),
      write: async (name, text) => {
        await Promise.resolve();
        step(() => files.set(name, text.slice(0, text.length / 2)));
        files.set(name, text);
      },
      rename: async (from, to) => {
        await Promise.resolve();
        step();
        const text = files.get(from);
        if (text === undefined) throw new Error(`no ${from}`);
        files.delete(from);
        files.set(to, text);
      },
      remove: async (name) => {
        await Promise.resolve();
        step();
        files.delete(name);
      },
    };
  }

  /** Names of files that hold conversations. */
  get conversations(): readonly string[] {
    return [...this.files.keys()].filter((name) => /^[0-9a-z-]+\.[0-9a-z]+\.\d+\.json$/.test(name));
  }
}
