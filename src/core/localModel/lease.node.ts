import { randomUUID } from 'node:crypto';
import { link, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';

/**
 * The right to do something alone, among processes that share a folder: a file that its holder touches again and
 * again. Whoever finds it untouched for long takes it over. No process id decides anything: those are given out
 * again, and tell nothing of a process that hangs.
 */
export class Lease {
  /** What stands in the file while it is ours. */
  readonly id = randomUUID();

  /** @param staleMs after how long without a touch it counts as left behind, in milliseconds. */
  constructor(
    private readonly file: string,
    private readonly staleMs: number,
  ) {}

  /** @returns true where it is ours from now on. */
  async take(): Promise<boolean> {
    for (let attempt = 0; attempt < 3; attempt += 1) {
      try {
        await writeFile(this.file, this.id, { flag: 'wx', mode: 0o600 });
        return true;
      } catch (error) {
        if (!hasCode(error, 'EEXIST')) throw error;
      }
      if (await isFresh(this.file, this.staleMs)) return false;
      await this.clearStale();
    }
    return false;
  }

  /** Says that we are still here. @returns false where it was taken from us, or away: then we have to end. */
  async touch(): Promise<boolean> {
    if (!(await this.isOurs())) return false;
    const now = new Date();
    try {
      await utimes(this.file, now, now);
      return true;
    } catch {
      // Taken away in this very moment.
      return false;
    }
  }

  async isOurs(): Promise<boolean> {
    try {
      return (await readFile(this.file, 'utf8')) === this.id;
    } catch {
      return false;
    }
  }

  async release(): Promise<void> {
    if (await this.isOurs()) await rm(this.file, { force: true });
  }

  /** Moves a stale file away. Two may judge it at once; the second must not move the first one's new file. */
  private async clearStale(): Promise<void> {
    const aside = `${this.file}.${this.id}`;
    try {
      await rename(this.file, aside);
    } catch {
      // Somebody else was quicker.
      return;
    }
    // Not the one that was judged: it goes back, unless a third has begun; then its holder notices and ends.
    if (await isFresh(aside, this.staleMs)) await link(aside, this.file).catch(() => undefined);
    await rm(aside, { force: true });
  }
}

/** Who holds it now. @returns `undefined` where nobody does, or its holder is gone. */
export async function holderOf(file: string, staleMs: number): Promise<string | undefined> {
  if (!(await isFresh(file, staleMs))) return undefined;
  return readFile(file, 'utf8').catch(() => undefined);
}

/** True where a file was touched within so many milliseconds. */
export async function isFresh(file: string, withinMs: number): Promise<boolean> {
  try {
    const { mtimeMs } = await stat(file);
    return Date.now() - mtimeMs < withinMs;
  } catch {
    return false;
  }
}

function hasCode(error: unknown, code: string): boolean {
  return (error as { code?: unknown } | undefined)?.code === code;
}
