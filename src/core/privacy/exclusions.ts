import ignore, { type Ignore } from 'ignore';
import { isAlwaysPrivate } from './alwaysPrivate';

/** Why a file stays on this machine. */
export type Exclusion =
  /** It is a file of keys or passwords. */
  | 'alwaysPrivate'
  /** `aliada.exclude` names it. */
  | 'setting'
  /** A `.aliadaignore` or `.gitignore` names it. */
  | 'ignoreFile'
  /** Its ignore files could not be read, so that nobody knows. */
  | 'unknown';

/** A file, and the workspace folder that it lies in. */
export interface FilePlace {
  /** Names the file, the same at each call: its URI. */
  readonly id: string;
  /** The folder's own name for reading below it, or `undefined` for a file outside of every workspace folder. */
  readonly root: string | undefined;
  /** Path below `root`, or the whole path; with `/` between its parts. */
  readonly path: string;
}

/** What the rules need to read. */
export interface IgnoreReader {
  /**
   * The text of the ignore file `path` below `root`, or `undefined` where there is none.
   * @throws where it is there and cannot be read.
   */
  read(root: string, path: string): Promise<string | undefined>;
  /** Where the file really lies, where a symbolic link leads to it; otherwise the same place. */
  resolve(place: FilePlace): Promise<FilePlace>;
}

/** Names of the files with rules. Each of them can only take files out; none brings back what another took. */
export const ignoreFileNames = ['.aliadaignore', '.gitignore'] as const;

/** Files whose answer is kept. */
const mostFiles = 1_000;

/**
 * The one gate for files: whether one may be completed in, attached or read as context. Answers are kept, so
 * that a keystroke touches no disk; `forget` when an ignore file, a file's place or the setting changes.
 */
export class Exclusions {
  private answers = new Map<string, Promise<Exclusion | undefined>>();
  private rules = new Map<string, Promise<Ignore | undefined>>();

  /** @param patterns lists of `aliada.exclude`, in the syntax of `.gitignore`; each can only take files out. */
  constructor(
    private readonly reader: IgnoreReader,
    private readonly patterns: (id: string) => readonly (readonly string[])[],
  ) {}

  /** Why the file stays here, or `undefined` where it may be sent. Never throws. */
  of(place: FilePlace): Promise<Exclusion | undefined> {
    const known = this.answers.get(place.id);
    if (known !== undefined) return known;
    if (this.answers.size >= mostFiles) this.answers.clear();
    const answer = this.decide(place).catch(() => 'unknown' as const);
    this.answers.set(place.id, answer);
    return answer;
  }

  /** Reads everything anew from now on; with an `id`, only where that file lies. */
  forget(id?: string): void {
    if (id !== undefined) {
      this.answers.delete(id);
      return;
    }
    // New maps, so that what is being read now does not come back as an answer.
    this.answers = new Map();
    this.rules = new Map();
  }

  private async decide(place: FilePlace): Promise<Exclusion | undefined> {
    const seen = normal(place);
    const first = await this.decideAt(seen);
    if (first !== undefined) return first;
    const real = normal(await this.reader.resolve(seen));
    return real.path === seen.path && real.root === seen.root ? undefined : this.decideAt(real);
  }

  private async decideAt(place: FilePlace): Promise<Exclusion | undefined> {
    const { path } = place;
    // The whole of it: the workspace may be a folder of keys itself.
    if (isAlwaysPrivate(`${place.root ?? ''}/${path}`)) return 'alwaysPrivate';
    if (path === '') return undefined;
    if (
      this.patterns(place.id).some((list) =>
        ignore()
          .add([...list])
          .ignores(path),
      )
    )
      return 'setting';
    const { root } = place;
    if (root === undefined) return undefined;
    for (const name of ignoreFileNames) {
      if (await this.isIgnored(root, path, name)) return 'ignoreFile';
    }
    return undefined;
  }

  /** As git decides: from the top down, a folder that is out takes all below it; deeper files have the last word. */
  private async isIgnored(root: string, path: string, name: string): Promise<boolean> {
    const parts = path.split('/');
    for (let depth = 1; depth <= parts.length; depth += 1) {
      const part = parts.slice(0, depth).join('/') + (depth < parts.length ? '/' : '');
      if (await this.isNamed(root, part, name)) return true;
    }
    return false;
  }

  /** What the ignore files in the folders above `part` say of it, the nearest first. */
  private async isNamed(root: string, part: string, name: string): Promise<boolean> {
    const folders = part.replace(/\/$/, '').split('/').slice(0, -1);
    for (let depth = folders.length; depth >= 0; depth -= 1) {
      const folder = folders
        .slice(0, depth)
        .map((one) => `${one}/`)
        .join('');
      const rules = await this.rulesIn(root, folder + name);
      const said = rules?.test(part.slice(folder.length));
      if (said?.ignored === true) return true;
      if (said?.unignored === true) return false;
    }
    return false;
  }

  private rulesIn(root: string, file: string): Promise<Ignore | undefined> {
    const id = `${root}\n${file}`;
    let rules = this.rules.get(id);
    if (rules === undefined) {
      rules = this.reader
        .read(root, file)
        .then((text) => (text === undefined ? undefined : ignore().add(text)));
      this.rules.set(id, rules);
    }
    return rules;
  }
}

/** Without `.` and `..`; a path that climbs out of its folder belongs to none. */
function normal(place: FilePlace): FilePlace {
  const parts: string[] = [];
  let climbed = false;
  for (const part of place.path.split('/')) {
    if (part === '..') climbed = parts.pop() === undefined || climbed;
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return { ...place, root: climbed ? undefined : place.root, path: parts.join('/') };
}
