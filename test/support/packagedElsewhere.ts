import { execFile, execFileSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

export interface Elsewhere {
  /** Of the folder, which is another one for each call anyway. */
  readonly name: string;
  readonly umask: string;
  readonly timeZone: string;
  /** When the files were changed last, in seconds since 1970. */
  readonly touched: number;
  /** What of the tools to run, with its arguments; it packages on its way. */
  readonly run: readonly string[];
  /** More variables for it. */
  readonly env?: Readonly<Record<string, string>>;
}

/** When the commit was made, by UTC. */
const committed = '2026-01-02T03:04:06Z';

/**
 * Packages a copy of this checkout, as it is now, in a folder of its own: a repository with one commit, tagged as a
 * release, and node_modules of hard links.
 */
export async function packagedElsewhere({
  name,
  umask,
  timeZone,
  touched,
  run,
  env: more,
}: Elsewhere): Promise<{
  readonly vsix: Buffer;
  readonly bill: string;
  readonly printed: string;
}> {
  const root = process.cwd();
  const above = await mkdtemp(path.join(tmpdir(), `aliada-package-${name}-`));
  const folder = path.join(above, name);
  try {
    const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
      cwd: root,
      encoding: 'utf8',
    });
    for (const file of listed.split('\0')) {
      if (file === '') continue;
      await mkdir(path.join(folder, path.dirname(file)), { recursive: true });
      // One that is deleted and not committed is still listed.
      await cp(path.join(root, file), path.join(folder, file)).catch(ifMissing);
      await utimes(path.join(folder, file), touched, touched).catch(ifMissing);
    }
    const changelog = path.join(folder, 'CHANGELOG.md');
    const dated = (await readFile(changelog, 'utf8')).replace('- unreleased', `- ${committed.slice(0, 10)}`);
    await writeFile(changelog, dated);
    const { linkFolder } = (await import(
      pathToFileURL(path.join(root, 'tools', 'lib', 'files.mjs')).href
    )) as {
      linkFolder: (from: string, to: string) => Promise<void>;
    };
    await linkFolder(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
    const env = {
      ...withoutGit(process.env),
      ...{ GIT_AUTHOR_DATE: committed, GIT_COMMITTER_DATE: committed, TZ: timeZone, SOURCE_DATE_EPOCH: '' },
      ...more,
    };
    const { version } = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8')) as {
      version: string;
    };
    const who = ['-c', 'user.name=A', '-c', 'user.email=a@example.org', '-c', 'commit.gpgsign=false'];
    for (const args of [
      ['init', '-q'],
      ['add', '-A'],
      [...who, 'commit', '-q', '-m', 'All'],
      ['tag', `v${version}`],
    ]) {
      execFileSync('git', args, { cwd: folder, env });
    }
    const command = `umask ${umask} && exec "$@" 2>&1`;
    const args = ['-c', command, 'sh', process.execPath, ...run];
    const { stdout } = await promisify(execFile)('sh', args, { cwd: folder, env });
    const out = path.join(folder, 'out');
    return {
      vsix: await readFile(path.join(out, 'aliada.vsix')),
      bill: await readFile(path.join(out, 'aliada.cdx.json'), 'utf8'),
      printed: stdout,
    };
  } finally {
    await rm(above, { recursive: true, force: true, maxRetries: 5 });
  }
}

function ifMissing(error: unknown): void {
  if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
}

/** In a hook of git its variables would lead to the repository that it runs in. */
function withoutGit(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('GIT_')));
}
