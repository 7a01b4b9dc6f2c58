import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';

const root = process.cwd();
const vsix = path.join(root, 'out', 'aliada.vsix');

/** The walkthrough has a picture of each step, in each language and theme. */
const pictures = ['ask', 'complete', 'endpoint', 'language', 'privacy'].flatMap((step) =>
  ['ca', 'en', 'es', 'eu', 'gl'].flatMap((language) =>
    ['dark', 'light'].map((theme) => `extension/media/walkthrough/${step}.${language}.${theme}.webp`),
  ),
);

/** All that a person installs. A file more or less is a decision, made here. */
const contents = [
  '[Content_Types].xml',
  'extension.vsixmanifest',
  'extension/LICENSE.txt',
  'extension/changelog.md',
  'extension/dist/THIRD-PARTY-NOTICES.txt',
  'extension/dist/extension.js',
  'extension/dist/glossary/attested.txt',
  'extension/dist/glossary/terms.txt',
  'extension/dist/media/chat.css',
  'extension/dist/media/chat.js',
  ...['ca', 'es', 'eu', 'gl'].map((language) => `extension/l10n/bundle.l10n.${language}.json`),
  'extension/docs/images/explain.png',
  'extension/media/activity.svg',
  'extension/media/icon.png',
  ...pictures,
  'extension/package.json',
  'extension/package.nls.json',
  ...['ca', 'es', 'eu', 'gl'].map((language) => `extension/package.nls.${language}.json`),
  'extension/readme.md',
];

describe('the packaged extension', () => {
  it('holds what it needs and nothing else', () => {
    assert.deepEqual(namesIn(readFileSync(vsix)).sort(), [...contents].sort());
  });

  it('is under 3 MB', () => {
    assert.ok(statSync(vsix).size < 3 * 1024 * 1024, `${statSync(vsix).size} bytes`);
  });

  it('names the licence of every library inside', () => {
    const notices = readFileSync(path.join(root, 'dist', 'THIRD-PARTY-NOTICES.txt'), 'utf8');
    for (const name of [
      '@huggingface/inference',
      '@vscode/l10n',
      'dompurify',
      'eventsource-parser',
      'marked',
    ]) {
      assert.ok(notices.includes(`${name} `), name);
    }
  });

  it('loads although VS Code is an empty object: nothing happens before activation', () => {
    const script = path.join(root, 'tools', 'bench', 'loadOnce.cjs');
    const printed = execFileSync(process.execPath, [script, path.join(root, 'dist', 'extension.js')], {
      encoding: 'utf8',
    });
    assert.ok(Number(printed) > 0);
  });
});

/** Names in a zip archive, read from its central directory. */
function namesIn(zip: Buffer): string[] {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  const names: string[] = [];
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const length = zip.readUInt16LE(at + 28);
    names.push(zip.toString('utf8', at + 46, at + 46 + length));
    at += 46 + length + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return names;
}
