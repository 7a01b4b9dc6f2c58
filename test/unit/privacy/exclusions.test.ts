import assert from 'node:assert/strict';
import { isAlwaysPrivate } from '../../../src/core/privacy/alwaysPrivate';
import { Exclusions, type Exclusion, type FilePlace, type Top } from '../../../src/core/privacy/exclusions';

const root = 'file:///home/ana/project';

/** A disk with these files, and symbolic links from one path to another. */
class Disk {
  readonly reads: string[] = [];
  constructor(
    readonly files: Record<string, string | Error>,
    private readonly links: Readonly<Record<string, Partial<FilePlace>>> = {},
  ) {}

  read(_root: string, path: string): Promise<string | undefined> {
    this.reads.push(path);
    const file = this.files[path];
    return file instanceof Error ? Promise.reject(file) : Promise.resolve(file);
  }

  top(): Promise<Top> {
    return Promise.resolve({ root, below: '' });
  }

  repositoryExcludes(): Promise<undefined> {
    return Promise.resolve(undefined);
  }

  personalExcludes(): Promise<undefined> {
    return Promise.resolve(undefined);
  }

  resolve(place: FilePlace): Promise<FilePlace> {
    return Promise.resolve({ ...place, ...this.links[place.path] });
  }
}

const place = (path: string): FilePlace => ({ id: `${root}/${path}`, root, path });

function look(disk: Disk, path: string, patterns: string[][] = []): Promise<Exclusion | undefined> {
  return new Exclusions(disk, () => patterns).of(place(path));
}

describe('files that stay on this computer', () => {
  it('are those of keys and passwords, whatever the settings say', async () => {
    for (const path of [
      '.env',
      '.env.local',
      'config/.ENV',
      'prod.env',
      'tls/server.pem',
      'server.key',
      'id_rsa',
      'a.p12',
      'vault.kdbx',
      '.netrc',
      '.npmrc',
      '.aws/credentials',
      '.ssh/config',
      'infra/prod.tfvars',
      'secrets.yml',
    ]) {
      assert.ok(isAlwaysPrivate(path), path);
      assert.equal(await look(new Disk({ '.gitignore': `!${path}` }), path, [['!*']]), 'alwaysPrivate', path);
    }
    for (const path of [
      'src/environment.ts',
      'keys.py',
      'token.rs',
      'readme.md',
      'src/secret/index.ts',
      'env',
      'monkey.js',
    ])
      assert.ok(!isAlwaysPrivate(path), path);
  });

  it('are those that an ignore file names, as git reads it', async () => {
    const disk = new Disk({
      '.gitignore': '*.log\nbuild/\n/only-here.txt\n!important.log\n',
      'sub/.gitignore': '!keep.log\nlocal.*\n',
      'build/.gitignore': '!*\n',
      '.aliadaignore': 'drafts/**\n',
    });
    for (const [path, expected] of [
      ['a.log', 'ignoreFile'],
      ['important.log', undefined],
      ['sub/deep/a.log', 'ignoreFile'],
      ['sub/keep.log', undefined],
      ['sub/deep/keep.log', undefined],
      ['sub/local.py', 'ignoreFile'],
      ['local.py', undefined],
      ['build/x/y.py', 'ignoreFile'],
      ['only-here.txt', 'ignoreFile'],
      ['sub/only-here.txt', undefined],
      ['drafts/one.md', 'ignoreFile'],
      ['src/a.ts', undefined],
    ] as const) {
      assert.equal(await look(disk, path), expected, path);
    }
  });

  it('are those of the setting; a second list can only add', async () => {
    const disk = new Disk({});
    assert.equal(await look(disk, 'src/a.sql', [['*.sql'], ['!*.sql']]), 'setting');
    assert.equal(await look(disk, 'src/a.py', [['*.sql'], []]), undefined);
    const outside = { id: 'file:///elsewhere/a.sql', root: undefined, path: '/elsewhere/a.sql' };
    assert.equal(await new Exclusions(disk, () => [['*.sql']]).of(outside), 'setting');
  });

  it('are known behind a symbolic link and behind dots', async () => {
    const disk = new Disk(
      { '.gitignore': 'private/\n' },
      { 'notes.txt': { root: undefined, path: '/home/ana/.ssh/id_rsa' }, 'b.txt': { path: 'private/b.txt' } },
    );
    assert.equal(await look(disk, 'notes.txt'), 'alwaysPrivate');
    assert.equal(await look(disk, 'b.txt'), 'ignoreFile');
    assert.equal(await look(disk, 'src/../private/c.txt'), 'ignoreFile');
    assert.equal(await look(disk, '../../elsewhere/.env'), 'alwaysPrivate');
    assert.equal(await look(disk, '../../elsewhere/a.ts'), undefined);
  });

  it('are all of those of whose rules nobody knows', async () => {
    assert.equal(await look(new Disk({ '.gitignore': new Error('no permission') }), 'src/a.ts'), 'unknown');
  });

  it('are looked up once: a second keystroke reads nothing, until something changes', async () => {
    const disk = new Disk({ '.gitignore': '' });
    const exclusions = new Exclusions(disk, () => []);
    assert.equal(await exclusions.of(place('src/deep/a.ts')), undefined);
    const { length } = disk.reads;
    await exclusions.of(place('src/deep/a.ts'));
    await exclusions.of(place('src/deep/b.ts'));
    assert.equal(disk.reads.length, length);
    disk.files['.gitignore'] = 'src/';
    assert.equal(await exclusions.of(place('src/deep/a.ts')), undefined);
    exclusions.forget();
    assert.equal(await exclusions.of(place('src/deep/a.ts')), 'ignoreFile');
  });
});
