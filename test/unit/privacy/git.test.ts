import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import {
  Exclusions,
  type FilePlace,
  type IgnoreReader,
  type Top,
} from '../../../src/core/privacy/exclusions';
import { personalExcludes, repositoryExcludes, repositoryOf } from '../../../src/core/privacy/git.node';
import { readGitConfig } from '../../../src/core/privacy/gitConfig';

const run = promisify(execFile);

/** A home and a repository below it; git itself says what is right. */
class Machine {
  readonly repository: string;
  private constructor(readonly home: string) {
    this.repository = path.join(home, 'work', 'repository');
  }

  static async start(): Promise<Machine> {
    const machine = new Machine(await mkdtemp(path.join(tmpdir(), 'aliada-git-')));
    await mkdir(machine.repository, { recursive: true });
    await machine.git('init', '-q');
    return machine;
  }

  get env(): NodeJS.ProcessEnv {
    return { PATH: process.env.PATH, HOME: this.home, GIT_CONFIG_NOSYSTEM: '1' };
  }

  async git(...args: readonly string[]): Promise<string> {
    const options = { cwd: this.repository, env: this.env };
    return (await run('git', [...args], options)).stdout;
  }

  /** What git says; it fails where a file is not ignored. */
  async isIgnored(file: string, cwd = this.repository): Promise<boolean> {
    return run('git', ['check-ignore', '-q', '--no-index', file], { cwd, env: this.env }).then(
      () => true,
      () => false,
    );
  }

  async write(file: string, text: string): Promise<void> {
    const at = path.join(this.home, file);
    await mkdir(path.dirname(at), { recursive: true });
    await writeFile(at, text);
  }

  /** What Aliada says of a file in a workspace folder, reading this disk. */
  look(folder: string, file: string, looked?: (place: string) => void): Promise<string | undefined> {
    const { home, env } = this;
    const reader: IgnoreReader = {
      async top(root): Promise<Top> {
        const { top, folder: real } = await repositoryOf(root);
        return { root: top, below: top === real ? '' : `${path.relative(top, real)}/` };
      },
      read: (root, name) => readFile(path.join(root, name), 'utf8').catch(() => undefined),
      repositoryExcludes: (root, below) => repositoryExcludes(path.join(root, below), looked),
      personalExcludes: () => personalExcludes(home, env, looked),
      resolve: (place: FilePlace) => Promise.resolve(place),
    };
    return new Exclusions(reader, () => []).of({ id: file, root: folder, path: file });
  }

  stop(): Promise<void> {
    return rm(this.home, { recursive: true });
  }
}

describe('what git ignores', () => {
  let machine: Machine;
  beforeEach(async () => {
    machine = await Machine.start();
  });
  afterEach(() => machine.stop());

  const files = [
    'a.py',
    'x.tmp',
    'keep.tmp',
    'x.log',
    'x.bak',
    'deep/x.tmp',
    'out/a.py',
    'local/a.py',
    'x.swp',
  ];

  async function compare(below: string): Promise<readonly string[]> {
    const folder = path.join(machine.repository, below);
    await mkdir(folder, { recursive: true });
    const ignored: string[] = [];
    for (const file of files) {
      const said = await machine.isIgnored(file, folder);
      assert.equal((await machine.look(folder, file)) === 'ignoreFile', said, `${below} ${file}`);
      if (said) ignored.push(file);
    }
    return ignored;
  }

  it('stays here: above the workspace folder, in the repository and for all of a person’s repositories', async () => {
    await machine.write('work/.gitignore', '*.py\n');
    await machine.write('work/repository/.gitignore', '*.tmp\n/packages/one/local/\n');
    await machine.write('work/repository/packages/.gitignore', '!keep.tmp\n*.log\n');
    await machine.write('work/repository/packages/one/.gitignore', '!x.swp\n');
    await machine.write('work/repository/.git/info/exclude', '*.bak\n');
    await machine.write('.config/git/ignore', 'out/\n*.swp\n');
    assert.deepEqual(await compare('packages/one'), [
      ...['x.tmp', 'x.log', 'x.bak', 'deep/x.tmp', 'out/a.py', 'local/a.py'],
    ]);
    assert.deepEqual(await compare('.'), ['x.tmp', 'keep.tmp', 'x.bak', 'deep/x.tmp', 'out/a.py', 'x.swp']);
  });

  it('is all of a folder that lies in an ignored one', async () => {
    await machine.write('work/repository/.gitignore', 'generated/\n');
    assert.deepEqual(await compare('generated/code'), files);
  });

  it('is said by the file that the person’s configuration names', async () => {
    await machine.write('rules', '*.bak\n');
    await machine.write('.config/git/config', '[core]\n\texcludesFile = ~/other\n');
    for (const config of [
      '[core]\n\texcludesFile = ~/rules\n',
      '[CORE] ExcludesFile="~/rules" # mine\n',
      `[user]\n name = Ana\n[core "x"]\n excludesfile = /no\n[core]\n\tautocrlf\n\texcludesfile = ${machine.home}/ru\\\nles ; this\n`,
      '[include]\n\tpath = more.config\n',
    ]) {
      await machine.write('more.config', '[core]\nexcludesfile = ~/rules\n');
      await machine.write('.gitconfig', config);
      assert.deepEqual(await compare('.'), ['x.bak'], config);
    }
    await machine.write('.gitconfig', '[core]\nexcludesfile = /dev/null\n');
    assert.deepEqual(await compare('.'), []);
  });

  it('holds in a worktree, whose own rules lie elsewhere', async () => {
    await machine.write('work/repository/.git/info/exclude', '*.bak\n');
    const person = ['-c', 'user.name=Ana', '-c', 'user.email=ana@example.org'];
    await machine.git(...person, 'commit', '-q', '--allow-empty', '-m', 'first');
    await machine.git('worktree', 'add', '-q', '../tree');
    assert.deepEqual(await compare('../tree'), ['x.bak']);
  });

  it('is not known where the rules are beyond reading', async () => {
    await machine.write('.config/git/ignore', '#'.repeat(1_000_001));
    assert.equal(await machine.look(machine.repository, 'a.py'), 'unknown');
  });

  it('names every place that it rests on, so that each can be looked at again', async () => {
    const looked = new Set<string>();
    await machine.look(machine.repository, 'a.py', (file) => looked.add(path.relative(machine.home, file)));
    assert.deepEqual([...looked].sort(), [
      '.config/git/config',
      '.config/git/ignore',
      '.gitconfig',
      'work/repository/.git/info/exclude',
    ]);
  });
});

describe('a git configuration', () => {
  it('is read in order, with quotes, escapes and comments', () => {
    assert.deepEqual(
      readGitConfig(
        '[a]\r\nx = "one # two" three  # four\r\n[B "Part"] Y = C:\\\\dir\\\\\r\nno-value\r\n=\r\n[\r\n',
      ),
      [
        { name: 'a.x', value: 'one # two three' },
        { name: 'b.Part.y', value: 'C:\\dir\\' },
      ],
    );
  });

  it('takes a time that grows with its length only', () => {
    for (const piece of ['\\', '[', '[a "\\', '"\\"', 'a =', '\\\\\\\n', ' '])
      readGitConfig(piece.repeat(200_000));
  });
});
