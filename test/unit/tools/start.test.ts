import assert from 'node:assert/strict';
import { mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setProperty } from '../../../tools/start/jsonc.mjs';
import { copyWorkspace } from '../../../tools/start/workspace.mjs';

describe('the settings that npm start writes', () => {
  it('leave all else as the person wrote it, comments too', () => {
    const text =
      '{\n  // mine\n  "editor.fontSize": 14, /* big */\n  "aliada.chat.endpoints": [{"url": "old"}],\n}\n';
    const changed = setProperty(text, 'aliada.chat.endpoints', [{ url: 'new' }]) ?? '';
    assert.ok(
      changed.includes('// mine') &&
        changed.includes('/* big */') &&
        changed.includes('"editor.fontSize": 14'),
    );
    assert.ok(changed.includes('"new"') && !changed.includes('old'));
  });

  it('go into an empty file, and not into one that is something else', () => {
    assert.deepEqual(JSON.parse(setProperty('', 'a', 1) ?? ''), { a: 1 });
    assert.equal(setProperty('[1]', 'a', 1), undefined);
    assert.equal(setProperty('{ "a": ', 'a', 1), undefined);
    assert.equal(setProperty('{"a": 2}', 'a', 1, { onlyIfMissing: true }), '{"a": 2}');
  });
});

describe('the example workspace', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'aliada-workspace-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is copied; what a person changed stays, what only we changed is copied again', async () => {
    const from = path.join(folder, 'from');
    mkdirSync(from);
    const write = (name: string, text: string): void => writeFileSync(path.join(from, name), text);
    write('a.py', '1');
    write('b.py', '1');
    const copy = await copyWorkspace(from, folder);
    writeFileSync(path.join(copy, 'a.py'), 'mine');
    write('a.py', '2');
    write('b.py', '2');
    await copyWorkspace(from, folder);
    const read = (name: string): string => readFileSync(path.join(copy, name), 'utf8');
    assert.deepEqual([read('a.py'), read('b.py')], ['mine', '2']);
  });
});
