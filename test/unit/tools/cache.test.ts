import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { cacheKey, cacheRoot, ensureCached } from '../../../tools/lib/cache.mjs';

describe('the cache of the tools', () => {
  const before = process.env.ALIADA_DEV_CACHE;
  let root: string;

  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), 'aliada-cache-'));
    process.env.ALIADA_DEV_CACHE = root;
  });
  afterEach(() => {
    rmSync(root, { recursive: true, force: true });
    if (before === undefined) delete process.env.ALIADA_DEV_CACHE;
    else process.env.ALIADA_DEV_CACHE = before;
  });

  const build = (folder: string): Promise<void> => {
    builds += 1;
    writeFileSync(path.join(folder, 'made'), 'x');
    return Promise.resolve();
  };
  let builds = 0;
  beforeEach(() => (builds = 0));

  it('builds once and gives the same folder again', async () => {
    assert.equal(cacheRoot(), root);
    const key = cacheKey('lock file');
    const first = await ensureCached('thing', key, build);
    assert.equal(await ensureCached('thing', key, build), first);
    assert.equal(builds, 1);
    assert.ok(existsSync(path.join(first, 'made')));
  });

  it('begins again what was stopped half-way, and leaves nothing of it', async () => {
    const key = cacheKey('a');
    await assert.rejects(
      ensureCached('thing', key, () => Promise.reject(new Error('no network'))),
      /no network/,
    );
    mkdirSync(path.join(root, `thing-${key}.unfinished-abc`));
    mkdirSync(path.join(root, `thing-${cacheKey('b')}`));
    const folder = await ensureCached('thing', key, build);
    const folders = readdirSync(root).filter((name) => name.startsWith('thing-'));
    assert.deepEqual(folders, [path.basename(folder)]);
  });

  it('builds once although two ask at the same time', async () => {
    const key = cacheKey('c');
    const both = await Promise.all([ensureCached('thing', key, build), ensureCached('thing', key, build)]);
    assert.equal(both[0], both[1]);
    assert.equal(builds, 1);
  });
});
