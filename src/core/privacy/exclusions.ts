import ignore, { type Ignore } from 'ignore';
import { isAlwaysPrivate } from './alwaysPrivate';

/** Why a file stays on this machine. */
export type Exclusion =
  /** It is a file of keys or passwords. */
  | 'alwaysPrivate'
  /** `aliada.exclude` names it. */
  | 'setting'
  /** A `.aliadaignore`, a `.gitignore` or another of git's files of rules names it. */
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

/** Where the rules for a workspace folder begin. */
export interface Top {
  /** The folder's own name, or that of the repository above that it lies in. */
  readonly root: string;
  /** Where the workspace folder lies below `root`: empty, or a path that ends with `/`. */
  readonly below: string;
}

/** What the rules need to read. */
export interface IgnoreReader {
  /** Finds the repository that the workspace folder `root` lies in. */
  top(root: string): Promise<Top>;
  /**
   * The text of the ignore file `path` below `root`, or `undefined` where there is none.
   * @throws where it is there and cannot be read.
   */
  read(root: string, path: string): Promise<string | undefined>;
  /** The repository's own rules, where `folder` below `root` is one: its `.git/info/exclude`. `folder` ends with `/`. */
  repositoryExcludes(root: string, folder: string): Promise<string | undefined>;
  /** The person's own rules for every repository, as git reads them (`core.excludesFile`). */
  personalExcludes(root: string): Promise<string | undefined>;
  /** Where the file really lies, where a symbolic link leads to it; otherwise the same place. */
  resolve(place: FilePlace): Promise<FilePlace>;
}

/** Names of the files with rules. Each of them can only take files out; none brings back what another took. */
export const ignoreFileNames = ['.aliadaignore', '.gitignore'] as const;

/** Rules, and the folder that their paths begin at. */
type Source = readonly [folder: string, read: () => Promise<Ignore | undefined>];

/** Files whose answer is kept. */
const mostFiles = 1_000;

/**
 * The one gate for files: whether one may be completed in, attached or read as context. Answers are kept, so
 * that a keystroke touches no disk; `forget` when an ignore file, a file's place or the setting changes.
 */
export class Exclusions {
  private answers = new Map<string, Promise<Exclusion | undefined>>();
  private rules = new Map<string, Promise<Ignore | undefined>>();
  private tops = new Map<string, Promise<Top>>();

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
    this.tops = new Map();
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
    const top = await this.topOf(root);
    for (const name of ignoreFileNames) {
      if (await this.isIgnored(top.root, top.below + path, name)) return 'ignoreFile';
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

  /** What the ignore files in the folders above `part` say of it, the nearest first; then git's other files. */
  private async isNamed(root: string, part: string, name: string): Promise<boolean> {
    const folders = foldersAbove(part);
    const ofFolders = folders.map((folder) => [folder, () => this.rulesIn(root, folder + name)] as const);
    const sources = name === '.gitignore' ? [...ofFolders, ...this.otherRules(root, folders)] : ofFolders;
    for (const [folder, read] of sources) {
      const said = (await read())?.test(part.slice(folder.length));
      if (said?.ignored === true) return true;
      if (said?.unignored === true) return false;
    }
    return false;
  }

  /** What git reads beside the `.gitignore` files, and after them. */
  private otherRules(root: string, folders: readonly string[]): readonly Source[] {
    const { reader } = this;
    return [
      ...folders.map((folder): Source => {
        const read = (): Promise<string | undefined> => reader.repositoryExcludes(root, folder);
        return [folder, () => this.kept(root, `${folder}/repository`, read)];
      }),
      ['', () => this.kept(root, '/personal', () => reader.personalExcludes(root))],
    ];
  }

  private topOf(root: string): Promise<Top> {
    let top = this.tops.get(root);
    if (top === undefined) {
      top = this.reader.top(root);
      this.tops.set(root, top);
    }
    return top;
  }

  private rulesIn(root: string, file: string): Promise<Ignore | undefined> {
    return this.kept(root, file, () => this.reader.read(root, file));
  }

  private kept(
    root: string,
    what: string,
    read: () => Promise<string | undefined>,
  ): Promise<Ignore | undefined> {
    const id = `${root}\n${what}`;
    let rules = this.rules.get(id);
    if (rules === undefined) {
      rules = read().then((text) => (text === undefined ? undefined : ignore().add(text)));
      this.rules.set(id, rules);
    }
    return rules;
  }
}

/** The folders that `part` lies in, the nearest first, each with `/` at its end; the topmost is empty. */
function foldersAbove(part: string): readonly string[] {
  const names = part.replace(/\/$/, '').split('/').slice(0, -1);
  return [...names.map((_, at) => `${names.slice(0, names.length - at).join('/')}/`), ''];
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
