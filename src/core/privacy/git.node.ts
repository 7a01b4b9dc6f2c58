import { readFile, realpath, stat } from 'node:fs/promises';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { readGitConfig } from './gitConfig';

/** A longer file is no list of rules and no configuration. In bytes. */
const longest = 1_000_000;
/** How far one configuration may include another. */
const deepest = 5;

/** Told of every place that was looked at, be there a file or not: what an answer rests on. */
export type Looked = (file: string) => void;

/**
 * Where a file's rules begin: the nearest folder at or above `folder` that is a git repository, or `folder` itself.
 * Links are followed, as git follows them. Git itself is not run.
 */
export async function repositoryOf(
  folder: string,
  looked: Looked = () => undefined,
): Promise<{ readonly top: string; readonly folder: string }> {
  const real = await realpath(folder);
  for (let top = real; ; top = dirname(top)) {
    const git = join(top, '.git');
    looked(git);
    if ((await kindOf(git)) !== undefined) return { top, folder: real };
    if (dirname(top) === top) return { top: real, folder: real };
  }
}

/** The rules in the repository's own `info/exclude`; in a worktree or a submodule `.git` is a file that leads to it. */
export async function repositoryExcludes(
  repository: string,
  looked: Looked = () => undefined,
): Promise<string | undefined> {
  const git = join(repository, '.git');
  let folder = git;
  if ((await kindOf(git)) === 'file') {
    const [, leads] = /^gitdir: (.+)/.exec((await read(git)) ?? '') ?? [];
    if (leads === undefined) return undefined;
    folder = resolve(repository, leads.trim());
    const common = await read(join(folder, 'commondir'));
    if (common !== undefined) folder = resolve(folder, common.trim());
  }
  const file = join(folder, 'info', 'exclude');
  looked(file);
  return read(file);
}

/**
 * The person's own rules for all repositories: the file that `core.excludesFile` names, or git's usual one.
 * @param env for `XDG_CONFIG_HOME` and `GIT_CONFIG_GLOBAL`.
 * @throws where a file is there and cannot be read.
 */
export async function personalExcludes(
  home: string,
  env: Readonly<Record<string, string | undefined>>,
  looked: Looked = () => undefined,
): Promise<string | undefined> {
  const own = env.XDG_CONFIG_HOME;
  const folder = join(own === undefined || own === '' ? join(home, '.config') : own, 'git');
  const global = env.GIT_CONFIG_GLOBAL;
  const configs = global === undefined ? [join(folder, 'config'), join(home, '.gitconfig')] : [global];
  let file = join(folder, 'ignore');
  for (const config of configs) file = (await excludesFileIn(config, home, looked)) ?? file;
  if (!isAbsolute(file)) return undefined;
  looked(file);
  return read(file);
}

/** The last word of a configuration, and of those that it includes, on `core.excludesFile`. */
async function excludesFileIn(
  config: string,
  home: string,
  looked: Looked,
  depth = 0,
): Promise<string | undefined> {
  looked(config);
  let found: string | undefined;
  for (const { name, value } of readGitConfig((await read(config)) ?? '')) {
    const path = value.startsWith('~/') ? join(home, value.slice(2)) : value;
    if (name === 'core.excludesfile') found = path;
    if (name === 'include.path' && depth < deepest) {
      const included = resolve(dirname(config), path);
      found = (await excludesFileIn(included, home, looked, depth + 1)) ?? found;
    }
  }
  return found;
}

/** The text of a file; `undefined` where there is none, or something else, such as `/dev/null`. */
async function read(file: string): Promise<string | undefined> {
  if ((await kindOf(file)) !== 'file') return undefined;
  const { size } = await stat(file);
  if (size > longest) throw new Error('too long to be read');
  return readFile(file, 'utf8');
}

async function kindOf(path: string): Promise<'file' | 'other' | undefined> {
  try {
    return (await stat(path)).isFile() ? 'file' : 'other';
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // What lies in a folder that is closed to the person is closed to git as well, which goes on without it.
    if (['ENOENT', 'ENOTDIR', 'EACCES', 'EPERM'].includes(code ?? '')) return undefined;
    throw error;
  }
}
