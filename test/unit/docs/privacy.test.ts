import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { isAlwaysPrivate } from '../../../src/core/privacy/alwaysPrivate';

const page = readFileSync('docs/privacy.md', 'utf8');
/** The right half of each promise: a file of tests, and the name of one in it. */
const held = [...page.matchAll(/\[[^\]]+\]\(([^)]+\.test\.ts)\): “([^”]+)”/g)].map(
  ([, file = '', name = '']) => ({ file: path.posix.join('docs', file), name }),
);

describe('docs/privacy.md', () => {
  it('has a test behind each promise', () => {
    const promises = page
      .split('\n')
      .filter((line) => line.includes('.test.ts)'))
      .map((line) => line.split('|')[1]?.trim() ?? '');
    assert.ok(promises.length > 30, `${promises.length} promises`);
    assert.equal(held.length, promises.length);
  });

  for (const { file, name } of held) {
    it(`names a test that is there: ${name}`, () => {
      assert.ok(readFileSync(file, 'utf8').includes(`it('${name}'`), `${file} has no such test`);
    });
  }

  it('speaks of each file of keys that it names as one that always stays here', () => {
    assert.deepEqual(
      ['.env', 'id_ed25519', '.npmrc', 'server.pem', '.kube/config'].filter((file) => !isAlwaysPrivate(file)),
      [],
    );
  });
});
