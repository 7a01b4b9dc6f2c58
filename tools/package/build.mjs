import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { createVSIX } from '@vscode/vsce';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { Fail } from '../lib/fail.mjs';
import { steadyArchive } from './archive.mjs';
import { bundledPackages, readBundled } from './bundled.mjs';
import { sourceDateEpoch } from './epoch.mjs';
import { packagedReadme } from './readme.mjs';
import { sbom } from './sbom.mjs';

/**
 * @typedef {object} Packaged
 * @property {string} vsix its path
 * @property {string} sbom its path
 * @property {string} sha256 of the .vsix
 * @property {number} bytes of the .vsix
 * @property {Record<string, number>} files by name in the archive, their bytes before they are compressed
 */

/**
 * Builds for production and writes out/aliada.vsix with its bill of materials. The same commit gives the same bytes.
 *
 * @param {string} root
 * @returns {Promise<Packaged>}
 * @throws {Fail} where vsce has a warning
 */
export async function buildPackage(root) {
  const manifest = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
  const epoch = sourceDateEpoch(root);
  // Both hold for what is started from here as well. Archives have local times.
  process.env.TZ = 'UTC';
  process.env.SOURCE_DATE_EPOCH = String(epoch);
  const vsix = path.join(root, 'out', 'aliada.vsix');
  fs.mkdirSync(path.dirname(vsix), { recursive: true });
  fs.rmSync(path.join(root, 'dist'), { recursive: true, force: true });
  await withoutWarnings(() =>
    createVSIX({
      cwd: root,
      packagePath: vsix,
      dependencies: false,
      rewriteRelativeLinks: manifest.repository !== undefined,
      allowMissingRepository: true,
    }),
  );
  const files = unzipSync(fs.readFileSync(vsix));
  const readme = files['extension/readme.md'];
  if (readme !== undefined && manifest.repository === undefined) {
    files['extension/readme.md'] = strToU8(packagedReadme(strFromU8(readme)));
  }
  const archive = steadyArchive(files, epoch);
  fs.writeFileSync(vsix, archive);
  const sha256 = createHash('sha256').update(archive).digest('hex');

  const lock = JSON.parse(fs.readFileSync(path.join(root, 'package-lock.json'), 'utf8'));
  const integrity = Object.fromEntries(
    Object.entries(lock.packages).map(([folder, entry]) => [folder, entry.integrity]),
  );
  const packages = bundledPackages(root, readBundled(root));
  const bill = path.join(root, 'out', 'aliada.cdx.json');
  fs.writeFileSync(bill, sbom({ manifest, packages, integrity, sha256, epoch }));

  const sizes = Object.entries(files).map(([name, { length }]) => [name, length]);
  return { vsix, sbom: bill, sha256, bytes: archive.length, files: Object.fromEntries(sizes) };
}

/**
 * @param {() => Promise<unknown>} work
 * @throws {Fail} where it warned of something
 */
async function withoutWarnings(work) {
  /** @type {string[]} */
  const warnings = [];
  const { warn } = console;
  // There vsce would write them elsewhere.
  delete process.env.GITHUB_ACTIONS;
  console.warn = (...words) => void warnings.push(words.map(String).join(' '));
  try {
    await work();
  } finally {
    console.warn = warn;
  }
  if (warnings.length > 0) throw new Fail('vsce warns of the package.', { details: warnings.join('\n') });
}
