import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** Static imports of a module of the tools; `await import()` comes later, when packages are there. */
const imported = /^(?:import|export)\b[^;]*?from '([^']+)';|^import '([^']+)';/gm;

describe('in a fresh clone, where nothing is installed', () => {
  for (const entry of ['start.mjs', 'start/main.mjs', 'test.mjs', 'test/main.mjs']) {
    it(`tools/${entry} needs no package to begin`, async () => {
      const needed = await packagesOf(path.resolve('tools', entry), new Set());
      assert.deepEqual(needed, []);
    });
  }
});

/** Packages that a module needs to be loaded, and from where. */
async function packagesOf(file: string, seen: Set<string>): Promise<string[]> {
  if (seen.has(file)) return [];
  seen.add(file);
  const needed: string[] = [];
  for (const [, from, alone] of (await readFile(file, 'utf8')).matchAll(imported)) {
    const name = from ?? alone ?? '';
    if (name.startsWith('.'))
      needed.push(...(await packagesOf(path.resolve(path.dirname(file), name), seen)));
    else if (!name.startsWith('node:')) needed.push(`${name} in ${path.relative('.', file)}`);
  }
  return needed;
}
