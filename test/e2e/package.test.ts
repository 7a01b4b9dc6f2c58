import { Spec, Validation } from '@cyclonedx/cyclonedx-library';
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { startOpenVsx } from '../support/openVsx';
import { packagedElsewhere } from '../support/packagedElsewhere';

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
  'extension/dist/localModelKeeper.js',
  'extension/dist/media/chat.css',
  'extension/dist/media/chat.js',
  'extension/dist/web/extension.js',
  ...['ca', 'es', 'eu', 'gl'].map((language) => `extension/l10n/bundle.l10n.${language}.json`),
  'extension/media/activity.svg',
  'extension/media/icon.png',
  ...pictures,
  'extension/package.json',
  'extension/package.nls.json',
  ...['ca', 'es', 'eu', 'gl'].map((language) => `extension/package.nls.${language}.json`),
  'extension/readme.md',
];

/** Libraries of which code is inside, as the bundler wrote them down: folders in node_modules. */
function bundledFolders(): readonly string[] {
  const bundled = JSON.parse(readFileSync(path.join(root, 'out', 'bundled.json'), 'utf8')) as Record<
    string,
    Record<string, number>
  >;
  const folders = Object.values(bundled)
    .flatMap((inputs) => Object.keys(inputs))
    .flatMap((file) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1] ?? []);
  return [...new Set(folders)];
}

function bundledLibraries(): readonly { readonly name: string; readonly version: string }[] {
  return bundledFolders().map(
    (folder) =>
      JSON.parse(readFileSync(path.join(root, folder, 'package.json'), 'utf8')) as {
        name: string;
        version: string;
      },
  );
}

describe('the packaged extension', () => {
  const files = (): Record<string, Uint8Array> => unzipSync(readFileSync(vsix));
  const text = (name: string): string => new TextDecoder().decode(files()[name]);

  it('holds what it needs and nothing else', () => {
    assert.deepEqual(Object.keys(files()).sort(), [...contents].sort());
  });

  it('is under 3 MB', () => {
    assert.ok(statSync(vsix).size < 3 * 1024 * 1024, `${statSync(vsix).size} bytes`);
  });

  it('leads to nothing that is not in it', () => {
    const links = [...text('extension/readme.md').matchAll(/\]\(([^)\s]+)/g)].map(([, to]) => to ?? '');
    assert.deepEqual(
      links.filter((to) => !/^(https?:|mailto:|#)/.test(to)),
      [],
    );
  });

  it('holds the licence, whole, of every library inside, and of what those took from others', () => {
    const notices = text('extension/dist/THIRD-PARTY-NOTICES.txt');
    const parts = notices.split(`\n\n${'-'.repeat(80)}\n\n`);
    const libraries = bundledLibraries();
    assert.ok(libraries.length > 10);
    for (const { name, version } of libraries) {
      const own = parts.find((part) => part.startsWith(`${name} ${version} (`)) ?? '';
      assert.match(own, /WARRANTY|WARRANTIES/i, name);
      assert.match(own, /copyright/i, name);
    }
    for (const other of ['fetch-event-source', 'Joyent', 'regenerator-runtime', 'LibreOffice']) {
      assert.ok(notices.includes(other), other);
    }
  });

  it('comes with a bill of materials that CycloneDX accepts and that names the same libraries', async () => {
    const bill = readFileSync(path.join(root, 'out', 'aliada.cdx.json'), 'utf8');
    const fault: unknown = await new Validation.JsonStrictValidator(Spec.Version.v1dot6).validate(bill);
    assert.equal(fault, null, JSON.stringify(fault));
    const { serialNumber, metadata, components, dependencies } = JSON.parse(bill) as {
      serialNumber?: string;
      metadata: { component: { hashes: { content: string }[] } };
      components: { group?: string; name: string; version: string; licenses: unknown[]; hashes: unknown[] }[];
      dependencies: { ref: string; dependsOn?: string[] }[];
    };
    assert.equal(serialNumber, undefined);
    assert.equal(metadata.component.hashes[0]?.content, sha256(readFileSync(vsix)));
    const named = components.map(
      ({ group, name, version }) => `${group === undefined ? '' : `${group}/`}${name}@${version}`,
    );
    const libraries = bundledLibraries().map(({ name, version }) => `${name}@${version}`);
    assert.deepEqual(named.sort(), [...libraries].sort());
    for (const { licenses, hashes } of components) assert.ok(licenses.length > 0 && hashes.length > 0);
    const reached = new Set(dependencies.flatMap(({ dependsOn = [] }) => dependsOn));
    assert.equal(reached.size, libraries.length, 'each library is needed by the extension or by another one');
  });

  it('has the same bytes when the same commit is packaged in another folder, time zone, hour and umask', async () => {
    const token = 'never/printed+7';
    const store = await startOpenVsx();
    const env = { VSCE_PAT: token, OVSX_PAT: token, OVSX_REGISTRY_URL: store.url };
    const [one, other] = await Promise.all([
      packagedElsewhere({
        ...{ name: 'a', umask: '077', timeZone: 'Pacific/Auckland', touched: 946_684_800, env },
        run: ['tools/publish.mjs', '--dry-run'],
      }),
      packagedElsewhere({
        ...{ name: 'another-folder', umask: '002', timeZone: 'America/Lima', touched: 1_500_000_000, env },
        run: ['tools/publish.mjs', '--only', 'open-vsx'],
      }),
    ]).finally(() => store.stop());
    assert.equal(sha256(one.vsix), sha256(other.vsix));
    assert.equal(one.bill, other.bill);
    // The commit of both was made at this second of UTC; a zip counts in steps of two.
    assert.match(one.bill, /"timestamp": "2026-01-02T03:04:06\.000Z"/);
    assert.deepEqual(zipTimes(one.vsix), ['2026-01-02 03:04:06']);

    // The dry run did all but the upload; the other one uploaded these bytes, once.
    for (const { vsix, printed } of [one, other]) {
      assert.ok(printed.includes(`sha256 ${sha256(vsix)}`), printed);
      assert.ok(
        !printed.includes(token) && !printed.includes(encodeURIComponent(token)),
        'the token is printed',
      );
    }
    assert.match(
      one.printed,
      /Marketplace: would upload aliada\.aliada .* \(VSCE_PAT is set\)\nOpen VSX: would upload/,
    );
    assert.match(other.printed, /Open VSX: uploaded aliada\.aliada/);
    assert.deepEqual(
      store.uploads.map((upload) => [upload.token, sha256(upload.body)]),
      [[token, sha256(other.vsix)]],
    );
  });

  it('loads although VS Code is an empty object: nothing happens before activation', () => {
    const script = path.join(root, 'tools', 'bench', 'loadOnce.cjs');
    const printed = execFileSync(process.execPath, [script, path.join(root, 'dist', 'extension.js')], {
      encoding: 'utf8',
    });
    assert.ok(Number(printed) > 0);
  });

  it('asks for nothing of Node in a browser', () => {
    const asked = [...text('extension/dist/web/extension.js').matchAll(/require\("([^"]+)"\)/g)];
    assert.deepEqual([...new Set(asked.map(([, name]) => name))], ['vscode']);
  });
});

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The different times of the entries of a zip archive, read from its central directory. */
function zipTimes(zip: Buffer): readonly string[] {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  const times = new Set<string>();
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [time, day] = [zip.readUInt16LE(at + 12), zip.readUInt16LE(at + 14)];
    const two = (number: number): string => String(number).padStart(2, '0');
    const date = `${(day >> 9) + 1980}-${two((day >> 5) & 15)}-${two(day & 31)}`;
    times.add(`${date} ${two(time >> 11)}:${two((time >> 5) & 63)}:${two((time & 31) * 2)}`);
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return [...times];
}
