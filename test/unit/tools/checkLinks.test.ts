import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

describe('tools/checkLinks', () => {
  let root: string;

  beforeEach(() => {
    root = fs.mkdtempSync(path.join(os.tmpdir(), 'aliada-links-'));
    write('README.md', '# One\n\n[two](docs/two.md#the-second-of-two), [here](#one)\n\n![p](docs/p.png)\n');
    write('docs/two.md', '# Two\n\n## The `second` of _two_\n\n<a id="by-hand"></a>[up](../README.md)\n');
    write('docs/p.png', '');
    write('src/core/text.ts', '');
  });
  afterEach(() => fs.rmSync(root, { recursive: true }));

  function write(file: string, text: string): void {
    fs.mkdirSync(path.join(root, path.dirname(file)), { recursive: true });
    fs.writeFileSync(path.join(root, file), text);
  }

  /** The faults, without the line that counts them. */
  function faults(): string[] {
    const tool = path.resolve('tools/checkLinks.mjs');
    const { status, stderr } = spawnSync(process.execPath, [tool, '--root', root], { encoding: 'utf8' });
    const lines = stderr.trim().split('\n').slice(0, -1);
    assert.equal(status, lines.length === 0 ? 0 : 1, stderr);
    return lines;
  }

  it('is content with files, headings and pictures that are there', () => {
    assert.deepEqual(faults(), []);
  });

  it('names a file, a heading and a picture that are not there, with the line', () => {
    write('docs/two.md', '# Two\n\n[a](no.md)\n\n[b](../README.md#two)\n\n<img src="q.png">\n');
    assert.deepEqual(faults(), [
      'README.md:3: docs/two.md#the-second-of-two names no heading of docs/two.md',
      'docs/two.md:3: no.md leads nowhere',
      'docs/two.md:5: ../README.md#two names no heading of README.md',
      'docs/two.md:7: q.png leads nowhere',
    ]);
  });

  it('makes anchors as GitHub does: accents stay, signs go, and a second one is counted', () => {
    write('docs/two.md', '# ¿Qué se envía?\n\n## Twice\n\n## Twice\n\n## 3. `npm start`, etc.\n');
    write(
      'README.md',
      '[1](docs/two.md#qué-se-envía) [2](docs/two.md#twice-1) [3](docs/two.md#3-npm-start-etc)\n',
    );
    assert.deepEqual(faults(), []);
  });

  it('looks only at the form of addresses on the web', () => {
    write(
      'README.md',
      '[a](https://nobody.example/there) [b](http://example.org) [c](https://wrong) [d](ftp://a.b)\n',
    );
    assert.deepEqual(faults(), [
      'README.md:1: http://example.org should begin with https',
      'README.md:1: https://wrong names no host',
      'README.md:1: ftp://a.b is no page on the web',
    ]);
  });

  it('wants paths of the project that are named in the text to be there', () => {
    write('README.md', '`src/core/text.ts`, `core/text.ts`, `src/core/*.ts`, `src/core/gone.ts`\n');
    assert.deepEqual(faults(), ['README.md:1: src/core/gone.ts is not there']);
  });

  it('leaves no way out of the project', () => {
    write('README.md', '[a](../secret.md) [b](/etc/hosts)\n');
    assert.deepEqual(faults(), [
      'README.md:1: ../secret.md leads out of the project',
      'README.md:1: /etc/hosts is not relative',
    ]);
  });
});
